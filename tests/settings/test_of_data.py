"""Tests of the settings of the data."""

import pytest
from pydantic import ValidationError

from glassbox.engine.data_choices import Dataset, Feature
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
    assert made_anew == set(DataSettings.model_fields) - {"features", "input_scale"}


def test_what_says_how_data_are_split_begins_with_half_of_500_and_noise_in_both_parts():
    begins = Settings()
    assert (begins.split, begins.training_samples, begins.test_samples) == ("share", 250, 250)
    assert begins.test_labels == "noisy"


def test_label_noise_is_a_share_or_a_deviation_up_to_1():
    assert Settings().changed({"label_noise": 1.0}).label_noise == 1
    for wrong in (-0.1, 1.01):
        with pytest.raises(ValidationError):
            Settings().changed({"label_noise": wrong})
