"""A setting has a meaning only beside some others: the same ones on the page and for whoever varies it."""

import json

import pytest

from glassbox.settings import Settings
from glassbox.settings.meaning import missing
from tests.settings.make_golden_meaning import GOLDEN, told


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("penalty_rate", {}, ("penalty", ("l1", "l2", "lp"))),
        ("penalty_rate", {"penalty": "l2"}, None),
        ("test_labels", {}, ("label_noise", ())),
        ("test_labels", {"label_noise": 0.1}, None),
        ("test_labels", {"dataset": "plane", "label_noise": 0.1}, None),
        ("training_samples", {}, ("split", ("counts",))),
        ("learning_rate", {}, None),
    ],
)
def test_what_is_missing_is_named(name, changes, expected):
    assert missing(name, Settings().changed(changes)) == expected


def test_the_page_is_told_the_same():
    assert json.loads(GOLDEN.read_text("utf-8")) == json.loads(json.dumps(told()))
