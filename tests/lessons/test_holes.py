"""Tests that holes in sentences are found, checked and filled, and that formulas keep their braces."""

import pytest

from glassbox.lessons.holes import check_holes, check_holes_of_guess, filled, holes_of


def test_holes_are_filled_with_numbers_as_they_are_said():
    facts = {"wrong_orange": 3.0, "test_accuracy": 0.5, "beside.w1": -2.0}
    text = "{wrong_orange} points, {test_accuracy}, {beside.w1}."
    assert filled(text, facts, {}) == "3 points, 50.0 %, −2."
    assert holes_of(text) == {"wrong_orange", "test_accuracy", "beside.w1"}


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"wrong_blue": 1.0, "epoch": 1.0}, "1 point is wrong after 1 epoch."),
        ({"wrong_blue": 0.0, "epoch": 1001.0}, "0 points are wrong after 1,001 epochs."),
    ],
)
def test_what_is_counted_stands_in_its_number(facts, sentence):
    text = "{wrong_blue|point is|points are} wrong after {epoch|epoch|epochs}."
    assert check_holes(text) == text and holes_of(text) == {"wrong_blue", "epoch"}
    assert filled(text, facts, {}) == sentence
    assert filled(text, {"epoch": 1.0}, {}) is None


def test_where_a_fact_is_missing_nothing_is_said():
    assert filled("{test_rmse} and {epoch}", {"epoch": 1.0}, {}) is None


def test_formulas_keep_their_braces():
    text = r"$\frac{b}{w1}$ is {b}."
    assert holes_of(text) == {"b"} and filled(text, {"b": 2.0}, {}) == r"$\frac{b}{w1}$ is 2."


def test_only_where_a_number_was_guessed_there_is_a_guess():
    assert check_holes_of_guess("{guess} and {truth}") and filled("{guess}", {}, {"guess": "3"}) == "3"
    with pytest.raises(ValueError, match="no fact “guess”"):
        check_holes("{guess}")
