"""Hidden layers for experiments: alike ones, those of a text such as 16-16, and the widest that fit a budget."""

import re

from glassbox.engine.choices import Normalization
from glassbox.engine.layout import Layout
from glassbox.experiments import words
from glassbox.protocol.refusals import Refusal, echo
from glassbox.run.shape import normalizations, sizes
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_UNITS, Layer, Settings

NONE = "none"  # as addresses write a list without entries

_UNITS = re.compile(r"[0-9]{1,3}")


def uniform(layers: int, units: int) -> tuple[Layer, ...]:
    """So many hidden layers of so many units each."""
    return tuple(Layer(units=units) for _ in range(layers))


def read_layers(label: str, text: object) -> tuple[Layer, ...]:
    """The hidden layers of a text such as “16-16”, or of “none”; a number is one layer.

    Raises:
        Refusal: it tells of none.
    """
    parts = [] if text == NONE else str(text).split("-")
    are_layers = all(_UNITS.fullmatch(part) and 1 <= int(part) <= MOST_UNITS for part in parts)
    if not are_layers or len(parts) > MOST_HIDDEN_LAYERS:
        raise Refusal(words.NO_LAYERS.format(label=label, value=echo(text)))
    return tuple(Layer(units=int(part)) for part in parts)


def parameters_of(settings: Settings) -> int:
    """How many weights, biases, scales and shifts the network of these settings has."""
    kinds = enumerate(normalizations(settings), start=1)
    normalized = frozenset(layer for layer, kind in kinds if kind is not Normalization.NONE)
    return Layout(sizes(settings), normalized).size


def fitting_width(settings: Settings, layers: int, budget: int) -> int | None:
    """The most units that so many hidden layers of one width may have within a budget of parameters; None: not one."""
    fitting = None
    for units in range(1, MOST_UNITS + 1):
        if parameters_of(settings.model_copy(update={"hidden": uniform(layers, units)})) > budget:
            break
        fitting = units
    return fitting
