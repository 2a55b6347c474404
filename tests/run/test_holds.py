"""Frozen units and layers, and units and connections that are disabled: what holds still, what comes back,
what survives.
"""

import numpy as np
import pytest

from glassbox.engine.surface import logits
from glassbox.protocol.messages import View
from glassbox.protocol.server_messages import Refused
from glassbox.run.answers import take_snapshot
from glassbox.run.commands import obey
from glassbox.run.orders import OpenNetwork
from glassbox.run.restore import trainer_at
from tests.run.tools import Desk, run_of, say, tell, train_epochs

METHODS = {
    "plain": {},
    "everything": {
        "optimizer": "adam", "penalty": "l1", "penalty_rate": 0.01, "normalization": "batch", "dropout": 0.2,
        "clip_norm": 1.0,
    },
    "momentum": {"optimizer": "momentum", "penalty": "l2"},
}  # fmt: skip
methods = pytest.mark.parametrize("settings", METHODS.values(), ids=METHODS)


def matrix(run, layer):
    trainer = run.trainer
    return trainer.recipe.architecture.layout.matrix(trainer.parameters, layer).copy()


def row(run, layer, unit):
    """All that belongs to one unit."""
    trainer, layout = run.trainer, run.trainer.recipe.architecture.layout
    places = [layout.bias(layer)] + ([layout.scale(layer), layout.shift(layer)] if layer in layout.normalized else [])
    return np.array([*matrix(run, layer)[unit], *(trainer.parameters[place][unit] for place in places)])


def hold(run, action, layer, unit=None, source=None, on=True):
    return tell(run, "hold", action=action, layer=layer, unit=unit, source=source, on=on)


def output(run):
    """What the network says of its training points."""
    trainer = run.trainer
    return logits(trainer.recipe.architecture, trainer.parameters, run.data_split.data.x_train, trainer.statistics)


@methods
def test_a_frozen_unit_stays_and_the_others_learn(settings):
    run = run_of(**settings)
    hold(run, "freeze", 1, 2)
    before, other = row(run, 1, 2), row(run, 1, 1)
    train_epochs(run, 3)
    np.testing.assert_array_equal(row(run, 1, 2), before)
    assert (row(run, 1, 1) != other).any()
    hold(run, "freeze", 1, 2, on=False)
    train_epochs(run, 1)
    assert (row(run, 1, 2) != before).any()


def test_a_layer_is_frozen_as_a_whole():
    run = run_of(normalization="layer")
    told = hold(run, "freeze", 2)
    assert told[0].mark.text == "layer 2 frozen" and told[0].revision == run.revision == 1
    before = [row(run, 2, unit) for unit in range(2)]
    train_epochs(run, 2)
    np.testing.assert_array_equal([row(run, 2, unit) for unit in range(2)], before)


@methods
def test_a_disabled_unit_contributes_nothing_and_comes_back_as_it_was(settings):
    run = run_of(**settings)
    train_epochs(run, 2)
    before, leaving = row(run, 1, 1), matrix(run, 2)[:, 1]
    hold(run, "disable", 1, 1)
    muted = output(run)
    layout = run.trainer.recipe.architecture.layout
    layout.matrix(run.trainer.parameters, 1)[1] *= 3  # what it computes makes no difference
    np.testing.assert_array_equal(output(run), muted)
    layout.matrix(run.trainer.parameters, 1)[1] = before[:2]
    train_epochs(run, 2)
    assert not matrix(run, 2)[:, 1].any()
    np.testing.assert_array_equal(row(run, 1, 1), before)
    hold(run, "disable", 1, 1, on=False)
    np.testing.assert_array_equal(matrix(run, 2)[:, 1], leaving)
    train_epochs(run, 1)
    assert (matrix(run, 2)[:, 1] != leaving).any()


@methods
def test_a_disabled_connection_counts_as_nothing_and_remembers(settings):
    run = run_of(**settings)
    weight = matrix(run, 2)[1, 3]
    hold(run, "disable", 2, 1, 3)
    train_epochs(run, 2)
    assert matrix(run, 2)[1, 3] == 0 and matrix(run, 2)[1, 2] != 0
    hold(run, "disable", 2, 1, 3, on=False)
    assert matrix(run, 2)[1, 3] == weight


def test_a_unit_and_its_connection_are_disabled_apart():
    run = run_of()
    weight = matrix(run, 2)[1, 3]
    hold(run, "disable", 2, 1, 3)
    hold(run, "disable", 1, 3)
    hold(run, "disable", 1, 3, on=False)
    assert matrix(run, 2)[1, 3] == 0 and matrix(run, 2)[0, 3] != 0
    hold(run, "disable", 2, 1, 3, on=False)
    assert matrix(run, 2)[1, 3] == weight


