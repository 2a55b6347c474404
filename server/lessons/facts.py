"""The names that a lesson's conditions and holes may use: one table, with what each means and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from glassbox.engine.vocabulary import Choice
from glassbox.experiments.finding_words import number
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.verdicts import CRITERIA
from glassbox.lessons import words
from glassbox.settings import Settings
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.words.current import spoken

BESIDE = "beside."  # before a name: the same fact of the second lane
FINDING = "finding"
DONE = "done"

Value = float | str | frozenset[str]
Facts = Mapping[str, Value]  # without those that are not there


class Kind(StrEnum):
    """How a fact's value is written and compared."""

    NUMBER = "number"
    COUNT = "count"
    SHARE = "share"  # from 0 to 1; said in percent
    FLAG = "flag"  # 0 or 1
    WORD = "word"
    WORDS = "words"  # none, one or several of them hold at once


@dataclass(frozen=True)
class Fact:
    """One name.

    Attributes:
        meaning: what it is, to stand after “looks at”.
        label: what the page calls it.
        options: the words that it can be; () where that is not a fixed list.
    """

    name: str
    kind: Kind
    meaning: str
    label: str = ""
    options: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it can be more or less."""
        return self.kind not in (Kind.WORD, Kind.WORDS)


@cache
def of_runs() -> Mapping[str, Fact]:
    """All that can be known of a run, settings included."""
    found = [Fact(name, Kind(kind), meaning, label) for name, kind, label, meaning in words.FACTS]
    found += [_of_setting(name) for name in Settings.model_fields]
    names = tuple(ailment.value for ailment in Ailment)
    found.append(Fact(FINDING, Kind.WORDS, words.FINDING, options=names))
    return {fact.name: fact for fact in found}


@cache
def of_experiments() -> Mapping[str, Fact]:
    """All that can be known of an experiment: a verdict on each of its measures, and where that is lowest."""
    found = [Fact(DONE, Kind.FLAG, words.EXPERIMENT_DONE)]
    for measure in MEASURES.values():
        found += [
            Fact(f"{verdict}.{measure.name}", Kind.FLAG, words.VERDICTS[verdict].format(measure=measure.within))
            for verdict in CRITERIA
        ]
        found += [
            Fact(f"{place}.{measure.name}", Kind.NUMBER, meaning.format(measure=measure.within))
            for place, meaning in words.PLACES.items()
        ]
    return {fact.name: fact for fact in found}


def find(name: str) -> Fact | None:
    """The fact of that name, of the first lane, the second or an experiment."""
    return of_runs().get(name.removeprefix(BESIDE)) or of_experiments().get(name)


def is_of_experiment(name: str) -> bool:
    """Whether an experiment knows it, and not a run."""
    return name in of_experiments()


def said(name: str, value: Value) -> str:
    """A value as the page writes it: 0.0912, 95.2 %, 1,670, Adam."""
    fact = find(name)
    if isinstance(value, str):
        return _label_of(name.removeprefix(BESIDE), value)
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if fact is not None and fact.kind is Kind.SHARE:
        return words.SHARE.format(number=f"{100 * value:.1f}")
    whole = fact is not None and fact.kind in (Kind.COUNT, Kind.FLAG)
    return (f"{value:,.0f}" if whole else number(value)).replace(",", spoken().thousands).replace("-", "−")


def _of_setting(name: str) -> Fact:
    info = Settings.model_fields[name]
    about: Any = info.json_schema_extra
    label = about["label"]
    kind = Kind.COUNT if info.annotation is int else Kind.NUMBER if info.annotation is float else Kind.WORD
    options = tuple(choice.value for choice in _vocabulary(info.annotation)) if kind is Kind.WORD else ()
    is_open = name in ("dataset", "hidden", "features")
    return Fact(name, kind, words.SETTING.format(label=label), label, () if is_open else options)


def _vocabulary(annotation: Any) -> list[Choice]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return list(annotation)
    return next(filter(None, map(_vocabulary, get_args(annotation))), [])


def _label_of(name: str, value: str) -> str:
    if name not in Settings.model_fields:
        return value
    choices = {choice.value: choice.label for choice in _vocabulary(Settings.model_fields[name].annotation)}
    return choices.get(value, value)
