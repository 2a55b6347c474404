"""Tests the table of facts: settings are among them, experiments' are apart, and values are said as the page does."""

import pytest

from glassbox.experiments.measures import MEASURES
from glassbox.lessons.facts import Kind, find, is_of_experiment, of_experiments, of_runs, said
from glassbox.settings import Settings


def test_every_setting_is_a_fact_and_no_fact_has_two_meanings():
    assert set(Settings.model_fields) < set(of_runs())
    assert not set(of_runs()) & set(of_experiments())
    assert all(fact.meaning and not fact.meaning.endswith(".") for fact in of_runs().values())
    assert find("learning_rate").kind is Kind.NUMBER and find("samples").kind is Kind.COUNT
    assert "adam" in find("optimizer").options and find("dataset").options == ()


def test_the_second_lane_has_the_same_facts_and_experiments_have_their_own():
    assert find("beside.test_loss") == find("test_loss") and find("beside.done") is None
    assert all(is_of_experiment(f"u.{name}") for name in MEASURES) and not is_of_experiment("test_loss")
    assert find("peak.test_mse").is_number and not find("finding").is_number


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("test_accuracy", 0.9523, "95.2 %"),
        ("parameters", 1670.0, "1,670"),
        ("w1", -1.25, "−1.25"),
        ("test_loss", 0.09123, "0.0912"),
        ("optimizer", "adam", "Adam"),
        ("beside.activation", "relu", "ReLU"),
        ("hidden", "4,2", "4,2"),
        ("dataset", "multi_gauss", "multi-gauss"),
        ("finding", frozenset({"dead_units"}), "dead_units"),
    ],
)
def test_a_value_is_said_as_the_page_says_it(name, value, text):
    assert said(name, value) == text
