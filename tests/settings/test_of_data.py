"""Tests of the settings of the data."""

import pytest
from pydantic import ValidationError

from glassbox.engine.choices import Dataset, Feature
from glassbox.settings import Effect, Settings, effect_of
from glassbox.settings.of_data import DataSettings


def test_features_are_put_in_order_and_chosen_once():
    assert Settings().changed({"features": ["sin_x2", "x1"]}).features == (Feature.X1, Feature.SIN_X2)
    for wrong in ([], ["x1", "x1"], ["x3"], "x1", [1]):
        with pytest.raises(ValidationError):
            Settings().changed({"features": wrong})


def test_a_class_begins_with_the_circle_and_both_coordinates():
    begins = Settings()
    assert (begins.dataset, begins.features) == (Dataset.CIRCLE, (Feature.X1, Feature.X2))
    assert (begins.samples, begins.training_share, begins.noise, begins.label_noise) == (500, 50, 0, 0)


def test_new_data_leave_the_weights():
    made_anew = {name for name in DataSettings.model_fields if effect_of(name) is Effect.DATA}
    assert made_anew == {"dataset", "samples", "training_share", "noise", "label_noise", "data_seed"}
