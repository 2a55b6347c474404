"""Tests of the branches a run leaves by going on from its past: each can be come back to exactly, in bounded memory."""

from copy import deepcopy

import numpy as np
import pytest

from glassbox.protocol.server_messages import Lane, Refused
from glassbox.run import words
from glassbox.run.answers import take_trajectory
from glassbox.run.fork import fork
from glassbox.run.lanes import Lanes
from glassbox.run.page_messages import introduction
from tests.run.past.test_history import KINDS, never_rewound, rewind, watched
from tests.run.tools import Clock, Desk, bytes_of, run_of, say, tell, train_epochs, whole


def train(run, epochs):
    for _ in range(epochs):
        train_epochs(run, 1)
        run.evaluate()


def branch_off(run, step, epochs, **changes):
    """Go on from a past moment, with other settings if any are named."""
    rewind(run, step)
    if changes:
        tell(run, "configure", changes=changes)
    train(run, epochs)


def switch(run, branch):
    return tell(run, "switch_branch", branch=branch)


def kept(run):
    return [(each["number"], each["epochs"]) for each in run.history.branches.plain(run.number)["kept"]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_branch_that_was_left_comes_back_exactly_and_goes_on_as_it_would_have(kind):
    run = watched(6, **KINDS[kind])
    first = bytes_of(run), run.evaluate()[0], run.settings
    branch_off(run, 2 * run.trainer.steps_per_epoch, 3, learning_rate=0.3)
    second = bytes_of(run), run.evaluate()[0], run.settings
    assert (run.history.branches.number, kept(run)) == (2, [(1, 6.0)]) and first != second
    told = switch(run, 1)
    assert (bytes_of(run), run.evaluate()[0], run.settings) == first and run.history.present is None
    assert told == [introduction(run)] and not run.playing
    assert (run.history.branches.number, kept(run)) == (1, [(2, 5.0)])
    switch(run, 2)
    assert (bytes_of(run), run.evaluate()[0], run.settings) == second
    switch(run, 1)
    train(run, 2)
    assert bytes_of(run) == never_rewound(8 * run.trainer.steps_per_epoch, **KINDS[kind])


def test_its_curves_and_flags_come_back_with_those_of_the_others_beside_them():
    run = watched(6)
    tell(run, "configure", changes={"momentum": 0.5})
    train(run, 1)
    before = deepcopy(run.history.curves.plain(1))
    branch_off(run, 50, 2, learning_rate=0.3)
    history = run.history.curves.plain(1)
    assert whole(history["x"]) == [0, 1, 2, 3, 4] and [whole(each["x"]) for each in history["branches"]] == [
        [2, 3, 4, 5, 6, 7]
    ]
    told = switch(run, 1)[-1].history
    assert {name: told[name] for name in before if name not in ("branch", "branches")} == {
        name: before[name] for name in before if name not in ("branch", "branches")
    }
    assert told["branch"] == 2 and [whole(each["x"]) for each in told["branches"]] == [[2, 3, 4]]
    assert told["branches"][0]["train_loss"] == history["train_loss"][history["x"].index(2) :]


def test_one_can_go_back_within_a_branch_that_came_back():
    run = watched(6)
    moments = {}
    for step in (75, 100, 125):
        rewind(run, step)
        moments[step] = bytes_of(run)
    rewind(run)
    branch_off(run, 50, 3, learning_rate=0.3)
    switch(run, 1)
    for step, expected in moments.items():
        rewind(run, step)
        assert bytes_of(run) == expected


def test_of_three_branches_each_part_is_drawn_once():
    run = watched(6)
    branch_off(run, 100, 3, learning_rate=0.3)  # 2 parts from 1 at epoch 4
    branch_off(run, 50, 2, learning_rate=0.1)  # 3 parts from both at epoch 2
    assert (run.history.branches.number, kept(run)) == (3, [(1, 6.0), (2, 7.0)])
    told = switch(run, 1)[-1]
    assert [whole(each["x"]) for each in told.history["branches"]] == [[2, 3, 4, 5, 6, 7], [2, 3, 4]]
    assert told.branches == {
        "run": 1,
        "number": 1,
        "kept": [{"number": 2, "epochs": 7.0}, {"number": 3, "epochs": 4.0}],
    }
    branch_off(run, 125, 1)
    assert run.history.branches.number == 4 and [number for number, _ in kept(run)] == [1, 2, 3]
    branch_off(run, 125, 1)
    assert run.history.branches.number == 5 and [number for number, _ in kept(run)] == [2, 3, 4]


def test_the_past_may_be_on_show_when_another_branch_is_wanted():
    run = watched(6)
    branch_off(run, 50, 3, learning_rate=0.3)
    second = bytes_of(run)
    rewind(run, 75)
    switch(run, 1)
    assert run.trainer.step == 150 and run.history.present is None
    switch(run, 2)
    assert bytes_of(run) == second


def test_what_else_belongs_to_a_branch_comes_back():
    run = watched(4, patience=50)
    tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    tell(run, "edit_network", action="add_unit", layer=1)
    tell(run, "configure", changes={"samples": 90})
    train(run, 2)
    held, sizes, version = run.holds.frozen(1).tolist(), run.trainer.recipe.architecture.sizes, run.data_version
    branch_off(run, 25, 2)
    assert run.trainer.recipe.architecture.sizes != sizes and not run.holds.frozen(1).any()
    switch(run, 1)
    assert run.trainer.recipe.architecture.sizes == sizes and run.holds.frozen(1).tolist() == held and any(held)
    assert run.data_version > version and run.settings.samples == 90
    before = run.trainer.parameters[: 2 * sizes[1]].reshape(-1, 2)[0].copy()
    train(run, 1)
    np.testing.assert_array_equal(run.trainer.parameters[: 2 * sizes[1]].reshape(-1, 2)[0], before)


def test_the_way_on_the_loss_surface_is_that_of_the_branch():
    run = watched(6)
    branch_off(run, 50, 8, learning_rate=0.3)
    switch(run, 1)
    steps = [each.step for each in take_trajectory(run).trajectory]
    assert steps == [0, 25, 50, 75, 100, 125, 150]
    never = watched(6)
    pairs = zip(take_trajectory(run).trajectory, take_trajectory(never).trajectory, strict=True)
    assert all(np.array_equal(one.parameters, other.parameters) for one, other in pairs)


def test_what_begins_anew_has_no_other_branches():
    run = watched(6)
    branch_off(run, 50, 3)
    tell(run, "reset")
    assert (run.history.branches.number, kept(run)) == (1, [])
    told = switch(run, 1)
    assert told == [Refused(text=words.NO_SUCH_BRANCH.format(branch=1), about="switch_branch")]


def test_a_branch_that_is_not_there_changes_nothing():
    run = watched(6)
    branch_off(run, 50, 3)
    before = bytes_of(run), run.history.curves.plain(1), kept(run)
    for number in (2, 3, 99):
        assert isinstance(switch(run, number)[0], Refused)
    assert (bytes_of(run), run.history.curves.plain(1), kept(run)) == before


def test_all_branches_stay_within_the_memory_of_one_run():
    budget = 2_000_000
    run = run_of(optimizer="adam", hidden=[{"units": 64}, {"units": 64}])
    run.history.limit(budget)
    tell(run, "reset")
    train(run, 30)
    ends = {1: bytes_of(run)}
    for number, step in ((2, 250), (3, 500), (4, 100), (5, 300)):
        branch_off(run, step, 20, learning_rate=0.01 * number)
        ends[number] = bytes_of(run)
        taken = run.history.bytes + sum(each.bytes for each in run.history.branches._left)
        assert taken <= budget and len(run.history.moments) > 10
    assert [number for number, _ in kept(run)] == [2, 3, 4]
    for number in (2, 3, 4):
        switch(run, number)
        assert bytes_of(run) == ends[number]
        assert run.history.bytes + sum(each.bytes for each in run.history.branches._left) <= budget


def test_where_there_is_no_room_the_oldest_go():
    run = run_of(optimizer="adam", hidden=[{"units": 64}, {"units": 64}])
    run.history.limit(600_000)  # a moment takes 53 kB, so that of a branch no more than its two ends stay
    tell(run, "reset")
    train(run, 8)
    for number in range(3):
        branch_off(run, 0, 8, learning_rate=0.1 + number)
    assert [number for number, _ in kept(run)] == [3] and run.history.branches.number == 4
    assert run.history.branches._left[0].bytes <= 300_000 and len(run.history.branches._left[0].timeline) == 2


def test_branches_rest_while_lanes_are_compared():
    run = watched(6)
    branch_off(run, 50, 3, learning_rate=0.3)
    lanes = Lanes(run)
    lanes.obey(say("fork"))
    assert lanes.obey(say("switch_branch", branch=1))[0].text == words.NO_REWIND_IN_LANES
    lanes.obey(say("remove_lane", lane=2))
    assert isinstance(lanes.obey(say("switch_branch", branch=1))[0], Lane) and run.trainer.step == 150


def test_frames_are_of_the_branch_from_then_on():
    desk = Desk()
    desk.work(say("play"))
    end = desk.watch(1.0)[-1]
    desk.work(say("rewind", step=250), say("play"))
    desk.watch(0.5)
    desk.work(say("pause"))
    desk.clock.advance(1)
    frame = desk.work(say("switch_branch", branch=1))
    assert (frame["step"], frame["weights"], frame["present"], frame["playing"]) == (
        end["step"],
        end["weights"],
        None,
        False,
    )
    lane = next(each for each in desk.messages() if each["type"] == "lane")
    assert frame["branch"] == 2 and lane["history"]["branch"] == 2
    assert frame["train"] == end["train"]


def test_a_fork_has_no_other_branches_of_its_own():
    run = watched(6)
    branch_off(run, 50, 3, learning_rate=0.3)
    _, twin = fork(run, 2, 7)
    assert twin.history.branches.plain(twin.number) == {"run": 7, "number": 1, "kept": []}
    assert run.history.branches.number == 2


def test_stepping_after_a_switch_branches_off_no_further():
    run = watched(6)
    branch_off(run, 50, 3, learning_rate=0.3)
    switch(run, 1)
    tell(run, "step", unit="batch")
    run.train(1.0, Clock())
    assert run.trainer.step == 151 and run.history.curves.branch == 2 and run.history.branches.number == 1
