"""A column is numbers or texts, as its cells say."""

import numpy as np

from glassbox.tables.columns import Cell, NumberColumn, TextColumn, column_of
from glassbox.tables.limits import MOST_CLASSES
from glassbox.tables.numbers import Mark


def column(*cells):
    return column_of("a column", cells, range(2, 2 + len(cells)), Mark.POINT)


def test_numbers_with_gaps_are_numbers():
    found = column("1", "", "2.5")
    assert isinstance(found, NumberColumn) and found.present.tolist() == [True, False, True]
    np.testing.assert_array_equal(found.values, [1.0, np.nan, 2.5])


def test_texts_are_codes_into_their_alphabet():
    found = column("oak", "ash", "", "oak")
    assert isinstance(found, TextColumn) and found.labels == ("ash", "oak")
    assert found.codes.tolist() == [1, 0, -1, 1] and found.present.tolist() == [True, True, False, True]
    assert (found.different, found.first, found.too_many) == (2, Cell(2, "oak"), None)


def test_the_first_cell_that_is_no_number_is_pointed_at():
    assert column("1", "2", "three").first == Cell(4, "three")


def test_so_many_texts_that_they_are_no_classes_are_pointed_at_too():
    found = column(*(f"text {number:03}" for number in range(MOST_CLASSES + 1)))
    assert found.labels == () and found.too_many == Cell(2 + MOST_CLASSES, f"text {MOST_CLASSES:03}")


def test_the_first_odd_cells_of_a_column_of_numbers_are_kept_with_their_rows():
    found = column(*["1"] * 46, "158 cm", "unknown", "#DIV/0!", "1e400")
    assert isinstance(found, NumberColumn) and len(found.odd_places) == 4 and found.present.sum() == 46
    assert found.odd == (Cell(48, "158 cm"), Cell(49, "unknown"), Cell(50, "#DIV/0!"))
