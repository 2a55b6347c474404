"""Tests which files' names are lessons' names, and that nothing else's address can become one."""

import pytest

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.lessons.names import RESERVED, name_of
from tests.web.routes import first_parts

SHORTEST = 5


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("03_two-layers.md", "two-layers"),
        ("problem_smallest.md", "smallest"),
        ("neuron.md", "neuron"),
        ("deep.md", None),
        ("two-layers-3.md", None),
        ("Neuron.md", None),
        ("3_4layers.md", None),
        ("neuron.txt", None),
        ("..%2fneuron.md", None),
        ("x" * 32 + ".md", None),
        ("layer-2d.md", "layer-2d"),
    ],
)
def test_a_lesson_is_called_by_its_file(file, name):
    assert name_of(file) == name


def test_every_address_of_the_server_is_reserved():
    first = first_parts(create_app(Config(), warm_up=lambda report: None))
    taken = {name for name in first if len(name) >= SHORTEST and name.replace("-", "").isalpha()}
    assert {"lessons", "experiments", "static"} <= taken <= RESERVED
