"""Columns that say the same in other words are found, others are not."""

import pytest

from glassbox.tables.columns import column_of
from glassbox.tables.numbers import Mark
from glassbox.tables.twins import twins_of


def twins(*columns):
    return twins_of([column_of("a", cells, range(2, 2 + len(cells)), Mark.POINT) for cells in columns])


CLASSES = [str(n % 3 + 1) for n in range(30)]
NAMES = [["Third", "First", "Second"][n % 3] for n in range(30)]
COLUMNS = {
    "numbers and their names": (CLASSES, NAMES, True),
    "with the same rows missing": (["", *CLASSES[1:]], ["", *NAMES[1:]], True),
    "with other rows missing": (CLASSES, ["", *NAMES[1:]], False),
    "one row is another": (CLASSES, ["Second", *NAMES[1:]], False),
    "several names for one number": (CLASSES, [f"{name}{n % 2}" for n, name in enumerate(NAMES)], False),
    "in few rows": (CLASSES[:9], NAMES[:9], False),
    "each a single value": (["x"] * 30, ["y"] * 30, False),
    "many values": ([str(n) for n in range(30)], [f"t{n}" for n in range(30)], False),
}


@pytest.mark.parametrize(("one", "other", "same"), COLUMNS.values(), ids=COLUMNS)
def test_twins_are_columns_whose_values_go_with_each_other_one_by_one(one, other, same):
    assert twins(one, other) == (((1,), (0,)) if same else ((), ()))


def test_each_column_is_told_all_of_its_twins():
    assert twins(CLASSES, ["x", *CLASSES[1:]], NAMES, NAMES) == ((2, 3), (), (0, 3), (0, 2))
