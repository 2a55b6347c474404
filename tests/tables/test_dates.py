"""Dates are read in any of the usual forms, one for a column, as days since the first of them."""

import pytest

from glassbox.tables.dates import dates_of

READ = {
    "ISO": ("2024-04-03", "2024-04-05", "2025-04-03"),
    "slashes": ("2024/04/03", "2024/04/05", "2025/04/03"),
    "German": ("3.4.2024", "05.04.2024", "03.04.2025"),
    "German, short": ("3.4.24", "05.04.24", "03.04.25"),
    "with the month's name": ("Apr 3, 2024", "Apr 5, 2024", "Apr 3, 2025"),
    "with the month's whole name": ("3 April 2024", "5 April 2024", "3 April 2025"),
    "with a time": ("2024-04-03 00:00", "2024-04-05 00:00", "2025-04-03 00:00"),
    "as a form's answers": ("2024/04/03 12:00:00 AM", "2024/04/05 12:00:00 AM", "2025/04/03 12:00:00 AM"),
    "as machines write": ("2024-04-03T00:00:00Z", "2024-04-05T00:00:00Z", "2025-04-03T00:00:00Z"),
}


@pytest.mark.parametrize("cells", READ.values(), ids=READ)
def test_dates_are_days_since_the_first(cells):
    found = dates_of([*cells, "", "NA"])
    assert found.days[:3] == [0, 2, 365] and found.start == "2024-04-03" and found.odd == ()
    assert found.days[3] != found.days[3] and found.either is None


def test_the_time_of_day_is_a_part_of_a_day():
    assert dates_of(["2024-04-03 18:00", "2024-04-04 06:00"]).days == [0.75, 1.25]


@pytest.mark.parametrize("cells", [
    ["a", "b"], ["10-12", "5-6"], ["2024-13-01"], ["1.5"], [""], [], ["31.02.2024"], ["2024-04-03", "x", "y"], ["9" * 50],
])  # fmt: skip
def test_what_is_no_date_is_none(cells):
    assert dates_of(cells) is None


def test_a_day_beyond_twelve_tells_day_and_month_apart():
    assert dates_of(["01/02/2024", "13/02/2024"]).days == [0, 12]
    assert dates_of(["02/01/2024", "02/13/2024"]).days == [0, 12]


def test_day_and_month_that_nothing_tells_apart_are_told_both_ways():
    found = dates_of(["01/01/2024", "03/04/2024"])
    assert found.form == "%d/%m/%Y" and found.other == "%m/%d/%Y" and found.days == [0, 93]
    assert found.either == ("03/04/2024", "3 April 2024", "4 March 2024")
    assert dates_of(["01/01/2024", "03/04/2024"], found.other).days == [0, 63]


def test_a_few_cells_that_are_no_dates_are_odd():
    found = dates_of(["2024-04-03"] * 19 + ["soon"])
    assert found.odd == (19,) and dates_of(["2024-04-03"] * 8 + ["soon"]) is None
