"""From settings to data and a recipe: the same settings always make the same."""

import pytest

from glassbox.run.build import given, recipe, split_data
from glassbox.settings import Settings


def settings_of(**changes):
    return Settings().changed(changes)


def test_the_same_settings_make_the_same_data():
    one, other = split_data(settings_of()), split_data(settings_of())
    assert one.data.x_train.tobytes() == other.data.x_train.tobytes() and one.training == other.training


@pytest.mark.parametrize(("share", "aside"), [(0, 0), (20, 50), (50, 125)])
def test_what_is_set_aside_is_taken_from_what_would_train(share, aside):
    split = split_data(settings_of(samples=500, training_share=50, validation_share=share))
    assert (split.training, split.validation) == (250 - aside, aside)
    assert [len(t) for _, t in split.data.parts] == ([250 - aside, aside, 250] if aside else [250, 250])


def test_inputs_are_the_chosen_features_of_the_points():
    settings = settings_of(features=["x1", "x1_squared"])
    split = split_data(settings)
    assert given(settings, split.points.x).shape == (2, 500)
    assert split.data.x_train.shape == (2, split.training)


def test_a_layer_may_have_an_activation_of_its_own():
    settings = settings_of(activation="tanh", hidden=[{"units": 3}, {"units": 2, "activation": "relu"}])
    made = recipe(settings, split_data(settings).points).architecture
    assert [each.value for each in made.activations] == ["tanh", "relu"] and made.sizes == (2, 3, 2, 1)
