"""Tests of the settings' larger values: layers, features and data by their names."""

import pytest
from pydantic import ValidationError

from glassbox.data import Own
from glassbox.engine.choices import Activation
from glassbox.engine.data_choices import Dataset
from glassbox.protocol.refusals import sentence
from glassbox.settings import MOST_UNITS, OWN_IS_GONE, Layer, Settings
from tests.engine.test_dataset import observations


def test_layers_from_none_to_eight():
    for count in (0, 8):
        assert len(Settings().changed({"hidden": [{"units": MOST_UNITS}] * count}).hidden) == count
    for wrong in (
        [{"units": 1}] * 9, [{"units": MOST_UNITS + 1}], [{}], [{"units": 1, "depth": 2}],
        [{"units": 1, "dropout": 0.95}],
        [{"units": 1, "normalization": "group"}], [4], "4,2", None,
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            Settings().changed({"hidden": wrong})


def test_a_layer_says_only_what_is_its_own():
    assert Layer(units=3).model_dump(exclude_none=True) == {"units": 3}
    assert Layer.model_validate({"units": 3, "activation": "relu"}).activation is Activation.RELU


def test_data_sets_go_by_their_names():
    for dataset in Dataset:
        assert Settings().changed({"dataset": dataset.value}).dataset is dataset


@pytest.mark.parametrize("wrong", ["spirals", "spirals" * 100_000, 7, None, ["spiral"] * 100_000])
def test_a_wrong_name_is_answered_with_the_nearest_in_a_short_sentence(wrong):
    with pytest.raises(ValidationError) as told:
        Settings().changed({"dataset": wrong})
    said = sentence(told.value)
    assert said.startswith(f"“Data” (dataset): expected one of {len(Dataset)} data sets, such as '") and len(said) < 200
    assert (wrong != "spirals") or "such as 'spiral', 'spiral5', 'spiral3', " in said


def test_own_data_stand_in_place_of_their_name():
    own = Own("abc", observations())
    chosen = Settings().changed({"dataset": own})
    assert chosen.dataset is own and chosen.model_dump(mode="json")["dataset"] == "own.abc"


def test_own_data_that_are_gone_are_refused_with_what_to_do():
    with pytest.raises(ValidationError, match="no longer on the server"):
        Settings().changed({"dataset": "own.abc"})
    assert "choose its file again" in OWN_IS_GONE
