"""Tests that holes in sentences are found, checked and filled, and that formulas keep their braces."""

import pytest

from glassbox.lessons.holes import check_holes, check_holes_of_guess, filled, holes_of


def test_holes_are_filled_with_numbers_as_they_are_said():
    facts = {"wrong_orange": 3.0, "test_accuracy": 0.5, "beside.w1": -2.0}
    text = "{wrong_orange} points, {test_accuracy}, {beside.w1}."
    assert filled(text, facts, {}) == "3 points, 50.0 %, −2."
    assert holes_of(text) == {"wrong_orange", "test_accuracy", "beside.w1"}


def test_where_a_fact_is_missing_nothing_is_said():
    assert filled("{test_rmse} and {epoch}", {"epoch": 1.0}, {}) is None


def test_formulas_keep_their_braces():
    text = r"$\frac{b}{w1}$ is {b}."
    assert holes_of(text) == {"b"} and filled(text, {"b": 2.0}, {}) == r"$\frac{b}{w1}$ is 2."


def test_only_where_a_number_was_guessed_there_is_a_guess():
    assert check_holes_of_guess("{guess} and {truth}") and filled("{guess}", {}, {"guess": "3"}) == "3"
    with pytest.raises(ValueError, match="no fact “guess”"):
        check_holes("{guess}")
