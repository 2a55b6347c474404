"""Numbers as JSON can hold them."""

import math

from glassbox.study.numbers import finite, short


def test_what_is_no_ordinary_number_is_told_as_missing():
    assert [finite(value) for value in (1.5, None, math.inf, -math.inf, math.nan)] == [1.5, None, None, None, None]
    assert short(math.nan, 3) is None


def test_short_numbers_keep_so_many_significant_digits():
    assert (short(123456.0, 3), short(0.00123456, 2), short(-2.0, 5)) == (123000.0, 0.0012, -2.0)
