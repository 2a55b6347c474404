"""A network file opens again as the very same network, and writes the same bytes."""

import json

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Normalization
from glassbox.exports.network_copy import Column, Formula, Input
from glassbox.exports.network_json import write_json
from glassbox.exports.reading import read_network
from glassbox.settings import Settings
from tests.exports.copies import HEADS, copies, copy_of

PLAIN = ("columns", "inputs", "problem", "loss", "class_names", "settings", "seed", "epochs", "target", "samples",
         "steps")  # fmt: skip


@settings(max_examples=60)
@given(copies())
def test_it_opens_as_the_same_network(copy):
    opened = read_network(write_json(copy))
    assert write_json(opened) == write_json(copy)
    assert opened.parameters.tobytes() == copy.parameters.tobytes()
    assert opened.statistics.tobytes() == copy.statistics.tobytes()
    assert opened.architecture == copy.architecture
    assert all(getattr(opened, name) == getattr(copy, name) for name in PLAIN)


@given(st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=3, max_size=3))
def test_any_float32_comes_back(values):
    copy = copy_of((), parameters=np.array(values, np.float32))
    assert read_network(write_json(copy)).parameters.tobytes() == copy.parameters.tobytes()


@given(st.text(), st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_names_and_standardisation_come_back(name, mean, spread):
    columns = (Column(name, mean, spread), Column("whole", 2000, 3))
    inputs = (Input(name, Formula.PRODUCT, (0, 1)), Input("b", Formula.SINE, (1,)))
    copy = copy_of(
        (), HEADS[3], columns=columns, inputs=inputs, class_names=(name, "ü", '"'), target=Column(name, mean, spread)
    )
    opened = read_network(write_json(copy))
    assert all(getattr(opened, part) == getattr(copy, part) for part in PLAIN)
    assert write_json(opened) == write_json(copy)


def test_a_file_from_before_inputs_were_scaled_opens_the_same():
    plain = json.loads(write_json(copy_of(())))
    assert all("factor" not in each for each in plain["inputs"])
    assert [each["factor"] for each in json.loads(write_json(copy_of((), scale=2.0)))["inputs"]] == [2.0, 2.0]


def test_a_file_says_how_long_it_was_trained_and_one_that_does_not_opens_without():
    plain = json.loads(write_json(copy_of(())))
    assert (plain["epochs"], plain.pop("samples"), plain.pop("steps")) == (120, 30, 3003)
    assert read_network(json.dumps(plain).encode()).steps is None


def test_settings_come_back_as_settings():
    chosen = Settings(learning_rate=0.1, hidden=())
    copy = copy_of((), settings=chosen.model_dump(mode="json"))
    assert Settings.model_validate(read_network(write_json(copy)).settings) == chosen


def test_it_is_ordinary_json_that_people_can_read():
    text = write_json(copy_of(((2, Activation.TANH, Normalization.NONE),))).decode()
    plain = json.loads(text)
    assert plain["format"] == "glassbox-network" and plain["version"] == 1
    assert np.shape(plain["hidden"][0]["weights"]) == (2, 2)
    assert max(map(len, text.splitlines())) < 120
