"""Columns that say the same in other words are found, others are not."""

import pytest

from glassbox.tables.columns import column_of
from glassbox.tables.numbers import Mark
from glassbox.tables.twins import are_twins, codes_of


def codes(cells):
    return codes_of(column_of("a", cells, range(2, 2 + len(cells)), Mark.POINT))


CLASSES = [str(n % 3 + 1) for n in range(30)]
NAMES = [["First", "Second", "Third"][n % 3] for n in range(30)]
COLUMNS = {
    "numbers and their names": (CLASSES, NAMES, True),
    "with some missing": (CLASSES[:20] + [""] * 10, ["", *NAMES[1:]], True),
    "one row is another": (CLASSES, ["Second", *NAMES[1:]], False),
    "several names for one number": (CLASSES, [f"{name}{n % 2}" for n, name in enumerate(NAMES)], False),
    "in few rows": (CLASSES[:9], NAMES[:9], False),
    "each a single value": (["x"] * 30, ["y"] * 30, False),
    "many values": ([str(n) for n in range(30)], [f"t{n}" for n in range(30)], False),
}


@pytest.mark.parametrize(("one", "other", "same"), COLUMNS.values(), ids=COLUMNS)
def test_twins_are_columns_whose_values_go_with_each_other_one_by_one(one, other, same):
    assert are_twins(codes(one), codes(other)) is same
    assert are_twins(codes(other), codes(one)) is same
