"""Tests of the settings of training."""

import pytest

from glassbox.engine.choices import Optimizer
from glassbox.engine.recipe import Recipe
from glassbox.settings import Effect, Settings, effect_of
from glassbox.settings.of_training import TrainingSettings


@pytest.mark.parametrize("name", TrainingSettings.model_fields)
def test_training_changes_while_it_runs(name):
    """All but a normalization, which adds parameters of its own."""
    assert effect_of(name) is (Effect.RESHAPE if name == "normalization" else Effect.LIVE)


def test_every_number_of_an_optimizer_is_one_of_the_recipe():
    for optimizer in Optimizer:
        assert set(optimizer.uses) <= set(TrainingSettings.model_fields) & set(Recipe.__dataclass_fields__)


def test_every_large_rate_can_be_set():
    for optimizer in Optimizer:
        assert Settings().changed({"learning_rate": optimizer.large_rate}).learning_rate == optimizer.large_rate
