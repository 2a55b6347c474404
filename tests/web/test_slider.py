"""A slider's thumb stands where the page's scripts will put it."""

import pytest

from glassbox.catalogue import catalogue
from glassbox.web.slider import share

LINEAR = {"scale": "linear", "minimum": 10, "maximum": 90, "default": 50}
LOGARITHMIC = {"scale": "log", "minimum": 1e-5, "maximum": 10, "default": 0.01}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (LINEAR, 0.5),
        (LOGARITHMIC, 0.5),
        (LOGARITHMIC | {"default": 10}, 1.0),
        (LOGARITHMIC | {"minimum": 0, "default": 0}, 0.0),
        (LOGARITHMIC | {"minimum": 0, "default": 0.01}, 0.5),
    ],
)
def test_the_share_of_the_way_from_the_left_end(field, expected):
    assert share(field) == expected


def test_every_bounded_setting_has_its_place():
    bounded = [field for field in catalogue()["fields"].values() if field["maximum"] is not None]
    assert bounded and all(0 <= share(field) <= 1 for field in bounded)
