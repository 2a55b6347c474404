"""Makes of a frozen run what can be taken home: a copy of its network, with what goes in and comes out of it."""

import numpy as np
from numpy.typing import NDArray

from server.data import describe
from server.engine.choices import Problem
from server.engine.descriptions import Description
from server.exports.network_copy import Column, Formula, Input, NetworkCopy, plane_inputs
from server.session.shape import features
from server.session.specimen import Specimen
from server.settings import Settings

CLASS_NAME = "class {number}"
OF_TWO = ("negative", "positive")


def network_copy(specimen: Specimen, *, stands_alone: bool = True) -> NetworkCopy:
    """The network of this moment.

    Args:
        stands_alone: whether it is to work without its settings: then the first weights do what scaled inputs did.
    """
    settings, state, recipe = specimen.settings, specimen.memento.state, specimen.recipe
    about = describe(settings.dataset)
    return NetworkCopy(
        architecture=recipe.architecture,
        parameters=_with_scale(specimen) if stands_alone else state.parameters,
        statistics=state.statistics,
        columns=tuple(map(Column.of, about.inputs)),
        inputs=_inputs(settings, about),
        problem=recipe.problem,
        loss=recipe.loss,
        class_names=about.class_names or _class_names(recipe.problem, recipe.architecture.sizes[-1]),
        settings=settings.model_dump(mode="json"),
        seed=settings.seed,
        epochs=specimen.epoch,
        target=Column.of(about.target),
    )


def _inputs(settings: Settings, about: Description) -> tuple[Input, ...]:
    """Features of the plane's points; of more columns than two, each as it is."""
    chosen = features(settings)
    if chosen:
        return plane_inputs(chosen)
    return tuple(Input(quantity.name, Formula.COLUMN, (at,)) for at, quantity in enumerate(about.inputs))


def _with_scale(specimen: Specimen) -> NDArray[np.float32]:
    """The first layer's weights times the scale of the inputs, since w · (s x) is (w s) · x."""
    parameters = specimen.memento.state.parameters.copy()
    parameters[specimen.recipe.architecture.layout.weights(1)] *= np.float32(specimen.settings.input_scale)
    return parameters


def _class_names(problem: Problem, outputs: int) -> tuple[str, ...]:
    if problem is Problem.MULTICLASS:
        return tuple(CLASS_NAME.format(number=number) for number in range(1, outputs + 1))
    return OF_TWO if problem is Problem.BINARY else ()
