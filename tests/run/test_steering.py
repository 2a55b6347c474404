"""How a network came to be: what is remembered, what is not, and what comes back with a moment of the past."""

import pickle

import pytest

from glassbox.run.answers import take_snapshot
from glassbox.run.commands import obey
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.run.steering import MOST_ORDERS, UNKNOWN, Steering
from glassbox.settings import Settings
from tests.run.tools import Desk, configure, run_of, say, tell, train_epochs


def told(run):
    return [
        (order.step, order.command.type if hasattr(order.command, "type") else "?") for order in run.steering.orders
    ]


def begun():
    return Steering(Settings())


def test_a_network_that_only_trains_was_not_steered():
    run = run_of()
    train_epochs(run, 3)
    assert run.steering.orders == () and run.steering.beginning == run.settings


def test_what_changes_training_is_remembered_with_its_step_and_nothing_else_is():
    run = run_of()
    train_epochs(run, 2)
    steps = run.trainer.step
    configure(run, learning_rate=0.1)
    configure(run, speed="step_1")
    configure(run, goal="test_loss", patience=5)
    tell(run, "set_weight", layer=1, unit=0, source=0, value=1.5)
    train_epochs(run, 1)
    tell(run, "edit_network", action="add_unit", layer=1)
    tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    tell(run, "pause")
    later = run.trainer.step
    assert told(run) == [(steps, "configure"), (steps, "set_weight"), (later, "edit_network"), (later, "hold")]


def test_a_refused_command_is_not_remembered():
    run = run_of()
    tell(run, "set_weight", layer=9, unit=0, source=0, value=1.0)
    assert run.steering.orders == ()


def test_a_seed_that_was_drawn_is_remembered_by_its_value():
    run = run_of()
    tell(run, "new_seed", of="data")
    assert run.steering.orders[0].command.changes == {"data_seed": 777}


@pytest.mark.parametrize("command", [{"kind": "reset"}, {"kind": "new_seed", "of": "weights"}])
def test_what_begins_anew_forgets_what_was_before(command):
    run = run_of()
    configure(run, learning_rate=0.1)
    tell(run, **command)
    assert run.steering.orders == () and run.steering.beginning == run.settings


def test_weights_from_elsewhere_have_no_beginning():
    run = run_of()
    state = run.trainer.state()
    obey(run, OpenNetwork(Settings(), "", state.parameters, state.statistics))
    assert run.steering.beginning is None
    configure(run, learning_rate=0.1)
    assert run.steering is UNKNOWN
    tell(run, "reset")
    assert run.steering.beginning is not None


def test_units_that_stay_frozen_while_the_rest_begins_anew_have_learned_before_it():
    run = run_of()
    train_epochs(run, 1)
    tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    tell(run, "reset")
    assert run.steering.beginning is None


def test_a_moment_of_the_past_brings_its_own_along_and_what_goes_on_from_there_is_another():
    run = run_of()
    train_epochs(run, 1)
    run.evaluate()
    first = run.trainer.step
    configure(run, learning_rate=0.1)
    train_epochs(run, 1)
    configure(run, learning_rate=0.2)
    later = run.steering
    tell(run, "rewind", step=0)
    assert told(run) == []
    configure(run, momentum=0.5)
    assert [order.command.changes for order in run.steering.orders] == [{"momentum": 0.5}]
    assert [order.step for order in later.orders] == [first, 2 * first]


def test_undo_brings_the_earlier_one_back():
    desk = Desk()
    desk.work(say("configure", changes={"learning_rate": 0.1}))
    assert len(desk.run.steering.orders) == 1
    desk.work(say("undo"))
    assert desk.run.steering.orders == ()
    desk.work(say("redo"))
    assert len(desk.run.steering.orders) == 1


def test_a_fork_by_another_session_goes_its_own_way():
    run, twin = run_of(), run_of()
    configure(run, learning_rate=0.1)
    obey(twin, Resume(take_snapshot(run)))
    configure(run, learning_rate=0.2)
    configure(twin, learning_rate=0.3)
    assert [order.command.changes["learning_rate"] for order in run.steering.orders] == [0.1, 0.2]
    assert [order.command.changes["learning_rate"] for order in twin.steering.orders] == [0.1, 0.3]


def test_the_best_epoch_was_not_steered_by_what_came_later():
    run = run_of(patience=3, dataset="xor")
    train_epochs(run, 3)
    tell(run, "set_weight", layer=1, unit=0, source=0, value=1.5)
    tell(run, "restore_best")
    assert told(run) == []


def test_too_many_orders_leave_a_network_that_cannot_be_repeated():
    steering = begun()
    for step in range(MOST_ORDERS):
        steering = steering.then(step, "x")
    assert len(steering.orders) == MOST_ORDERS and steering.beginning is not None
    assert steering.then(MOST_ORDERS, "x") is UNKNOWN


def test_what_was_obeyed_later_is_left_out():
    steering = begun().then(3, "a").then(3, "b").then(5, "c")
    assert [order.command for order in steering.before(5).orders] == ["a", "b"]
    assert steering.before(3).orders == ()
    assert [order.command for order in steering.before(3).then(4, "d").orders] == ["d"]
    assert [order.command for order in steering.orders] == ["a", "b", "c"]


def test_it_goes_through_a_pickle():
    run = run_of()
    configure(run, learning_rate=0.1)
    again = pickle.loads(pickle.dumps(run.now()))
    assert again.steering.orders == run.steering.orders
    assert again.steering.beginning == run.steering.beginning
