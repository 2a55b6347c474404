"""Tests of what is said of a setting: words for the page, and where a setting matters."""

import pytest

from glassbox.engine.choices import Optimizer
from glassbox.settings import Effect, Settings, effect_of
from glassbox.settings.about import about, used_by_optimizers

ABOUT = {name: info.json_schema_extra for name, info in Settings.model_fields.items()}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_what_rebuilds_says_so_before_it_happens(name):
    """The page shows this help beside the control."""
    help_text = Settings.model_fields[name].json_schema_extra["help"]
    assert ("starts the network anew" in help_text) == (effect_of(name) is Effect.REBUILD)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_has_a_label_and_a_sentence(name):
    told = ABOUT[name]
    assert told["label"] == told["label"].strip() != ""
    assert (told["help"].endswith(".") and told["help"][0].isupper()) or told["help"][0] in "αβμρελδp"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_what_a_setting_hangs_on_is_another_settings_choice(name):
    for other, values in ABOUT[name]["when"].items():
        vocabulary = type(getattr(Settings(), other))
        assert values and {vocabulary(value) for value in values} < set(vocabulary)
    if needed := ABOUT[name]["needs"]:
        assert isinstance(getattr(Settings(), needed), int | float)


def test_a_coefficient_matters_with_the_optimizers_that_use_it():
    assert used_by_optimizers("momentum") == {"optimizer": ["momentum", "nesterov"]}
    assert used_by_optimizers("epsilon") == {"optimizer": ["rmsprop", "adam"]}
    for optimizer in Optimizer:
        for name in optimizer.uses:
            assert optimizer.value in ABOUT[name]["when"]["optimizer"]


def test_what_is_not_said_is_plain():
    told = about(Effect.LIVE, "training", "Rate", "How fast.")
    assert told == {
        "effect": "live", "group": "training", "label": "Rate", "help": "How fast.", "unit": "", "scale": "linear",
        "step": None, "when": {}, "zero": "", "needs": "",
    }  # fmt: skip
