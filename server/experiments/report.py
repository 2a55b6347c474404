"""Writes the report of an experiment: what a page draws, and what it shows in sentences."""

from itertools import pairwise, product

import msgspec

from glassbox.experiments import words
from glassbox.experiments.answers import AxisTold, Guess, Listed, Number, Report
from glassbox.experiments.findings import FoundAxis, FoundMeasure, FoundPoint, caveats, sentences
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import questions
from glassbox.experiments.tally import Tally
from glassbox.experiments.trials import this_machine
from glassbox.words.sentence import Sentence


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
        title=Sentence(experiment.title) if about.question else experiment.title,
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
        sentences=told(plan, tally),
        caveats=not_told(plan, tally),
        machine=next((result.machine for result in tally.results.values()), this_machine()),
        trouble=about.trouble,
    )


def listed(told: Report, created: float) -> Listed:
    """A line of its owner's list, of what a report tells."""
    return Listed(
        id=told.id,
        title=titled(told.question, told.title),
        question=told.question,
        state=told.state,
        created=created,
        done=told.done,
        total=told.total,
        sentence=told.sentences[0] if told.sentences else "",
    )


def titled(question: str, title: str) -> str:
    """What it is called: of a ready question, what is asked and in which form."""
    asked = questions().get(question)
    return words.TITLED.format(question=Sentence(asked.settings.title), variant=Sentence(title)) if asked else title


def axes(plan: Plan) -> list[AxisTold]:
    """The axes with their values, as they are written."""
    return [
        AxisTold(kind.name, kind.label, kind.unit, kind.scale, plan.values[at], list(plan.texts[at]))
        for at, kind in enumerate(plan.kinds)
    ]


def line(plan: Plan) -> list[Number]:
    """Where along the first axis there are as many parameters as points to learn from: an index, with its part to the
    next; for each value of the other axes. None where that is nowhere, or is not asked for.
    """
    if plan.experiment.line != "parameters" or not plan.shape:
        return []
    others = product(*map(range, plan.shape[1:]))
    return [_crossing([plan.beyond[(at, *other)] for at in range(plan.shape[0])]) for other in others]


def _crossing(excess: list[int]) -> Number:
    """Where it comes to 0, by a straight line from value to value."""
    for at, (here, there) in enumerate(pairwise(excess)):
        if here == 0:
            return float(at)
        if here * there < 0:
            return at + here / (here - there)
    return float(len(excess) - 1) if excess and excess[-1] == 0 else None


def told(plan: Plan, tally: Tally) -> list[str]:
    """What it shows so far, in sentences."""
    measure, train = watched(plan)
    return sentences(_found_axes(plan), _found_points(plan, tally), measure, train)


def not_told(plan: Plan, tally: Tally) -> list[str]:
    """What the sentences do not say."""
    is_ordered = bool(plan.kinds) and plan.kinds[0].scale != "choice"
    measure, _ = watched(plan)
    return caveats(_found_points(plan, tally), measure, plan.experiment.seeds, plan.total, is_ordered)


def watched(plan: Plan) -> tuple[FoundMeasure, FoundMeasure | None]:
    """The measure that sentences are about: of the test data, if there is one; and the same of the training data."""
    names = plan.experiment.measures
    name = next((name for name in names if name.startswith("test_")), names[0])
    twin = name.replace("test_", "train_", 1)
    return _found_measure(name), _found_measure(twin) if twin != name and twin in names else None


def _found_measure(name: str) -> FoundMeasure:
    return FoundMeasure(name, MEASURES[name].within)


def _found_axes(plan: Plan) -> list[FoundAxis]:
    return [FoundAxis(each.name, each.label, each.scale != "choice", tuple(each.texts)) for each in axes(plan)]


def _found_points(plan: Plan, tally: Tally) -> list[FoundPoint]:
    points = [tally.point(place) for place in plan.points]
    return [FoundPoint(each.at, each.done, each.diverged, each.median, each.high) for each in points]
