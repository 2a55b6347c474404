"""What a page is told of lessons; `tests/golden/lesson.json` has some that both sides read."""

from collections.abc import Iterator
from typing import Any

import msgspec

from glassbox.lessons.facts import Kind, find
from glassbox.lessons.lesson import (
    Do,
    Exactly,
    Lesson,
    Look,
    Part,
    Predict,
    PredictChoice,
    PredictCurve,
    PredictNumber,
    SetUp,
    Step,
    Text,
    Why,
)
from glassbox.lessons.markup import block_html, inline_html
from glassbox.settings import Settings, difference
from glassbox.settings.address import address_of, text_of

PERCENT = "%"

Number = float | None


class Told(msgspec.Struct, frozen=True, tag_field="kind", tag=lambda name: name.removesuffix("Told").lower()):
    """A part of a step; `kind` says which. Every text is HTML."""


class TextTold(Told, frozen=True):
    """What is read."""

    html: str


class SetTold(Told, frozen=True, kw_only=True):
    """How the page is to stand: `address` as its own would have it, and what no address says.

    `weights`: layer, unit, source (null: the bias), value. `beside`: the settings of the second lane that
    are not the defaults, or not as in the first.
    """

    address: dict[str, str]
    own: str | None
    weights: tuple[tuple[int, int, int | None, float], ...]
    beside: dict[str, str] | None
    experiment: str
    play: bool


class PredictTold(Told, frozen=True, kw_only=True):
    """A guess: what there is to choose, or what is to be guessed of; after `epochs`, an experiment, or at once."""

    number: int
    form: str
    ask: str
    choices: list[str]
    measure: str
    measure_label: str
    unit: str
    scale: str
    epochs: int
    experiment: str


class DoTold(Told, frozen=True):
    """A goal; `hints`: how many strengths of them there are."""

    number: int
    ask: str
    hints: int
    experiment: str


class LookTold(Told, frozen=True):
    """A part of the page to point at."""

    at: str
    say: str


class WhyTold(Told, frozen=True):
    """A question, and the answer to compare with."""

    ask: str
    answer: str


class ExactlyTold(Told, frozen=True):
    """What is said shortly, and what is so exactly."""

    shortly: str
    exactly: str


class StepTold(msgspec.Struct, frozen=True):
    """One step; its title is HTML, too, while the lesson's own texts are plain."""

    title: str
    parts: list[Told]


class LessonTold(msgspec.Struct, frozen=True, kw_only=True):
    """A whole lesson; `next`: the name of the one that follows, "" for none."""

    name: str
    title: str
    idea: str
    minutes: int
    group: str
    able: str
    needs: tuple[str, ...]
    is_own: bool
    next: str
    steps: list[StepTold]


class LessonListed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of lessons; `steps`: how many."""

    name: str
    title: str
    idea: str
    minutes: int
    group: str
    able: str
    needs: tuple[str, ...]
    order: int
    steps: int
    is_own: bool


class FaultTold(msgspec.Struct, frozen=True):
    """What is wrong in a file of the operator's folder."""

    file: str
    line: int
    text: str


class LessonsTold(msgspec.Struct, frozen=True):
    """All lessons there are, in their order, and what keeps files from being some."""

    lessons: list[LessonListed]
    faults: list[FaultTold]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer is told: waiting, right, wrong, reached or open; a sentence in HTML, or "".

    `truth` is what came where a number or curve was asked for, `choice` the number of the right answer.
    """

    state: str
    sentence: str = ""
    truth: Number | list[Number] = None
    choice: int | None = None


def told(lesson: Lesson, following: str) -> LessonTold:
    """A lesson as the page gets it: without anything that would give an answer away."""
    return LessonTold(
        name=lesson.name,
        title=lesson.title,
        idea=lesson.idea,
        minutes=lesson.minutes,
        group=lesson.group,
        able=lesson.able,
        needs=lesson.needs,
        is_own=lesson.is_own,
        next=following,
        steps=[_step(step) for step in lesson.steps],
    )


def listed(lesson: Lesson) -> LessonListed:
    """Its line of the list."""
    return LessonListed(
        name=lesson.name,
        title=lesson.title,
        idea=lesson.idea,
        minutes=lesson.minutes,
        group=lesson.group,
        able=lesson.able,
        needs=lesson.needs,
        order=lesson.order,
        steps=len(lesson.steps),
        is_own=lesson.is_own,
    )


def address(set_up: SetUp) -> dict[str, str]:
    """A set-up as the page's address has it."""
    return address_of(set_up.settings) | set_up.look


def predict_told(part: Predict) -> PredictTold:
    """A guess, with all that there is to be read of it."""
    return PredictTold(
        number=part.number, form=part.form, ask=inline_html(part.ask), epochs=part.until.epochs,
        experiment=part.until.experiment, **dict(_guessed(part)),
    )  # fmt: skip


def _step(step: Step) -> StepTold:
    return StepTold(inline_html(step.title), [_part(part) for part in step.parts])


def _part(part: Part) -> Told:
    match part:
        case Text():
            return TextTold(part.html)
        case SetUp():
            beside = None if part.beside is None else _beside(part.settings, part.beside)
            return SetTold(
                address=address(part), own=part.own, weights=part.weights, beside=beside,
                experiment=part.experiment, play=part.play,
            )  # fmt: skip
        case Do():
            strengths = {hint.level for hint in part.hint}
            return DoTold(part.number, inline_html(part.ask), len(strengths), part.experiment)
        case Look():
            return LookTold(part.at, inline_html(part.say))
        case Why():
            return WhyTold(inline_html(part.ask), block_html(part.answer))
        case Exactly():
            return ExactlyTold(inline_html(part.shortly), inline_html(part.exactly))
    return predict_told(part)


def _beside(first: Settings, second: Settings) -> dict[str, str]:
    """Whole, and with all that is not as in the first lane, though it be the default."""
    names = {*difference(Settings(), second), *difference(first, second)}
    return {name: text_of(getattr(second, name)) for name in Settings.model_fields if name in names}


def _guessed(part: Predict) -> Iterator[tuple[str, Any]]:
    is_choice = isinstance(part, PredictChoice)
    yield "choices", [inline_html(choice.text) for choice in part.choice] if isinstance(part, PredictChoice) else []
    measure = "" if isinstance(part, PredictChoice) else part.measure
    fact = None if is_choice else find(measure)
    is_share = fact is not None and fact.kind is Kind.SHARE
    yield "measure", measure
    yield "measure_label", "" if fact is None else fact.label or fact.meaning
    yield "unit", PERCENT if is_share else part.unit if isinstance(part, PredictNumber) else ""
    yield "scale", part.scale if isinstance(part, PredictCurve) else "linear"
