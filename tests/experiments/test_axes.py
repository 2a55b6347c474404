"""What can vary: every axis with its own values makes settings, and whatever else comes is refused in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments.axes import AXES, kind_of, unused
from glassbox.experiments.definition import AxisValues
from glassbox.protocol.refusals import Refusal
from glassbox.settings import Settings

HOSTILE = st.one_of(
    st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=30),
    st.sampled_from(["none", "1-1"]),
)  # fmt: skip


@pytest.mark.parametrize("name", AXES)
def test_the_suggested_values_make_settings(name):
    kind = AXES[name]
    assert kind.name == name and kind.label and kind.suggested
    for value in kind.suggested:
        settings = kind.apply(Settings(), kind.checked(value), None)
        assert kind.text(settings, value)


@given(st.sampled_from(list(AXES)), HOSTILE)
def test_any_value_makes_settings_or_a_sentence(name, value):
    kind = AXES[name]
    try:
        settings = kind.apply(Settings(), kind.checked(value), None)
    except Refusal as refusal:
        assert refusal.text.endswith(".") and len(refusal.text) < 900
    else:
        assert Settings.model_validate(settings.model_dump(mode="json"))


def test_chance_and_judgement_cannot_be_varied():
    assert not AXES.keys() & {"seed", "data_seed", "speed", "stop_epochs", "goal"}
    assert AXES.keys() >= {"learning_rate", "penalty_rate", "dropout", "optimizer", "dataset", "features", "layers"}


def apply(name, value, budget=None):
    settings = Settings().changed({"hidden": [{"units": 3}, {"units": 2}]})
    return [layer.units for layer in AXES[name].apply(settings, value, budget).hidden]


def test_widths_and_depths():
    assert apply("width", 7) == [7, 7]
    assert apply("depth", 4) == [3, 3, 3, 3]
    assert apply("depth", 0) == []
    assert apply("parameters", 250) == [62]
    assert apply("depth_at_budget", 3, 250) == [9, 9, 9]
    assert apply("depth_at_budget", 1) == [4]  # within the 20 parameters that it has


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (AxisValues(name="seed", values=(1,)), "“seed” cannot be varied; expected one of: "),
        (AxisValues(name="width", values=()), "The axis “Units per hidden layer” has no values; give it at least one."),
        (AxisValues(name="width", values=(1, 1)), "has the value 1 twice; leave one of them out."),
        (AxisValues(name="width", values=(1.5,)), "expected a whole number, but got 1.5."),
        (AxisValues(name="width", values=("a",)), "expected a number, but got the text “a”."),
        (AxisValues(name="dropout", values=(2,)), "“Dropout”: expected 0 to 0.9, but got 2."),
        (AxisValues(name="optimizer", values=("best",)), "expected one of sgd, momentum, "),
    ],
)
def test_what_cannot_be_an_axis_is_said_in_one_sentence(asked, told):
    with pytest.raises(Refusal) as refused:
        kind_of(asked)
    assert told in refused.value.text


def test_a_setting_without_effect_is_told():
    told = unused("penalty_rate", Settings())
    assert told == (
        "“Penalty rate” has no effect here: it counts only where “Regularization” is L1, L2 or Lp. Choose that first."
    )
    assert unused("penalty_rate", Settings().changed({"penalty": "l2"})) == unused("width", Settings()) == ""


def test_labels_of_the_test_data_without_any_noise_are_no_axis():
    assert unused("test_labels", Settings()) == (
        "“Test labels” has no effect here: “Label noise” is 0. Set it above 0 first."
    )
    assert unused("test_labels", Settings().changed({"label_noise": 0.2})) == ""
