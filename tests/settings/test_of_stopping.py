"""Tests of the settings of stopping."""

import pytest

from glassbox.settings import AfterStop, Settings, Watched
from glassbox.settings.of_stopping import StoppingSettings


@pytest.mark.parametrize("name", ["stop_epochs", "stop_loss", "stop_accuracy", "patience", "validation_share"])
def test_nothing_stops_by_itself_until_it_is_asked_to(name):
    """0 is the default, and the page has a word for it."""
    assert getattr(Settings(), name) == 0
    assert StoppingSettings.model_fields[name].json_schema_extra["zero"]


def test_the_best_weights_by_the_test_loss_are_kept():
    assert (Settings().watched, Settings().after_stop) == (Watched.TEST, AfterStop.BEST)
