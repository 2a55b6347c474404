"""Small pictures of every data set: few points, all within the plane, and short to send."""

import json
import re

from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import EDGE
from glassbox.thumbnails import POINTS, REACH, thumbnails


def test_every_data_set_has_one_with_what_it_asks_for():
    assert list(thumbnails()) == [dataset.value for dataset in Dataset]
    asked = {name: (each["problem"], each["classes"]) for name, each in thumbnails().items()}
    assert asked["circle"] == ("binary", 2)
    assert asked["spiral3"] == ("multiclass", 3)
    assert asked["plane"] == asked["sine"] == ("regression", 0)


def test_points_lie_in_the_plane_and_have_their_class():
    for name, each in thumbnails().items():
        assert len(each["points"]) == (0 if name == "digits" else POINTS)
        assert all(abs(x1) <= EDGE and abs(x2) <= EDGE for x1, x2, _ in each["points"])
    assert {target for _, _, target in thumbnails()["spiral3"]["points"]} == {0, 1, 2}


def test_a_curve_is_as_large_as_its_picture():
    points = thumbnails()["sine"]["points"]
    largest = max(abs(target) for _, _, target in points)
    assert max(abs(x2) for _, x2, _ in points) == round(REACH * EDGE, 3) == 5.1
    assert all(abs(x2 - target / largest * 5.1) < 0.01 for _, x2, target in points)


def test_of_digits_there_is_one_of_each_of_the_first_four():
    pictures = thumbnails()["digits"]["pictures"]
    assert [len(picture) for picture in pictures] == [64] * 4
    assert all(0 <= ink <= 1 for picture in pictures for ink in picture)
    assert all(any(ink > 0.5 for ink in picture) for picture in pictures)


def test_numbers_are_no_longer_than_a_pixel_needs():
    assert not re.search(r"\d\.\d{4}", json.dumps(thumbnails()))
