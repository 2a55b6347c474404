"""Reads dates as people write them, as numbers of days: a column of dates is written in one form throughout."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice, product
from math import nan

from glassbox.tables.numbers import MISSING, are_few

_DAYS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d/%m/%y"),
    *("%m/%d/%y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d-%b-%y"),
)
_TIMES = ("", " %H:%M", " %H:%M:%S", "T%H:%M", "T%H:%M:%S", "T%H:%M:%SZ", " %I:%M %p", " %I:%M:%S %p", ", %H:%M:%S")
FORMS = ("%Y-%m", *(day + time for time, day in product(_TIMES, _DAYS)))
_LONGEST = 40  # characters of a date
_FEW = 20  # cells, to tell which forms are worth trying on all
_DIGITS, _LETTERS = re.compile(r"\d+|%[YmdyHMSI]"), re.compile("%[bBp]|[A-Za-z]+")


def _shape(text: str) -> str:
    """A date or a form with 0 for each number and “a” for each word."""
    return _LETTERS.sub("a", _DIGITS.sub("0", text))


_BY_SHAPE: dict[str, list[str]] = {}
for _form in FORMS:
    _BY_SHAPE.setdefault(_shape(_form), []).append(_form)


@dataclass(frozen=True)
class Dates:
    """A column read as dates.

    Attributes:
        days: since `start`, with the time of day as a part of one; NaN where a date is missing or the cell is odd.
        form: how they are written, as `datetime.strptime` has it.
        start: the first of the days there are, as ISO 8601 has it.
        odd: the places of cells that are neither dates nor missing.
        either: a cell, how it is read, and how in the `other` form that fits as well; None if the column settles it.
    """

    days: list[float]
    form: str
    start: str
    odd: tuple[int, ...] = ()
    either: tuple[str, str, str] | None = None
    other: str = ""


def dates_of(cells: Sequence[str], form: str | None = None) -> Dates | None:
    """A column as dates, in the form given or else the one that fits most cells; None where they are none."""
    forms = _forms(cells) if form is None else {form} & set(FORMS)
    read = [(each, dates) for each in FORMS if each in forms and (dates := _read(cells, each))]
    if not read:
        return None
    form, dates = max(read, key=lambda found: len(_there(found[1])))
    equals = [each for each, others in read if len(_there(others)) == len(_there(dates)) and others != dates]
    return _dates(cells, form, dates, equals)


def _read(cells: Sequence[str], form: str) -> list[datetime | None]:
    """The dates in a form; empty where too few cells are in it."""
    known: dict[str, datetime | None] = {}
    present = sum(cell.lower() not in MISSING for cell in cells)
    for number, cell in enumerate(filter(_is_there, cells)):
        if cell not in known:
            known[cell] = _date(cell, form)
        if number == _FEW and not any(known.values()):
            return []
    dates = [known.get(cell) for cell in cells]
    return dates if _there(dates) and are_few(present - len(_there(dates)), present) else []


def _there(dates: list[datetime | None]) -> list[datetime]:
    return [date for date in dates if date]


def _dates(cells: Sequence[str], form: str, dates: list[datetime | None], equals: list[str]) -> Dates:
    start = min(_there(dates)).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [nan if date is None else (date - start) / timedelta(days=1) for date in dates]
    odd = tuple(place for place, date in enumerate(dates) if date is None and _is_there(cells[place]))
    found = Dates(days, form, start.date().isoformat(), odd)
    if not equals:
        return found
    others = (_date(cell, equals[0]) for cell in cells)
    told = zip(cells, dates, others, strict=True)
    either = next((cell, _told(date), _told(other)) for cell, date, other in told if date != other)
    return replace(found, either=either, other=equals[0])


def _forms(cells: Sequence[str]) -> set[str]:
    """The forms in which the first cells can be."""
    first = islice(filter(_is_there, cells), _FEW)
    return {form for cell in first for form in _BY_SHAPE.get(_shape(cell), ()) if _date(cell, form)}


def _is_there(cell: str) -> bool:
    return cell.lower() not in MISSING


def _date(cell: str, form: str) -> datetime | None:
    if len(cell) > _LONGEST:
        return None
    try:
        return datetime.strptime(cell, form)
    except ValueError:
        return None


def _told(date: datetime | None) -> str:
    return f"{date.day} {date:%B %Y}" if date else ""
