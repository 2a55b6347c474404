"""Every choice is at home everywhere: for a new member of a vocabulary, a sentence says which file still lacks it.

What a choice does is tested elsewhere, against its slow twin. Here is only asked whether somebody thought of it.
"""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from glassbox.engine import features, generators, network, second_slopes
from glassbox.engine.activations import activate
from glassbox.engine.choices import Activation, Initialization, Loss, Optimizer, OutputActivation, Penalty, Schedule
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.engine.kernel_args import Hyper, State
from glassbox.engine.real_data import is_real
from glassbox.engine.schedules import schedule_factor
from glassbox.engine.updates import update
from glassbox.engine.vocabulary import ActivationFacts, OptimizerFacts
from glassbox.exports import activations as exported
from glassbox.exports import words
from glassbox.settings import Settings
from glassbox.study.graph.rules import RULES
from tests import reference

ROOT = Path(__file__).parents[1]
Z = np.linspace(-3, 3, 61, dtype=np.float32)


def values_of(activation):
    values, slopes = Z.copy(), np.empty_like(Z)
    activate(activation.code, values, slopes)
    return values.tobytes() + slopes.tobytes()


def steps_of(optimizer):
    """Where three steps lead, with coefficients that leave nothing out."""
    coefficients = np.full(len(Hyper), 0.5)
    parameters, first, second = (np.zeros(3) for _ in range(3))
    where = np.zeros(4, np.int64)
    state = State(parameters, first, second, np.zeros((2, 0)), where)
    for gradient in ([1.0, -2.0, 3.0], [0.5, 2.0, 1.0], [1.0, 1.0, -1.0]):
        where[:] += 1
        update(optimizer.code, 0.1, coefficients, state, np.array(gradient))
    return parameters.tobytes()


def factors_of(schedule):
    return tuple(float(schedule_factor(schedule.code, epochs, 10.0, 0.5)) for epochs in (1.0, 5.0, 12.0, 25.0))


def is_explained(activation):
    return (ROOT / f"server/words/texts/en/activation_{activation.value}.md").is_file()


def has_second_slope(activation):
    return activation.kinks is not None or activation in second_slopes.FORMULAS


def known_to(table):
    return lambda choice: choice in table


def facts_known(kind):
    return lambda choice: all(hasattr(choice, name) for name in kind._fields)


def like_no_other(does):
    """Whether no other member does the very same: kernels treat a code that they do not know as another's."""

    @cache
    def twins(vocabulary):
        told = {choice: does(choice) for choice in vocabulary}
        return {each for pair in combinations(vocabulary, 2) if told[pair[0]] == told[pair[1]] for each in pair}

    return lambda choice: choice not in twins(type(choice))


def named_in(path, text):
    """Whether a script of the page has this text, with the choice's wire name in it."""
    script = (ROOT / path).read_text("utf-8")
    return lambda choice: text.format(choice.value) in script


def drawn_by_followers(activation):
    """In the table of functions, or with a loop of its own."""
    script = (ROOT / "static/draw/forward.js").read_text("utf-8")
    name = activation.value
    return any(
        text in script for text in (f"\n  {name}: (z) =>", f"\n  {name}: Math.", f"\n  {name},\n", f'name === "{name}"')
    )


@cache
def golden_losses():
    return json.dumps(json.loads((ROOT / "tests/golden/losses.json").read_text("utf-8")))


HOMES = {
    Activation: {
        "engine/choices.py: what is known of its ActivationFacts": facts_known(ActivationFacts),
        "engine/activations.py: a branch in `activate`": like_no_other(values_of),
        "engine/second_slopes.py: how its slope changes": has_second_slope,
        "exports/activations.py: how it is written": lambda choice: choice.value in exported.WRITTEN,
        "static/draw/forward.js: its function, for pages that follow a class": drawn_by_followers,
        "words/texts/en/: its explanation, activation_….md": is_explained,
        "tests/reference.py: its slow twin, in `formulas`": known_to(reference.PHI),
        "tests/reference.py: its slow twin's slope, in SLOPE": known_to(reference.SLOPE),
    },
    OutputActivation: {
        "exports/activations.py: how it is written": lambda choice: choice.value in exported.WRITTEN,
        "exports/words.py: what its predictions mean": lambda choice: bool(words.prediction(choice, 1)),
    },
    Optimizer: {
        "engine/choices.py: what is known of its OptimizerFacts": facts_known(OptimizerFacts),
        "engine/choices.py: `uses` names settings only": lambda choice: set(choice.uses) <= set(Settings.model_fields),
        "engine/updates.py: a branch in `update`": like_no_other(steps_of),
        "study/graph/rules.py: its rule in float64": known_to(RULES),
        "static/text/graph_numbers.js: its rule in words": (
            lambda choice: choice is Optimizer.SGD or named_in("static/text/graph_numbers.js", 'case "{}":')(choice)
        ),
        "static/views/drawer/learning/descent/racers.js: its look": named_in(
            "static/views/drawer/learning/descent/racers.js", "  {}: {{"
        ),
    },
    Loss: {"tests/golden/losses.json: its curves for the page": lambda choice: f'"{choice.value}"' in golden_losses()},
    Initialization: {"engine/network.py: how it draws": known_to(network._DRAWS)},
    Dataset: {
        "engine/generators.py: its shape, or its maker among the real data": (
            lambda choice: choice in generators._SHAPES or is_real(choice)
        )
    },
    Feature: {
        "engine/features.py: how it is computed": known_to(features._FORMULAS),
        "static/draw/followed_maps.js: the same, for pages that follow a class": named_in(
            "static/draw/followed_maps.js", "\n  {}: ("
        ),
    },
    Schedule: {"engine/schedules.py: its factor": like_no_other(factors_of)},
    Penalty: {
        "tests/reference.py: its power": lambda choice: isinstance(reference.power_of(choice, 1.5), (int, float))
    },
}


@pytest.mark.parametrize("vocabulary", HOMES, ids=lambda vocabulary: vocabulary.__name__)
def test_every_choice_is_at_home_everywhere(vocabulary):
    missing = [
        f"{vocabulary.__name__} {choice.label!r} is not at home in {home}."
        for home, is_there in HOMES[vocabulary].items()
        for choice in vocabulary
        if not is_there(choice)
    ]
    assert not missing, "\n" + "\n".join(missing)
