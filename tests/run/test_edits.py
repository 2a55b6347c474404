"""Tests of edits: the new layers, where each unit comes from, and what is refused."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.engine.data_choices import Feature
from glassbox.protocol.refusals import Refusal
from glassbox.run.edits import check_unit, edit_hidden, origins_after_change, origins_after_edit
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_UNITS, Layer, Settings
from tests.run.tools import say


def edit(action, layer, unit=None):
    return say("edit_network", action=action, layer=layer, unit=unit)


def layers(*units):
    return tuple(Layer(units=count) for count in units)


def plain(origins):
    return [(origin.layer, origin.units.tolist()) for origin in origins]


@pytest.mark.parametrize(
    ("action", "layer", "before", "after"),
    [
        ("add_unit", 1, (4, 2), (5, 2)),
        ("remove_unit", 2, (4, 2), (4, 1)),
        ("add_layer", 1, (4, 2), (2, 4, 2)),
        ("add_layer", 2, (4, 2), (4, 4, 2)),
        ("add_layer", 3, (4, 2), (4, 2, 2)),
        ("add_layer", 2, (128,), (128, 8)),
        ("add_layer", 1, (), (2,)),
        ("remove_layer", 1, (4, 2), (2,)),
        ("remove_layer", 1, (4,), ()),
    ],
)
def test_layers_after_an_edit(action, layer, before, after):
    assert edit_hidden(layers(*before), edit(action, layer)) == layers(*after)


def test_a_layer_keeps_its_activation_when_it_grows():
    hidden = (Layer(units=3, activation=Activation.RELU),)
    assert edit_hidden(hidden, edit("add_unit", 1)) == (Layer(units=4, activation=Activation.RELU),)


@pytest.mark.parametrize(
    ("wish", "before"),
    [
        (edit("remove_unit", 1), (1,)),
        (edit("add_unit", 1), (MOST_UNITS,)),
        (edit("add_layer", 1), (1,) * MOST_HIDDEN_LAYERS),
        (edit("add_layer", 3), (4,)),
        (edit("add_unit", 2), (4,)),
        (edit("remove_layer", 1), ()),
        (edit("remove_unit", 1, unit=4), (4,)),
    ],
)
def test_what_cannot_be_is_refused(wish, before):
    with pytest.raises(Refusal) as refusal:
        edit_hidden(layers(*before), wish)
    assert refusal.value.text.endswith(".")


def test_an_added_unit_is_the_only_new_one():
    origins = origins_after_edit((2, 4, 2, 1), (2, 5, 2, 1), edit("add_unit", 1))
    assert plain(origins) == [(0, [0, 1]), (1, [0, 1, 2, 3, -1]), (2, [0, 1]), (3, [0])]


@pytest.mark.parametrize(("unit", "left"), [(None, [0, 1, 2]), (0, [1, 2, 3]), (1, [0, 2, 3]), (3, [0, 1, 2])])
def test_the_unit_that_was_meant_goes(unit, left):
    origins = origins_after_edit((2, 4, 1), (2, 3, 1), edit("remove_unit", 1, unit))
    assert plain(origins) == [(0, [0, 1]), (1, left), (2, [0])]


def test_an_added_layer_is_new_and_the_others_stay():
    origins = origins_after_edit((2, 4, 3, 1), (2, 4, 4, 3, 1), edit("add_layer", 2))
    assert plain(origins) == [(0, [0, 1]), (1, [0, 1, 2, 3]), (-1, [-1] * 4), (2, [0, 1, 2]), (3, [0])]


def test_a_removed_layer_goes_and_the_others_stay():
    origins = origins_after_edit((2, 4, 3, 1), (2, 3, 1), edit("remove_layer", 1))
    assert plain(origins) == [(0, [0, 1]), (2, [0, 1, 2]), (3, [0])]


def test_features_are_found_again_by_name():
    old = Settings().changed({"features": ["x1", "x2", "sin_x1"]})
    new = old.changed({"features": ["x2", "x1_x2", "sin_x1"]})
    assert new.features == (Feature.X2, Feature.X1_X2, Feature.SIN_X1)
    origins = origins_after_change(old, new, (3, 4, 2, 1), (3, 4, 2, 1))
    assert plain(origins) == [(0, [1, -1, 2]), (1, [0, 1, 2, 3]), (2, [0, 1]), (3, [0])]


def test_layers_are_matched_from_the_front_and_outputs_with_outputs():
    origins = origins_after_change(Settings(), Settings(), (2, 4, 2, 1), (2, 6, 1, 5, 3))
    assert plain(origins) == [(0, [0, 1]), (1, [0, 1, 2, 3, -1, -1]), (2, [0]), (-1, [-1] * 5), (3, [0, -1, -1])]
    assert all(origin.units.dtype == np.int64 for origin in origins)


def test_fewer_layers_keep_the_first_ones():
    origins = origins_after_change(Settings(), Settings(), (2, 4, 2, 1), (2, 1))
    assert plain(origins) == [(0, [0, 1]), (3, [0])]


@pytest.mark.parametrize(("layer", "unit"), [(0, 0), (3, 0), (1, 4), (2, 1), (10**6, 0), (1, 10**6)])
def test_units_that_are_not_there(layer, unit):
    with pytest.raises(Refusal):
        check_unit((2, 4, 1), layer, unit, first=1)


def test_units_that_are_there():
    check_unit((2, 4, 1), 0, 1, first=0)
    check_unit((2, 4, 1), 2, 0, first=1)
