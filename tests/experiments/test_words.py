"""Times as a person says them."""

import pytest

from glassbox.experiments.words import duration


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "1 second"),
        (40, "40 seconds"),
        (90, "2 minutes"),
        (5400, "2 hours"),
        (3600, "60 minutes"),
        (864000, "10 days"),
    ],
)
def test_durations(seconds, told):
    assert duration(seconds) == told
