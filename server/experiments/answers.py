"""What a page is told of experiments; `tests/golden/experiment_report.json` has one that both sides read."""

from typing import Any

import msgspec

Number = float | None  # null where there is none, or none yet


class AxisOption(msgspec.Struct, frozen=True):
    """One of the choices of an axis."""

    value: str
    label: str


class AxisOffer(msgspec.Struct, frozen=True):
    """Something that can vary; `scale` is "linear", "log" or "choice"."""

    name: str
    label: str
    unit: str
    scale: str
    is_whole: bool
    least: Number
    most: Number
    suggested: tuple[int | float | str, ...]
    choices: list[AxisOption]


class MeasureOffer(msgspec.Struct, frozen=True):
    """Something that can be measured; of which `problem` only, if not of all."""

    name: str
    label: str
    unit: str
    log: bool
    problem: str


class Limits(msgspec.Struct, frozen=True):
    """The most that an experiment may have."""

    trials: int
    seeds: int
    points: int
    epochs: int


class FormOffer(msgspec.Struct, frozen=True):
    """The quick or the full form of a ready question: how many trainings, and about how long on one core."""

    trials: int
    seconds: float


class VariantOffer(msgspec.Struct, frozen=True):
    """A ready question as it can be run; `definition` is its full form, to make one's own of it."""

    name: str
    title: str
    idea: str
    forms: dict[str, FormOffer]
    definition: dict[str, Any]
    shown: tuple[str, ...]


class QuestionOffer(msgspec.Struct, frozen=True):
    """A ready question; `see`, `why` and `fails` are HTML."""

    name: str
    title: str
    group: str
    idea: str
    minutes: int
    variants: list[VariantOffer]
    see: str
    why: str
    fails: str


class Catalogue(msgspec.Struct, frozen=True):
    """All that the place Experiments offers."""

    questions: list[QuestionOffer]
    axes: list[AxisOffer]
    measures: list[MeasureOffer]
    limits: Limits


class Cost(msgspec.Struct, frozen=True):
    """What an experiment takes, before it runs; `seconds` of this server, with nothing else to do."""

    trials: int
    seconds: float
    points: int


class NoCost(msgspec.Struct, frozen=True):
    """Why an experiment cannot run as it stands, in a sentence."""

    wrong: str


class AxisTold(msgspec.Struct, frozen=True):
    """An axis of a report: its values, and how each is written."""

    name: str
    label: str
    unit: str
    scale: str
    values: tuple[int | float | str, ...]
    texts: list[str]


class Guess(msgspec.Struct, frozen=True):
    """What was drawn before it ran: a value of the measure for each value of the first axis."""

    measure: str
    values: list[Number]


class Point(msgspec.Struct, frozen=True):
    """One place of the experiment: its trainings, one for each seed, and what was measured of them.

    Median and quantiles (10 % and 90 %) are actual values of those that have ended, in which what has diverged counts
    as infinite; null where that is what they are, or where nothing has ended.
    """

    at: tuple[int, ...]
    parameters: int
    trials: list[int]
    done: int
    diverged: int
    values: dict[str, list[Number]]
    median: dict[str, Number]
    low: dict[str, Number]
    high: dict[str, Number]


class Report(msgspec.Struct, frozen=True):
    """An experiment as far as it is; `points` are those that have changed since the revision that was asked for."""

    id: str
    revision: int
    state: str
    title: str
    question: str
    variant: str
    form: str
    experiment: dict[str, Any]
    axes: list[AxisTold]
    measures: list[str]
    shown: list[str]
    done: int
    total: int
    diverged: int
    seconds_left: Number
    line: list[Number]
    training_points: int
    guess: Guess | None
    points: list[Point]
    sentences: list[str]
    caveats: list[str]
    machine: str
    trouble: str = ""


class Unchanged(msgspec.Struct, frozen=True):
    """Nothing has changed since the revision that was asked for."""

    revision: int


class Listed(msgspec.Struct, frozen=True):
    """An experiment in its owner's list."""

    id: str
    title: str
    question: str
    state: str
    created: float
    done: int
    total: int
    sentence: str
