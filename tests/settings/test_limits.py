"""Tests of the limits: they are the bounds of the settings that they are named after."""

import pytest
from pydantic import ValidationError

from glassbox.settings import Settings, limits

BOUNDED = {
    "MOST_SAMPLES": lambda most: {"samples": most},
    "MOST_OF_A_PART": lambda most: {"training_samples": most, "test_samples": most},
    "MOST_SEED": lambda most: {"seed": most},
    "MOST_UNITS": lambda most: {"hidden": [{"units": most}]},
    "MOST_HIDDEN_LAYERS": lambda most: {"hidden": [{"units": 1}] * most},
    "MOST_DROPOUT": lambda most: {"dropout": most},
}


@pytest.mark.parametrize("name", BOUNDED)
def test_up_to_the_limit_and_no_further(name):
    most = getattr(limits, name)
    Settings().changed(BOUNDED[name](most))
    with pytest.raises(ValidationError):
        Settings().changed(BOUNDED[name](most + (0.01 if name == "MOST_DROPOUT" else 1)))
