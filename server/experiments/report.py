"""Writes the report of an experiment: what a page draws, and what it shows in sentences."""

from itertools import pairwise

import msgspec

from glassbox.experiments.answers import AxisTold, Guess, Listed, Number, Report
from glassbox.experiments.plan import Place, Plan
from glassbox.experiments.tally import Tally
from glassbox.experiments.trials import this_machine
from glassbox.experiments.verdicts import caveats, sentences


class About(msgspec.Struct, kw_only=True):
    """What is known of an experiment beside its trainings.

    Attributes:
        key: its id.
        question, variant, form: of the ready questions, if it is one; else "".
        shown: the measures that are drawn first; (): all.
        state: waiting, running, paused, done, cancelled or failed.
        trouble: why it cannot be kept, or why it failed, in one sentence.
    """

    key: str
    created: float = 0.0
    question: str = ""
    variant: str = ""
    form: str = ""
    shown: tuple[str, ...] = ()
    state: str = "waiting"
    guess: Guess | None = None
    trouble: str = ""


def report(plan: Plan, tally: Tally, about: About, seconds_left: Number, since: int = 0) -> Report:
    """All of it, or what has changed since a revision."""
    experiment = plan.experiment
    return Report(
        id=about.key,
        revision=tally.revision,
        state=about.state,
        title=experiment.title,
        question=about.question,
        variant=about.variant,
        form=about.form,
        experiment=experiment.plain(),
        axes=axes(plan),
        measures=list(experiment.measures),
        shown=list(about.shown or experiment.measures),
        done=len(tally.results),
        total=plan.total,
        diverged=tally.diverged,
        seconds_left=seconds_left,
        line=line(plan),
        training_points=plan.training_points_of(plan.settings_of(plan.points[0])),
        guess=about.guess,
        points=tally.points(since),
        sentences=sentences(plan, tally),
        caveats=caveats(plan, tally),
        machine=next((result.machine for result in tally.results.values()), this_machine()),
        trouble=about.trouble,
    )


def listed(plan: Plan, tally: Tally, about: About) -> Listed:
    """A line of its owner's list."""
    told = sentences(plan, tally) if tally.results else []
    return Listed(
        id=about.key,
        title=plan.experiment.title,
        question=about.question,
        state=about.state,
        created=about.created,
        done=len(tally.results),
        total=plan.total,
        sentence=told[0] if told else "",
    )


def axes(plan: Plan) -> list[AxisTold]:
    """The axes with their values, as they are written."""
    return [
        AxisTold(kind.name, kind.label, kind.unit, kind.scale, plan.values[at], _texts(plan, at))
        for at, kind in enumerate(plan.kinds)
    ]


def _texts(plan: Plan, axis: int) -> list[str]:
    def place(index: int) -> Place:
        return tuple(index if at == axis else 0 for at in range(len(plan.shape)))

    kind = plan.kinds[axis]
    return [kind.text(plan.settings_of(place(at)), value) for at, value in enumerate(plan.values[axis])]


def line(plan: Plan) -> list[Number]:
    """Where along the first axis there are as many parameters as points to learn from: an index, with its part to the
    next; for each value of the second axis. None where that is nowhere, or is not asked for.
    """
    if plan.experiment.line != "parameters" or not plan.shape:
        return []
    others = range(plan.shape[1]) if len(plan.shape) > 1 else [None]
    return [_crossing([_excess(plan, at, other) for at in range(plan.shape[0])]) for other in others]


def _excess(plan: Plan, at: int, other: int | None) -> int:
    place = (at,) if other is None else (at, other)
    settings = plan.settings_of(place)
    return plan.parameters_of(place) - plan.training_points_of(settings)


def _crossing(excess: list[int]) -> Number:
    """Where it comes to 0, by a straight line from value to value."""
    for at, (here, there) in enumerate(pairwise(excess)):
        if here == 0:
            return float(at)
        if here * there < 0:
            return at + here / (here - there)
    return float(len(excess) - 1) if excess and excess[-1] == 0 else None
