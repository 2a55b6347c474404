"""Tests that a set-up says what the page's address says, in its text or in TOML's own values, and refuses the rest."""

import pytest

from glassbox.lessons import words
from glassbox.lessons.set_up import NoSetUp, read_set_up
from glassbox.settings import Settings


def test_settings_are_written_as_in_the_address_or_as_toml_has_them():
    written = {"dataset": "xor", "hidden": "4-relu-drop0.2,2", "features": "x1,x2,x1_x2", "learning_rate": "0.1"}
    natural = {
        "dataset": "xor", "features": ["x1", "x2", "x1_x2"], "learning_rate": 0.1,
        "hidden": [{"units": 4, "activation": "relu", "dropout": 0.2}, 2],
    }  # fmt: skip
    assert read_set_up(written) == read_set_up(natural)
    assert read_set_up({"hidden": "none", "stop_epochs": 5, "gain": 2}).settings == Settings().changed(
        {"hidden": [], "stop_epochs": 5, "gain": 2.0}
    )
    assert read_set_up({}).settings == Settings()


def test_the_look_is_that_of_the_address():
    look = read_set_up(
        {"tab": "graph", "full": True, "log": False, "hide": ["seeds", "data"], "lock": ["network"]}
    ).look
    assert look == {"tab": "graph", "full": "1", "hide": "data,seeds", "lock": "network"}


def test_weights_lie_in_the_network_that_is_set_up():
    set_up = read_set_up({"hidden": "3", "weights": [[1, 2, 1, 0.5], [2, 0, "bias", -1]]})
    assert set_up.weights == ((1, 2, 1, 0.5), (2, 0, None, -1.0))
    for weight in ([1, 3, 0, 1], [1, 0, 2, 1], [3, 0, 0, 1], [0, 0, 0, 1], [1, 0, 0], [1, 0, "b", 1], [1, 0, 0, "1"],
                   [1, -1, 0, 1], [1, 0, 0, 1e9], "x"):  # fmt: skip
        with pytest.raises(NoSetUp) as fault:
            read_set_up({"hidden": "3", "weights": [weight]})
        assert fault.value.found[0][0] == ("weights",)


def test_the_second_lane_has_the_first_ones_settings_with_some_changed():
    set_up = read_set_up({"dataset": "moons", "beside": {"penalty": "l2", "penalty_rate": 0.1}})
    assert set_up.beside == Settings().changed({"dataset": "moons", "penalty": "l2", "penalty_rate": 0.1})


@pytest.mark.parametrize(
    ("table", "way"),
    [
        ({"tabs": "graph"}, ("tabs",)),
        ({"tab": "../x"}, ("tab",)),
        ({"full": 1}, ("full",)),
        ({"hidden": "4-nothing"}, ("hidden", 0, "activation")),
        ({"hidden": "4x"}, ("hidden",)),
        ({"dataset": "own.x"}, ("dataset",)),
        ({"own": "nand"}, ("own",)),
        ({"own": "and", "dataset": "xor"}, ("own",)),
        ({"beside": {"penalties": 1}}, ("beside", "penalties")),
        ({"beside": {"penalty_rate": -1}}, ("beside", "penalty_rate")),
        ({"experiment": "widths"}, ("experiment",)),
        ({"learning_rate": "fast"}, ("learning_rate",)),
        ({"stop_epochs": 1.5}, ("stop_epochs",)),
        ({"play": "yes"}, ("play",)),
        ({"hide": ["a b"]}, ("hide", 0)),
    ],
)
def test_what_cannot_be_set_up_is_told_with_the_way_to_it(table, way):
    with pytest.raises(NoSetUp) as fault:
        read_set_up(table)
    assert [found for found, _ in fault.value.found] == [way]
    assert all(text.endswith(".") for _, text in fault.value.found)


def test_own_data_and_a_data_set_exclude_each_other():
    with pytest.raises(NoSetUp) as fault:
        read_set_up({"own": "and", "dataset": "xor"})
    assert fault.value.found == [(("own",), words.TWO_DATA)]
