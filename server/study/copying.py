"""Makes of a frozen run what can be taken home: a copy of its network, with what goes in and comes out of it."""

from glassbox.engine.choices import Problem
from glassbox.engine.dataset import Description
from glassbox.exports.network_copy import Column, Formula, Input, NetworkCopy, plane_inputs
from glassbox.run.shape import features
from glassbox.run.snapshot import Snapshot
from glassbox.settings import Settings
from glassbox.words.sentence import say, say_as

CLASS_NAME = say("class {number}")
OF_TWO = (say_as("class", "negative"), say_as("class", "positive"))


def network_copy(snapshot: Snapshot) -> NetworkCopy:
    """The network of this moment: its very weights, and inputs that say how they are scaled."""
    settings, state, recipe = snapshot.settings, snapshot.state, snapshot.recipe
    about = snapshot.data_split.about
    return NetworkCopy(
        architecture=recipe.architecture,
        parameters=state.parameters,
        statistics=state.statistics,
        columns=tuple(map(Column.of, about.inputs)),
        inputs=_inputs(settings, about),
        problem=recipe.problem,
        loss=recipe.loss,
        class_names=about.class_names or _class_names(recipe.problem, recipe.architecture.sizes[-1]),
        settings=settings.model_dump(mode="json"),
        seed=settings.seed,
        epochs=snapshot.epoch,
        samples=snapshot.samples,
        steps=snapshot.step,
        target=Column.of(about.target),
    )


def _inputs(settings: Settings, about: Description) -> tuple[Input, ...]:
    """Features of the plane's points; of more columns than two, each as it is; all times the scale of the inputs."""
    chosen = features(settings)
    if chosen:
        return plane_inputs(chosen, settings.input_scale)
    columns = enumerate(about.inputs)
    return tuple(Input(quantity.name, Formula.COLUMN, (at,), settings.input_scale) for at, quantity in columns)


def _class_names(problem: Problem, outputs: int) -> tuple[str, ...]:
    if problem is Problem.MULTICLASS:
        return tuple(CLASS_NAME.format(number=number) for number in range(1, outputs + 1))
    return OF_TWO if problem is Problem.BINARY else ()