@pytest.mark.parametrize(("action", "unit"), [("freeze", None), ("freeze", 1), ("disable", 1)])
def test_what_is_held_is_evaluated_with_the_statistics_it_had(action, unit):
    run = run_of(normalization="batch")
    train_epochs(run, 2)
    hold(run, action, 1, unit)
    chosen = slice(2, 6) if unit is None else 2 + unit
    before = run.trainer.statistics[:, chosen].copy()
    train_epochs(run, 2)
    np.testing.assert_array_equal(run.trainer.statistics[:, chosen], before)
    assert (run.trainer.statistics[:, 6:8] != run_of(normalization="batch").trainer.statistics[:, 6:8]).all()
    tell(run, "reset")
    is_kept = action == "freeze"
    assert (run.trainer.statistics[:, chosen] == before).all() == is_kept
    hold(run, action, 1, unit, on=False)
    train_epochs(run, 1)
    assert (run.trainer.statistics[:, chosen] != before).any()


def test_a_frozen_unit_can_be_disabled_and_is_still_frozen_afterwards():
    run = run_of()
    hold(run, "freeze", 2, 0)
    before = row(run, 2, 0)
    hold(run, "disable", 2, 0, 1)
    hold(run, "disable", 2, 0)
    train_epochs(run, 1)
    hold(run, "disable", 2, 0, on=False)
    hold(run, "disable", 2, 0, 1, on=False)
    train_epochs(run, 1)
    np.testing.assert_array_equal(row(run, 2, 0), before)


def test_the_weight_of_a_disabled_connection_is_not_set():
    run = run_of()
    hold(run, "disable", 2, 1, 3)
    told = tell(run, "set_weight", layer=2, unit=1, source=3, value=1.5)
    assert isinstance(told[0], Refused) and "Enable it before" in told[0].text
    assert matrix(run, 2)[1, 3] == 0


def test_a_frozen_weight_can_be_set_by_hand():
    run = run_of()
    hold(run, "freeze", 1)
    tell(run, "set_weight", layer=1, unit=1, source=0, value=1.5)
    train_epochs(run, 1)
    assert matrix(run, 1)[1, 0] == 1.5


def test_marks_go_along_when_units_and_layers_come_and_go():
    run = run_of()
    hold(run, "freeze", 1, 3)
    hold(run, "disable", 1, 2)
    hold(run, "disable", 2, 1, 3)
    frozen, leaving, weight = row(run, 1, 3), matrix(run, 2)[0, 2], run.holds.remembered(2)[1, 3]
    assert weight and leaving == 0
    tell(run, "edit_network", action="remove_unit", layer=1, unit=0)
    tell(run, "edit_network", action="add_unit", layer=2)
    assert run.holds.frozen(1).tolist() == [False, False, True] and run.holds.disabled(1).tolist() == [
        False,
        True,
        False,
    ]
    train_epochs(run, 1)
    np.testing.assert_array_equal(row(run, 1, 2), frozen)
    assert matrix(run, 2)[:, 1].tolist() == [0, 0, 0]  # the new unit's too
    assert run.holds.remembered(2)[2, 1] != 0
    hold(run, "disable", 1, 1, on=False)
    hold(run, "disable", 2, 1, 2, on=False)
    assert matrix(run, 2)[:, 1].all() and matrix(run, 2)[1, 2] == weight
    hold(run, "disable", 1, 1)
    tell(run, "edit_network", action="add_layer", layer=1)
    assert run.holds.disabled(2).tolist() == [False, True, False] and run.holds.frozen(2).tolist() == [
        False,
        False,
        True,
    ]
    train_epochs(run, 1)
    assert not matrix(run, 3)[:, 1].any()


def test_a_live_change_leaves_the_marks():
    run = run_of()
    hold(run, "freeze", 1, 3)
    hold(run, "disable", 1, 2)
    before = row(run, 1, 3)
    for changes in (
        {"learning_rate": 0.3},
        {"optimizer": "adam"},
        {"dataset": "xor"},
        {"features": ["x1", "x2", "sin_x1"]},
    ):
        tell(run, "configure", changes=changes)
        train_epochs(run, 1)
    np.testing.assert_array_equal(row(run, 1, 3)[:2], before[:2])
    assert not matrix(run, 2)[:, 2].any()


def test_a_reset_leaves_frozen_weights_and_remembers_initial_ones():
    fresh, run = run_of(), run_of()
    train_epochs(run, 2)
    hold(run, "freeze", 1, 3)
    hold(run, "disable", 1, 2)
    frozen = row(run, 1, 3)
    train_epochs(run, 1)
    tell(run, "reset")
    assert run.trainer.step == 0
    np.testing.assert_array_equal(row(run, 1, 3), frozen)
    np.testing.assert_array_equal(row(run, 1, 2), row(fresh, 1, 2))
    assert not matrix(run, 2)[:, 2].any()
    hold(run, "disable", 1, 2, on=False)
    np.testing.assert_array_equal(matrix(run, 2), matrix(fresh, 2))


