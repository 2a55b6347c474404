"""Tests the notation of conditions: what holds by which facts, and a sentence for what cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.lessons.conditions import WrongCondition, read_condition

FACTS = {
    "test_accuracy": 0.95, "train_accuracy": 0.5, "parameters": 10.0, "test_loss": 0.2, "lowest_test_loss": 0.1,
    "optimizer": "adam", "hidden": "4,2", "finding": frozenset({"dead_units"}), "weight_norm": 2.0,
    "beside.weight_norm": 1.0, "diverged": 0.0, "w1": -1.5, "data_seed": 3.0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("test_accuracy >= 0.95", True),
        ("test_accuracy > 0.95", False),
        ("test_accuracy <= .95", True),
        ("test_accuracy is 0.95", True),
        ("test_accuracy is not 0.95", False),
        ("w1 < -1", True),
        ("w1 < −1e0", True),
        ("test_accuracy >= 0.9 and parameters <= 9", False),
        ("test_accuracy >= 0.9 and parameters <= 9 or optimizer is adam", True),
        ("optimizer is adam or test_accuracy < 0 and parameters > 90", True),
        ("test_loss > 1.5 * lowest_test_loss", True),
        ("test_loss > 2.5*lowest_test_loss", False),
        ("test_accuracy > train_accuracy", True),
        ("optimizer is not sgd", True),
        ("hidden is 4,2", True),
        ("finding is dead_units", True),
        ("finding is overfitting", False),
        ("finding is not overfitting", True),
        ("beside.weight_norm < weight_norm", True),
        ("weight_norm < beside.weight_norm", False),
        ("diverged is 0", True),
        ("always", True),
        ("otherwise", True),
        ("never", False),
    ],
)
def test_a_condition_holds_by_the_facts(text, holds):
    assert read_condition(text).holds(FACTS) is holds


def test_a_missing_fact_makes_a_comparison_not_hold_either_way():
    for text in ("test_rmse < 1", "test_rmse >= 1", "test_rmse is 1", "test_rmse is not 1", "test_loss < test_rmse"):
        assert not read_condition(text).holds(FACTS)


def test_a_share_of_whole_numbers_counts_as_what_it_is_written_as():
    assert read_condition("test_accuracy >= 0.3").holds({"test_accuracy": 0.1 + 0.2})
    assert read_condition("test_accuracy <= 0.3").holds({"test_accuracy": 0.1 + 0.2})
    assert not read_condition("train_loss < 1e-10").holds({"train_loss": 2e-10})


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("", "condition of 1 to"),
        ("x" * 500, "condition of 1 to"),
        ("test_accuracy", "such as"),
        ("test_accuracy >= ", "is a number"),
        ("test_accuracy == 1", "such as"),
        ("(test_accuracy >= 1)", "such as"),
        ("__import__('os') is 1", "such as"),
        ("accuracy > 1", "no fact “accuracy”"),
        ("beside.falls.test_mse is 1", "no fact"),
        ("beside.done is 1", "no fact “beside.done”"),
        ("optimizer > 3", "is a word"),
        ("optimizer is adamm", "one of sgd"),
        ("optimizer is a dam", "expected one after"),
        ("finding is dead-units", "one of unscaled_inputs"),
        ("test_loss is small", "is a number"),
        ("test_loss > optimizer", "is a number"),
        ("test_loss > 2 * nothing", "is a number"),
        ("test_loss > 1 and", "is a number"),
    ],
)
def test_what_is_no_condition_is_told_in_a_sentence(text, about):
    with pytest.raises(WrongCondition) as fault:
        read_condition(text)
    assert about in str(fault.value) and len(str(fault.value)) < 500


@given(st.text(max_size=60))
def test_any_text_is_a_condition_or_told(text):
    try:
        condition = read_condition(text)
    except WrongCondition:
        return
    assert condition.holds(FACTS) in (True, False)


def test_a_condition_names_its_facts():
    names = read_condition("test_loss > 2 * lowest_test_loss and beside.epoch is 3 or optimizer is adam").names
    assert names == {"test_loss", "lowest_test_loss", "beside.epoch", "optimizer"}
    assert read_condition("always").is_always and read_condition("never").is_never
