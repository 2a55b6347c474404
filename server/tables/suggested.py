"""Which column of a table is suggested as the target, which as inputs, and why: a guess that a person can put right."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, TextColumn
from glassbox.tables.facts import facts_of
from glassbox.tables.limits import MOST_INPUTS, NOTED_COLUMNS
from glassbox.tables.target_kind import TargetKind, readings_of
from glassbox.tables.twins import twins_of

# names of what is to be predicted, the surest first
_TARGETS = (
    *("target", "label", "survived", "outcome", "diagnosis", "species", "y", "class", "quality", "category"),
    *("klasse", "ziel", "art", "mpg", "charges", "tip", "medv", "death_event", "churn", "exited", "default", "income"),
    *("result", "ergebnis", "strength", "progression", "variety"),
)
_TARGET_ENDINGS = {"target", "label", "outcome", "class", "category", "price", "value", "preis", "wert"}
_COUNTERS = {"id", "ids", "index", "idx", "no", "nr", "number", "nummer", "row"}
_WORD = re.compile(r"[A-Z]?[a-zäöüß]+|[A-Z]+(?![a-z])|\d+")
_MOSTLY = 0.5  # of the rows must have a value, for a column to be suggested


@dataclass(frozen=True)
class Suggestion:
    """Columns counted from 0, None and () where nothing fits.

    Attributes:
        why: why this target, in a sentence; "" without one.
        notes: which columns were left out of the inputs though they could be some, and why.
    """

    target: int | None
    inputs: tuple[int, ...]
    why: str = ""
    notes: tuple[str, ...] = ()


def suggestion(columns: Sequence[Column]) -> Suggestion:
    """What a person would most likely choose of these columns."""
    target, why = _target(columns)
    able = [place for place, column in enumerate(columns) if place != target and not facts_of(column).no_input]
    counters = [place for place in able if _only_counts(columns[place], place)]
    telling = [place for place in able if place not in counters and _mostly_there(columns[place])]
    twins = _twins(columns, target, telling)
    telling = [place for place in telling if place not in twins]
    notes = [_counter(columns[place]) for place in counters[:NOTED_COLUMNS]] if telling else []
    if telling:
        notes += [
            words.TWIN.format(name=columns[place].name, other=columns[other].name)
            for place, other in list(twins.items())[:NOTED_COLUMNS]
        ]
    return Suggestion(target, _as_many_as_are_taken(columns, telling or able), why, tuple(notes))


def _twins(columns: Sequence[Column], target: int | None, places: Sequence[int]) -> dict[int, int]:
    """Of these columns those that say the same, in other words, as the target or as one before, and which that is."""
    every = twins_of(columns)
    twins: dict[int, int] = {}
    for place in places:
        kept = [at for at in every[place] if at == target or (at in places and at < place)]
        if kept:
            twins[place] = target if target is not None and target in kept else kept[0]
    return twins


def _as_many_as_are_taken(columns: Sequence[Column], places: Sequence[int]) -> tuple[int, ...]:
    given = accumulate(facts_of(columns[place]).inputs for place in places)
    return tuple(place for place, count in zip(places, given, strict=True) if count <= MOST_INPUTS)


def _target(columns: Sequence[Column]) -> tuple[int | None, str]:
    """The target and the reason for it; among equals, the last."""
    fitting = [place for place, column in enumerate(columns) if readings_of(column)]
    fitting = [place for place in fitting if not _only_counts(columns[place], place)] or fitting
    fitting = [place for place in fitting if not facts_of(columns[place]).no_input] or fitting  # remarks are no classes
    texts = [place for place in fitting if isinstance(columns[place], TextColumn)]
    only_text = texts if len(texts) == 1 and texts[0] in (0, len(columns) - 1) else []
    last = max((at for at, column in enumerate(columns) if not _only_counts(column, at)), default=0)
    wishes: tuple[tuple[str, Callable[[int], bool]], ...] = (
        *((words.WHY_NAME, lambda place, name=name: columns[place].name.lower() == name) for name in _TARGETS),
        (words.WHY_NAME, lambda place: _words_of(columns[place].name)[-1:] in [[end] for end in _TARGET_ENDINGS]),
        (words.WHY_ONLY_TEXT, lambda place: place in only_text),
        (words.WHY_ZERO_ONE, lambda place: _is_zero_one(columns[place])),
        (words.WHY_TEXT, lambda place: place in texts),
        (words.WHY_CLASSES, lambda place: _stands_out(columns, place)),
        (words.WHY_LAST, lambda place: place == last),
        (words.WHY_FIRST, lambda place: place == 0),
        (words.WHY_ANY, lambda place: True),
    )
    for why, wish in wishes:
        for place in reversed(fitting):
            if wish(place):
                return place, why.format(name=columns[place].name)
    return None, ""


def _counter(column: Column) -> str:
    dates = isinstance(column, NumberColumn) and column.form
    return (words.COUNTER_OF_DATES if dates else words.COUNTER).format(name=column.name)


def _stands_out(columns: Sequence[Column], place: int) -> bool:
    """Whether a column has few whole numbers, and is the only such one, or the first or last column of the table."""
    few = [at for at, column in enumerate(columns) if readings_of(column)[:1] == (TargetKind.CLASS,)]
    return place in few and (len(few) == 1 or place in (0, len(columns) - 1))


def _words_of(name: str) -> list[str]:
    """“PassengerId” and “median_house_value” as words in small letters."""
    return [word.lower() for word in _WORD.findall(name)]


def _is_zero_one(column: Column) -> bool:
    return isinstance(column, NumberColumn) and set(np.unique(column.values[column.present])) == {0.0, 1.0}


def _only_counts(column: Column, place: int) -> bool:
    """Whether whole numbers or dates only tell the rows apart: they grow from row to row, or no two numbers are alike
    and the column is called so or is the first and has no name.
    """
    if not isinstance(column, NumberColumn) or not column.present.all():
        return False
    values = column.values
    if column.form:
        return bool((np.diff(values) > 0).all())
    if not (values == np.round(values)).all() or len(np.unique(values)) < len(values):
        return False
    unnamed = place == 0 and column.name == words.UNNAMED.format(number=1)
    return bool((np.diff(values) > 0).all()) or unnamed or bool(_COUNTERS & set(_words_of(column.name)[-1:]))


def _mostly_there(column: Column) -> bool:
    return bool(column.present.mean() > _MOSTLY)
