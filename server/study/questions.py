"""The questions that the page's drawer asks: what comes along with each, what of the run it needs, and what answers it.

One model for each kind of question, and one table. Free of Numba, so that the server can start at once: what answers is
only named here, and loaded where it is answered.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from glassbox.engine.choices import Optimizer
from glassbox.engine.objectives import Objective
from glassbox.settings import MOST_SEED

MOST_FORMULAS = 50  # at once; a step shows a handful
MOST_SIGNS = 500

Axis = Annotated[int, Field(ge=0)]
SampleNumber = Annotated[int, Field(ge=0, le=1_000_000)]
BoxName = Annotated[str, Field(max_length=40)]
Weight = tuple[int, int, int | None]  # layer, unit, source; None is the bias
Coordinate = Annotated[float, Field(ge=-1000, le=1000)]
Start = Annotated[tuple[Coordinate, Coordinate], Field(strict=False)]
LearningRate = Annotated[float, Field(gt=0, le=100)]
Share = Annotated[float, Field(ge=0, le=0.9999)]
Place = Annotated[float, Field(ge=-1e18, le=1e18)]  # its square, a feature, is still a number in single precision
Range = tuple[Place, Place]


class StudyQuestion(BaseModel):
    """What comes along with a question: plain data, checked, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class NeuronQuestion(StudyQuestion):
    """Which unit, and for what it is to be computed.

    Attributes:
        layer, unit: 1 is the first hidden layer; the last one is the output.
        sample: the number of a data point, from 0; training points come first.
        place: a point of one's own in its place, in two of the data's inputs; further ones are the sample's.
        spans: which two inputs of the data span the plane that `place` and the map are on.
        ranges: how far the map goes in both.
        axes: two of the unit's inputs, told for every point.
    """

    layer: int = Field(ge=1)
    unit: int = Field(ge=0)
    sample: int = Field(0, ge=0)
    place: tuple[Place, Place] | None = None
    spans: tuple[Axis, Axis] = (0, 1)
    ranges: tuple[Range, Range] = ((-6.0, 6.0), (-6.0, 6.0))
    axes: tuple[Axis, Axis] = (0, 1)


class GraphQuestion(StudyQuestion):
    """For which sample the graph is drawn, how finely, and which box of it is looked at how.

    Attributes:
        sample: counted from 0; None is the next mini-batch.
        moment: a name out of an earlier answer: that moment again, while the run has gone on.
        open: the box's name; None for the first that is computed.
        place: row and column of the one of its numbers that the update is told of, from 0.
        start: where the path to it begins; None for the inputs.
        of, by: for a Jacobian, which sample's numbers by which sample's, counted from 0 among the chosen ones.
    """

    sample: SampleNumber | None = None
    detail: Literal["layer", "operation"] = "layer"
    moment: BoxName | None = None
    open: BoxName | None = None
    place: tuple[SampleNumber, SampleNumber] = (0, 0)
    start: BoxName | None = None
    of: SampleNumber = 0
    by: SampleNumber = 0


class CheckQuestion(StudyQuestion):
    """For which sample's loss the gradients are checked; `sample` and `moment` as in `GraphQuestion`."""

    sample: SampleNumber | None = None
    moment: BoxName | None = None


class FormulasQuestion(StudyQuestion):
    """Formulas in plain Unicode, to be set."""

    texts: Annotated[list[Annotated[str, Field(max_length=MOST_SIGNS)]], Field(max_length=MOST_FORMULAS)]


class LandscapeQuestion(StudyQuestion):
    """Which picture of the loss is wanted.

    Attributes:
        size: points a side. seed: of random directions. weights: the two single weights.
        zoom: how much nearer to look than usual. penalty: whether it is added to the loss.
    """

    kind: Literal["random", "path", "weights"] = "random"
    size: Literal[9, 21, 61] = 21
    seed: int = Field(default=0, ge=0, le=MOST_SEED)
    weights: tuple[Weight, Weight] | None = Field(default=None, strict=False)
    zoom: float = Field(default=1.0, ge=0.05, le=20)
    penalty: bool = False


