"""Which settings leave what of a run as it was."""

import pytest

from glassbox.run.kinds_of_change import KEEPS_SEEN, SAME_TRAINING, UNFLAGGED, gives_other_inputs
from glassbox.settings import Effect, Settings, effect_of
from glassbox.settings.of_goal import OF_GOAL


def test_they_are_settings_that_change_no_network():
    assert OF_GOAL < UNFLAGGED < KEEPS_SEEN < SAME_TRAINING < set(Settings.model_fields)
    assert all(effect_of(name) <= Effect.LIVE for name in SAME_TRAINING)


@pytest.mark.parametrize(
    ("names", "are"), [(["learning_rate"], False), (["hidden"], False), (["noise"], True), (["features"], True)]
)
def test_other_points_or_features_are_other_inputs(names, are):
    assert gives_other_inputs(names) is are
