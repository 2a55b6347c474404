"""Tests of the settings: defaults, bounds, changes as a whole, salvage one by one, and how two sets differ."""

import pytest
from pydantic import ValidationError

from glassbox.engine.choices import Activation, Optimizer
from glassbox.settings import Effect, Layer, Settings, difference, effect_of
from glassbox.settings.of_data import DataSettings
from glassbox.settings.of_goal import GoalSettings
from glassbox.settings.of_network import NetworkSettings
from glassbox.settings.of_stopping import StoppingSettings
from glassbox.settings.of_training import TrainingSettings

NUMBERS = [name for name, info in Settings.model_fields.items() if info.annotation in (int, float)]
CHOICES = [name for name, info in Settings.model_fields.items() if isinstance(getattr(Settings(), name), str)]


def bounds(name):
    limits = {type(limit).__name__: limit for limit in Settings.model_fields[name].metadata}
    return limits["Ge"].ge, limits["Le"].le


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_are_taken_up_to_their_bounds_and_no_further(name):
    for bound, beyond in zip(bounds(name), (-1, 1), strict=True):
        assert getattr(Settings().changed({name: bound}), name) == bound
        with pytest.raises(ValidationError):
            Settings().changed({name: bound + beyond})


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["1", True, None, [1], float("nan"), float("inf"), 1 + 2j])
def test_what_is_no_number_is_refused(name, value):
    with pytest.raises(ValidationError):
        Settings().changed({name: value})


@pytest.mark.parametrize("name", CHOICES)
def test_choices_are_taken_by_their_name(name):
    vocabulary = type(getattr(Settings(), name))
    for choice in vocabulary:
        assert getattr(Settings().changed({name: choice.value}), name) is choice
    for wrong in ("nonsense", choice.value.upper(), 0, None, ""):
        with pytest.raises(ValidationError):
            Settings().changed({name: wrong})


@pytest.mark.parametrize("name", [name for name in NUMBERS if Settings.model_fields[name].annotation is float])
def test_whole_numbers_do_for_fractions(name):
    value = getattr(Settings().changed({name: 1 if bounds(name)[1] >= 1 else 0}), name)
    assert isinstance(value, float)


def test_settings_are_frozen():
    with pytest.raises(ValidationError):
        Settings().learning_rate = 0.1


def test_a_change_leaves_the_rest():
    old = Settings().changed({"optimizer": "adam", "hidden": [{"units": 3, "activation": "relu"}]})
    new = old.changed({"learning_rate": 0.1})
    assert (new.optimizer, new.hidden) == (Optimizer.ADAM, (Layer(units=3, activation=Activation.RELU),))
    assert difference(old, new) == ("learning_rate",)
    assert old.learning_rate == 0.03


@pytest.mark.parametrize("changes", [{"learning_rate": 0.1, "samples": 1}, {"nope": 1}, {"hidden": [{"units": 0}]}])
def test_one_wrong_value_refuses_the_whole_change(changes):
    with pytest.raises(ValidationError):
        Settings().changed(changes)


def test_settings_survive_the_way_through_json():
    every = Settings().changed(
        {
            "hidden": [{"units": 7, "activation": "gelu", "dropout": 0.25, "normalization": "layer"}],
            "features": ["x1", "x1_x2"],
            "speed": "full",
            "gain": 1.5,
        }
    )
    assert Settings.salvaged(every.model_dump(mode="json")) == (every, {})


def test_bad_settings_are_left_out_one_by_one():
    kept, rejected = Settings.salvaged(
        {"learning_rate": 0.1, "optimizer": "adamm", "samples": -5, "old_name": 3, "hidden": [{"units": 3}]}
    )
    assert kept == Settings().changed({"learning_rate": 0.1, "hidden": [{"units": 3}]})
    assert set(rejected) == {"optimizer", "samples", "old_name"}
    assert rejected["old_name"] is None and isinstance(rejected["samples"], ValidationError)


def test_nothing_to_salvage():
    assert Settings.salvaged({}) == (Settings(), {})


def test_differences_are_in_the_order_of_the_form():
    new = Settings().changed({"speed": "full", "dataset": "xor", "gain": 2.0})
    assert difference(Settings(), new) == ("dataset", "gain", "speed")


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        ("learning_rate", Effect.LIVE),
        ("speed", Effect.LIVE),
        ("noise", Effect.DATA),
        ("hidden", Effect.RESHAPE),
        ("features", Effect.RESHAPE),
        ("seed", Effect.REBUILD),
    ],
)
def test_what_a_change_does_to_the_running_network(name, effect):
    assert effect_of(name) is effect


def test_the_fields_are_in_the_order_of_the_form():
    """The groups stand one after the other, as the page and its address have them."""
    groups = [DataSettings, NetworkSettings, TrainingSettings, StoppingSettings, GoalSettings]
    assert list(Settings.model_fields) == [name for group in groups for name in group.model_fields] + ["speed"]