class RaceQuestion(StudyQuestion):
    """What is raced on and how; None stands for what suits the test function.

    Attributes:
        hill: the test function. shape: see `engine.objectives.TestFunction`.
        rate: of SGD, momentum and Nesterov. adaptive_rate: of RMSprop and Adam.
        starts: by optimizer; those missing begin at `start`.
    """

    hill: Objective = Objective.RAVINE
    steps: int = Field(default=300, ge=1, le=1000)
    shape: Annotated[float, Field(ge=1, le=1000)] | None = None
    rate: LearningRate | None = None
    adaptive_rate: LearningRate | None = None
    momentum: Share = 0.9
    decay: Share = 0.99
    beta1: Share = 0.9
    beta2: Share = 0.999
    start: Start | None = None
    starts: dict[Optimizer, Start] = Field(default_factory=dict)


class SeedsQuestion(StudyQuestion):
    """How many seeds, from the run's own on; for how many epochs;
    the test score (accuracy or R²) that counts as success.
    """

    seeds: int = Field(default=10, ge=2, le=50)
    epochs: int = Field(default=100, ge=1, le=2000)
    target: float = Field(default=0.9, ge=0, le=1)


class Of(StrEnum):
    """What a question needs of the run: a name in `run.answers`."""

    SNAPSHOT = "snapshot"
    TRAJECTORY = "trajectory"
    PRESENCE = "presence"  # nothing of it, but there must be one
    NOTHING = "nothing"  # nor is it asked


@dataclass(frozen=True)
class Entry:
    """How a question is answered.

    Attributes:
        by: the function that answers, as "module:name" below this package. It is called with what is needed of the run,
            if anything is, and with the question, if there is a model of it.
        question: what comes along; None where nothing does.
        is_heavy: whether it can take seconds; such wait for each other, and not with those that are quick.
        is_of_session: whether it is asked about a network; else it is the same for everybody.
    """

    by: str
    question: type[StudyQuestion] | None = None
    of: Of = Of.SNAPSHOT
    is_of_session: bool = True
    is_heavy: bool = False


QUESTIONS = {
    "activations": Entry("activations:activation_curves", of=Of.NOTHING, is_of_session=False),
    "weights": Entry("weights:weights"),
    "measures": Entry("measures:measures"),
    "sums": Entry("sums:sums"),
    "silent": Entry("silent:silent"),
    "neuron": Entry("neuron:neuron", NeuronQuestion),
    "diagnostics": Entry("diagnostics.answer:diagnostics"),
    "bends": Entry("bends:bends", is_heavy=True),
    "cases": Entry("diagnostics.cases:cases", of=Of.PRESENCE),
    "graph": Entry("graph.answer:graph", GraphQuestion),
    "graph/check": Entry("graph.answer:check", CheckQuestion, is_heavy=True),
    "graph/formulas": Entry("graph.formulas:formulas", FormulasQuestion, Of.NOTHING),
    "landscape": Entry("landscape:landscape", LandscapeQuestion, Of.TRAJECTORY, is_heavy=True),
    "race": Entry("race:race", RaceQuestion, Of.PRESENCE),
}  # those that are answered at once; `SeedsQuestion` begins a job


def answer(name: str, taken: Any, question: StudyQuestion | None) -> Any:
    """What the question is answered with; where it is called, NumPy and Numba are loaded if they are needed.

    Args:
        taken: what was needed of the run (`Entry.of`).
    """
    entry = QUESTIONS[name]
    answers = cast(Callable[..., Any], pkgutil.resolve_name(f"{__package__}.{entry.by}"))
    needed = [taken] if entry.of in (Of.SNAPSHOT, Of.TRAJECTORY) else []
    return answers(*needed, *([question] if entry.question else []))
