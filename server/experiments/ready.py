"""The ready questions: files of recipes in `questions/`, read and checked, each with its variants in two forms.

A file begins with settings in TOML between two lines of +++, and goes on in Markdown under three headings: what is
seen, why, and when it fails. The first variant is the question itself; without any, the question is the only one.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from glassbox.experiments import words
from glassbox.experiments.answers import FormOffer, QuestionOffer, VariantOffer
from glassbox.experiments.definition import AxisValues, Experiment, Kind, Line, Value, Vary
from glassbox.experiments.plan import Plan
from glassbox.experiments.verdicts import CRITERIA, is_lowest_within, is_peak_within
from glassbox.protocol.refusals import Refusal, echo_text
from glassbox.words.explanations import render
from glassbox.words.languages import ENGLISH, Language
from glassbox.words.paragraphs import translated

FOLDER = Path(__file__).parent / "questions"
FENCE = "+++\n"
HEADINGS = ("What is seen", "Why", "When it fails")

FormName = Literal["quick", "full"]
Verdict = Literal["u", "double_descent", "falls", "rises", "no_effect", "best_at"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Form(_Table):
    """How much of it is run: what differs from the question, by the names of axes for their values."""

    seeds: int
    epochs: int | None = None
    axes: dict[str, list[Value]] = Field(default_factory=dict)


class Expect(_Table):
    """What medians of so many seeds show, by a criterion of `verdicts.py`, whichever seeds these are.

    Attributes:
        others: which values of the further axes it is about, one for each.
        within: the values of the first axis between which the lowest point lies; of a second descent, the peak.
        is_not: whether it is the opposite that is expected.
    """

    measure: str
    verdict: Verdict
    of: int = Field(8, ge=8)
    others: list[Value] = Field(default_factory=list)
    within: tuple[float, float] | None = None
    is_not: bool = False

    def holds(self, values: Sequence[Any], medians: Sequence[float]) -> bool:
        """Whether medians at these values of the first axis are as expected."""
        shows = self.verdict == "best_at" or CRITERIA[self.verdict](medians)
        if self.within is not None:
            is_within = is_peak_within if self.verdict == "double_descent" else is_lowest_within
            shows = shows and is_within(values, medians, self.within)
        return shows != self.is_not


class Recipe(_Table):
    """What a variant may say in the place of what its question says."""

    base: dict[str, Any] = Field(default_factory=dict)
    axes: list[AxisValues] | None = None
    measures: list[str] | None = None
    shown: list[str] | None = None
    line: Line | None = None
    epochs: int | None = None
    kind: Kind | None = None
    vary: Vary | None = None
    forms: dict[FormName, Form] | None = None
    expect: list[Expect] = Field(default_factory=list)


class VariantFile(Recipe):
    """One way to ask."""

    name: str
    title: str
    idea: str


class QuestionFile(Recipe):
    """The settings of a file."""

    name: str
    title: str
    group: str
    idea: str
    minutes: int
    variants: list[VariantFile] = Field(default_factory=list)


class Question(NamedTuple):
    """A file, read; its three texts as HTML."""

    settings: QuestionFile
    see: str
    why: str
    fails: str


class Ready(NamedTuple):
    """A ready question as it is run."""

    experiment: Experiment
    shown: tuple[str, ...]
    expect: tuple[Expect, ...]


@cache
def questions(language: Language = ENGLISH) -> dict[str, Question]:
    """All, by their names, in the order of their files; in English as they are kept and compared."""
    read = [_read(file.read_text("utf-8"), language) for file in sorted(FOLDER.glob("*.md"))]
    return {question.settings.name: question for question in read}


def ready(question: str, variant: str = "", form: str = "full") -> Ready:
    """A ready question in one of its forms; without a variant's name, its first.

    Raises:
        Refusal: there is none of this name.
    """
    found = questions().get(question)
    if found is None:
        raise Refusal(words.NO_SUCH_QUESTION.format(name=echo_text(question), names=", ".join(questions())))
    variants = {each.name: each for each in variants_of(found.settings)}
    chosen = variants.get(variant) if variant else next(iter(variants.values()))
    if chosen is None:
        raise Refusal(words.NO_SUCH_VARIANT.format(name=echo_text(variant), names=", ".join(variants)))
    return _made(found.settings, chosen, form)


def offers(language: Language = ENGLISH) -> list[QuestionOffer]:
    """All questions as a page is offered them."""
    return [_offer(question) for question in questions(language).values()]


def variants_of(settings: QuestionFile) -> list[VariantFile]:
    """The variants; the question itself where it has none."""
    itself = VariantFile(name=settings.name, title=settings.title, idea=settings.idea)
    return settings.variants or [itself]


def _read(text: str, language: Language) -> Question:
    _, front, body = translated(text, language.phrase).split(FENCE, 2)
    parts = [_after(body, language.phrase(heading)) for heading in HEADINGS]
    return Question(QuestionFile.model_validate(tomllib.loads(front)), *parts)


def _after(body: str, heading: str) -> str:
    """What stands under a heading, as HTML."""
    rest = body.split(f"## {heading}\n", 1)[1]
    return render("\n" + rest.split("\n## ", 1)[0].strip()).html


def _made(settings: QuestionFile, variant: VariantFile, form: str) -> Ready:
    forms = variant.forms or settings.forms or {}
    chosen = next((each for name, each in forms.items() if name == form), None)
    if chosen is None:
        raise Refusal(words.NO_SUCH_FORM.format(name=echo_text(form), names=", ".join(forms)))
    axes = variant.axes if variant.axes is not None else settings.axes or []
    said = {name: _either(variant, settings, name) for name in ("measures", "line", "epochs", "kind", "vary")}
    asked: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    asked |= {"epochs": chosen.epochs} if chosen.epochs is not None else {}
    experiment = Experiment.model_validate(
        asked
        | {
            "title": variant.title,
            "base": settings.base | variant.base,
            "axes": [_with_values(axis, chosen.axes) for axis in axes],
            "seeds": chosen.seeds,
        }
    )
    shown = variant.shown or (settings.shown if variant.measures is None else None) or experiment.measures
    return Ready(experiment, tuple(shown), tuple(variant.expect or settings.expect))


def _either(variant: Recipe, settings: Recipe, name: str) -> Any:
    own = getattr(variant, name)
    return getattr(settings, name) if own is None else own


def _with_values(axis: AxisValues, values: dict[str, list[Value]]) -> dict[str, Any]:
    return axis.model_dump() | ({"values": values[axis.name]} if axis.name in values else {})


def _offer(question: Question) -> QuestionOffer:
    settings = question.settings
    return QuestionOffer(
        name=settings.name,
        title=settings.title,
        group=settings.group,
        idea=settings.idea,
        minutes=settings.minutes,
        variants=[_offer_variant(settings, variant) for variant in variants_of(settings)],
        see=question.see,
        why=question.why,
        fails=question.fails,
    )


def _offer_variant(settings: QuestionFile, variant: VariantFile) -> VariantOffer:
    names = variant.forms or settings.forms or {}
    forms = {name: _made(settings, variant, name) for name in names}
    plans = {name: Plan(each.experiment) for name, each in forms.items()}
    full = forms["full"]
    return VariantOffer(
        name=variant.name,
        title=variant.title,
        idea=variant.idea,
        forms={name: FormOffer(plan.total, plan.seconds) for name, plan in plans.items()},
        definition=full.experiment.plain(),
        shown=full.shown,
    )
