"""Training again what was steered by hand: it comes out the same to the byte, and what was forged does not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.run.steering import Order, Steering
from glassbox.study.challenge.replay import Replay, is_untouched
from tests.run.tools import MOST_PARAMETERS, Clock, Desk, configure, run_of, say, tell, train_epochs

CHANGES = st.sampled_from(
    [
        {"kind": "configure", "changes": {"learning_rate": 0.2}},
        {"kind": "configure", "changes": {"optimizer": "adam"}},
        {"kind": "configure", "changes": {"activation": "relu", "dropout": 0.2}},
        {"kind": "configure", "changes": {"features": ["x1", "x2", "x1_x2"]}},
        {"kind": "configure", "changes": {"batch_size": 7}},
        {"kind": "configure", "changes": {"normalization": "batch"}},
        {"kind": "configure", "changes": {"dataset": "xor"}},
        {"kind": "configure", "changes": {"hidden": [{"units": 3}]}},
        {"kind": "configure", "changes": {"initialization": "xavier_normal"}},
        {"kind": "new_seed", "of": "data"},
        {"kind": "edit_network", "action": "add_unit", "layer": 1},
        {"kind": "edit_network", "action": "add_layer", "layer": 1},
        {"kind": "edit_network", "action": "remove_unit", "layer": 1, "unit": 1},
        {"kind": "set_weight", "layer": 1, "unit": 0, "source": 0, "value": 1.25},
        {"kind": "set_bias", "layer": 1, "unit": 0, "value": -0.5},
        {"kind": "hold", "action": "freeze", "layer": 1, "unit": 0, "on": True},
        {"kind": "hold", "action": "disable", "layer": 1, "unit": 0, "on": True},
        {"kind": "reset"},
        {"kind": "step", "unit": "batch"},
        {"kind": "step", "unit": "epoch"},
    ]
)


def replayed(run):
    replay = Replay(run.steering.beginning, MOST_PARAMETERS)
    assert replay.come_to(run.steering, run.trainer.step)
    while not replay.is_done:
        replay.work(1.0)
    return replay


def owed(run):
    while run.is_owing:
        run.train(1.0, Clock())


def is_same(run):
    return replayed(run).parameters == run.trainer.parameters.tobytes()


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_a_network_that_was_not_steered_comes_out_of_its_seed_the_same_to_the_byte(optimizer):
    run = run_of(optimizer=optimizer, dropout=0.1, seed=5, dataset="spiral3")
    train_epochs(run, 6)
    tell(run, "step", unit="batch")
    owed(run)
    assert is_untouched(run.steering) and is_same(run)


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, max_size=8))
def test_a_network_that_was_steered_by_hand_comes_out_the_same_to_the_byte(changes):
    run = run_of(hidden=[{"units": 3}, {"units": 2}], samples=60)
    for change in changes:
        tell(run, **change)
        owed(run)
        tell(run, "step", unit="batch")
        owed(run)
    assert run.steering.beginning is None or is_same(run)


def test_what_was_undone_or_left_on_the_timeline_does_not_count():
    desk = Desk(samples=60)
    desk.work(say("step", unit="epoch"))
    desk.work(say("configure", changes={"learning_rate": 0.3}))
    desk.work(say("step", unit="epoch"))
    desk.work(say("undo"))
    desk.work(say("set_weight", layer=1, unit=0, source=0, value=1.5))
    desk.work(say("step", unit="epoch"))
    assert len(desk.run.steering.orders) == 1 and is_same(desk.run)
    desk.work(say("rewind", step=0))
    desk.work(say("step", unit="batch"))
    assert not desk.run.steering.orders and is_same(desk.run)


def test_solving_the_last_layer_is_repeated_too():
    run = run_of(dataset="plane", samples=60)
    train_epochs(run, 2)
    tell(run, "solve_last_layer")
    train_epochs(run, 1)
    assert len(run.steering.orders) == 1 and is_same(run)


@pytest.mark.parametrize(
    "forge",
    [
        lambda orders: orders[1:],
        lambda orders: [replace(orders[0], step=orders[0].step + 1), *orders[1:]],
        lambda orders: [orders[1], orders[0]],
        lambda orders: [Order(orders[0].step, say("configure", changes={"learning_rate": 0.31})), *orders[1:]],
    ],
    ids=["left out", "another step", "another order", "another value"],
)
def test_a_forged_recording_makes_another_network_or_none(forge):
    run = run_of(samples=60)
    train_epochs(run, 1)
    configure(run, learning_rate=0.3)
    train_epochs(run, 1)
    tell(run, "set_weight", layer=1, unit=0, source=0, value=1.5)
    train_epochs(run, 1)
    orders = forge(list(run.steering.orders))
    forged = Steering(run.steering.beginning, orders, len(orders))
    replay = Replay(forged.beginning, MOST_PARAMETERS)
    assert replay.come_to(forged, run.trainer.step)
    replay.work(1e9)
    assert replay.parameters != run.trainer.parameters.tobytes()


def test_it_goes_on_from_where_it_is_and_only_there():
    run = run_of(samples=60)
    train_epochs(run, 1)
    replay = replayed(run)
    configure(run, learning_rate=0.3)
    train_epochs(run, 1)
    assert replay.come_to(run.steering, run.trainer.step)
    replay.work(1e9)
    assert replay.parameters == run.trainer.parameters.tobytes()
    other = run_of(samples=60)
    train_epochs(other, 3)
    assert not replay.come_to(other.steering, other.trainer.step)
    assert not replay.come_to(run.steering, 0)


def test_it_works_in_slices():
    run = run_of(samples=60)
    train_epochs(run, 200)
    replay = Replay(run.steering.beginning, MOST_PARAMETERS)
    assert replay.come_to(run.steering, run.trainer.step)
    replay.work(0.0, Clock())
    assert 0 < replay.step < run.trainer.step and not replay.is_done


def test_whoever_looks_sees_the_beginning_every_epoch_and_every_change():
    run, seen = run_of(samples=60), []
    train_epochs(run, 2)
    configure(run, learning_rate=0.3)
    train_epochs(run, 1)
    replay = Replay(run.steering.beginning, MOST_PARAMETERS, seen.append)
    assert replay.come_to(run.steering, run.trainer.step)
    replay.work(1e9)
    assert [(moment.epochs, moment.settings.learning_rate) for moment in seen] == [
        (0, run.steering.beginning.learning_rate),
        (1, run.steering.beginning.learning_rate),
        (2, run.steering.beginning.learning_rate),
        (2, 0.3),
        (3, 0.3),
    ]
