"""A column becomes the numbers of one input or of several, and says how."""

import numpy as np

from glassbox.engine.coding import Coding, CodingKind
from glassbox.tables.coded import coded
from glassbox.tables.columns import column_of
from glassbox.tables.numbers import Mark


def inputs(*cells, usable=None):
    column = column_of("shown", cells, range(2, 2 + len(cells)), Mark.COMMA)
    return list(coded(column, "in the file", np.array(usable or [True] * len(cells))))


def test_numbers_stay_numbers():
    (found,) = inputs("4,7", "5", "6", usable=[True, False, True])
    assert found.values.tolist() == [4.7, 6] and found.coding == Coding("in the file", mark=",")


def test_two_texts_are_one_input_of_0_and_1():
    (found,) = inputs("nein", "ja", "ja")
    assert (found.name, found.values.tolist()) == ("shown: ja", [0, 1, 1])
    assert found.coding == Coding("in the file", CodingKind.VALUE, values=("ja", "nein"))


def test_a_few_texts_are_an_input_each():
    found = inputs("S", "C", "Q", "S")
    assert [each.name for each in found] == ["shown: C", "shown: Q", "shown: S"]
    assert [each.values.tolist() for each in found] == [[0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 1]]
    assert found[1].coding.values == ("Q", "C", "S")


def test_of_three_texts_two_that_are_used_are_one_input():
    (found,) = inputs("S", "C", "Q", usable=[True, True, False])
    assert (found.name, found.values.tolist()) == ("shown: S", [1, 0])


def test_dates_are_days():
    (found,) = inputs("3.4.2024", "5.4.2024")
    assert found.values.tolist() == [0, 2] and found.unit == "days since 2024-04-03"
    assert found.coding == Coding("in the file", CodingKind.DAYS, form="%d.%m.%Y", start="2024-04-03")
