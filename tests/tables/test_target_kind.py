"""Tests of how a column can be taken as a target."""

import pytest

from glassbox.tables.columns import column_of
from glassbox.tables.numbers import Mark
from glassbox.tables.target_kind import TargetKind, readings_of

NUMBER, CLASS = TargetKind.NUMBER, TargetKind.CLASS
READINGS = {
    "many numbers": (range(20), (NUMBER,)),
    "few whole numbers": ([0, 1] * 10, (CLASS, NUMBER)),
    "few broken numbers": ([0.5, 1.5] * 10, (NUMBER, CLASS)),
    "one number": ([7] * 20, ()),
    "few texts": (["yes", "no"] * 10, (CLASS,)),
    "one text": (["yes"] * 20, ()),
    "many texts": ([f"text {number}" for number in range(20)], ()),
}


@pytest.mark.parametrize(("cells", "readings"), READINGS.values(), ids=READINGS)
def test_a_column_is_taken_in_the_ways_that_fit_the_likelier_first(cells, readings):
    assert readings_of(column_of("a", [str(cell) for cell in cells], range(20), Mark.POINT)) == readings