def test_what_begins_anew_by_a_setting_has_no_marks():
    run = run_of()
    hold(run, "freeze", 1)
    hold(run, "disable", 1, 2)
    tell(run, "configure", changes={"seed": 7})
    assert run.holds.is_empty
    np.testing.assert_array_equal(run.trainer.parameters, run_of(seed=7).trainer.parameters)
    train_epochs(run, 1)
    assert (row(run, 1, 0) != row(run_of(seed=7), 1, 0)).any()


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"action": "disable", "layer": 3, "unit": 0}, "The output cannot be disabled"),
        ({"action": "disable", "layer": 1}, "name the unit"),
        ({"action": "freeze", "layer": 1, "unit": 0, "source": 1}, "a single connection cannot"),
        ({"action": "freeze", "layer": 0}, "There is no layer 0"),
        ({"action": "freeze", "layer": 4}, "There is no layer 4"),
        ({"action": "freeze", "layer": 1, "unit": 4}, "no unit 4"),
        ({"action": "disable", "layer": 1, "unit": 0, "source": 2}, "no unit 2"),
    ],
)
def test_what_cannot_be_held_is_refused(wish, words):
    run = run_of()
    told = tell(run, "hold", on=True, **wish)
    assert isinstance(told[0], Refused) and words in told[0].text
    assert run.holds.is_empty and run.revision == 0


def test_an_output_connection_can_be_disabled_and_the_output_frozen():
    run = run_of()
    hold(run, "disable", 3, 0, 1)
    hold(run, "freeze", 3)
    before = row(run, 3, 0)
    train_epochs(run, 1)
    np.testing.assert_array_equal(row(run, 3, 0), before)
    assert before[1] == 0 != before[0]


def test_after_a_blow_up_it_is_still_held():
    run = run_of(dataset="plane", activation="relu", gain=5.0, learning_rate=10.0, speed="step_20")
    hold(run, "disable", 1, 2)
    tell(run, "play")
    now = 0.0
    while run.playing:
        run.begin_frame(now)
        run.train(0.01, lambda: 0.0)
        now += 0.1
    assert run.stop.code == "not_finite" and not matrix(run, 2)[:, 2].any()


def test_frames_tell_what_is_held_of_what_is_shown():
    desk = Desk(hidden=[{"units": 5}])
    assert desk.work()["held"] is None
    hold(desk.run, "freeze", 1)
    hold(desk.run, "freeze", 1, 4, on=False)
    hold(desk.run, "disable", 1, 1)
    hold(desk.run, "disable", 1, 2, 0)
    desk.clock.advance(1)
    frame = desk.work(View(windows=((0, 2), (1, 3), (0, 1))))
    held = frame["held"]
    assert list(held["units"]) == [0, 0, 3, 1, 1, 0] and held["frozen"] == [0, 4, 0]
    assert list(held["cut"]) == [0, 0, 1, 0, 0, 0, 0, 0, 0]
    remembered = np.frombuffer(held["remembered"], np.float32)
    assert remembered.nonzero()[0].tolist() == [2, 6]
    weights = np.frombuffer(frame["weights"], np.float32)
    assert (weights == 0).nonzero()[0].tolist() == [2, 6]


def test_dropped_units_are_told_step_by_step_only():
    desk = Desk(dropout=0.5, hidden=[{"units": 8}, {"units": 8, "dropout": 0.0}])
    assert desk.work()["dropped"] is None
    desk.clock.advance(1)
    desk.work(say("step", unit="batch"))
    desk.clock.advance(1)
    frame = desk.work(View(windows=((0, 2), (2, 6), (0, 8), (0, 1))))
    dropped = list(frame["dropped"])
    assert len(dropped) == 17 and dropped[2:8] == desk.run.trainer.dropped(1)[2:].tolist() and any(dropped)
    assert not any(dropped[:2] + dropped[8:])
    tell(desk.run, "configure", changes={"speed": "full"})
    tell(desk.run, "play")
    assert not desk.run.steps_singly
    tell(desk.run, "configure", changes={"speed": "step_1"})
    assert desk.run.steps_singly


def test_a_network_from_outside_learns_as_a_whole():
    run, other = run_of(), run_of(seed=7, hidden=[{"units": 5}, {"units": 2}])
    hold(run, "freeze", 1)
    hold(run, "disable", 1, 2)
    obey(
        run,
        OpenNetwork(other.settings, "network opened", other.trainer.parameters.copy(), other.trainer.statistics.copy()),
    )
    np.testing.assert_array_equal(run.trainer.parameters, other.trainer.parameters)
    assert run.holds.is_empty
    train_epochs(run, 1)
    assert (row(run, 1, 2) != row(other, 1, 2)).any()


def test_who_takes_the_network_apart_gets_it_with_what_it_holds():
    run = run_of(optimizer="adam")
    train_epochs(run, 1)
    hold(run, "freeze", 1, 0)
    hold(run, "disable", 1, 2)
    copy = trainer_at(take_snapshot(run).moment)
    for trainer in (copy, run.trainer):
        trainer.run(10)
    np.testing.assert_array_equal(copy.parameters, run.trainer.parameters)
