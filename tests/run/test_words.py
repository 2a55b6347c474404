"""Tests of how changes are said."""

import pytest

from glassbox.run.words import change_text
from glassbox.settings import Settings

CHANGES = {
    "Learning rate 0.1, Optimizer Adam": {"learning_rate": 0.1, "optimizer": "adam"},
    "Hidden layers 4 · 2 ReLU": {"hidden": [{"units": 4}, {"units": 2, "activation": "relu"}]},
    "Hidden layers none": {"hidden": []},
    "Features x₁ · sin x₂": {"features": ["sin_x2", "x1"]},
    "Data x2 > sin(x1)": {"dataset": "formula:x2 > sin(x1)"},
    "Samples 1000": {"samples": 1000},
}


@pytest.mark.parametrize(("text", "changes"), CHANGES.items(), ids=CHANGES)
def test_a_change_in_words(text, changes):
    assert change_text(Settings().changed(changes), changes) == text
