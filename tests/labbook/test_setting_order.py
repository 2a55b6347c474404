"""Rows in the order of a setting: numbers by their size, texts by their letters, layers by how many and how wide."""

import json

import pytest

from glassbox.labbook.setting_order import in_order_of


def ordered(values, descending=False):
    rows = [(str(at), json.dumps({"name": value})) for at, value in enumerate(values)]
    return [values[int(key)] for key in in_order_of("name", rows, descending)]


def layers(*units):
    return [{"units": each, "activation": None} for each in units]


@pytest.mark.parametrize(
    "values",
    [
        [0.001, 0.03, 1, 10.0],
        ["adam", "Momentum", "sgd"],
        [layers(), layers(2), layers(8), layers(2, 2), layers(4, 2), layers(1, 1, 1)],
        [["x2"], ["x1", "x2"]],
        [3, "text", ["x1"]],
    ],
)
def test_each_kind_of_value_has_its_order(values):
    assert ordered(list(reversed(values))) == values
    assert ordered(values, descending=True) == list(reversed(values))


@pytest.mark.parametrize("descending", [True, False])
def test_rows_alike_keep_their_order_and_those_without_come_last(descending):
    rows = [("a", '{"name": 1}'), ("b", "{"), ("c", '{"name": 1}'), ("d", "{}"), ("e", "[1]"), ("f", '{"name": 1}')]
    assert in_order_of("name", rows, descending) == ["a", "c", "f", "b", "d", "e"]


def test_whatever_is_in_a_damaged_row_has_a_place():
    values = [None, True, {}, {"units": "many"}, [[]], [None], [{"units": None}], -1, "", [1, "a", {}]]
    assert len(ordered(values)) == len(values)
