"""Any data as CSV, to take home: in the original units, and safe to open in a spreadsheet."""

import csv
import math
from io import StringIO

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.dataset import Description, Points, Quantity
from glassbox.tables.numbers import is_number
from glassbox.tables.shown import distinct

_FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")  # a spreadsheet would compute a cell that begins with one
_DIGITS = 5  # after the first one of a spread: finer than float32 is


def points_as_csv(points: Points, about: Description) -> bytes:
    """The points in their order (those that train come first), with a header; UTF-8 with a mark, as Excel wants it."""
    quantities = (*about.inputs, about.target)
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(distinct(_harmless(_heading(quantity)) for quantity in quantities))
    inputs = [_numbers(quantity, x) for quantity, x in zip(about.inputs, points.x.T, strict=False)]
    writer.writerows(zip(*inputs, _targets(points, about), strict=True))
    return text.getvalue().encode("utf-8-sig")


def _heading(quantity: Quantity) -> str:
    return f"{quantity.name} ({quantity.unit})" if quantity.unit else quantity.name


def _targets(points: Points, about: Description) -> list[str]:
    if not points.classes:
        return _numbers(about.target, points.target)
    names = [_harmless(name) for name in about.class_names] or [str(index) for index in range(points.classes)]
    return [names[int(target)] for target in points.target]


def _numbers(quantity: Quantity, x: Floats) -> list[str]:
    """The original numbers, rounded to what float32 had kept of them."""
    original = quantity.original(x)
    decimals = _DIGITS - math.floor(math.log10(abs(quantity.spread / quantity.width)))
    return [repr(number).removesuffix(".0") for number in np.round(original, decimals).tolist()]


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: the usual guard is an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and not is_number(text) else text
