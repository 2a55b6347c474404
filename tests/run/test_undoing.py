"""Every change can be taken back and brought back, to the byte, with all that was trained before and after it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.protocol.server_messages import Changes, Lane, Refused
from glassbox.run import words
from glassbox.run.answers import take_snapshot
from glassbox.run.changes import MOST_CHANGES
from glassbox.run.checkpoint import pack
from glassbox.run.lanes import Lanes
from glassbox.run.orders import LineUp, OpenNetwork, Resume
from glassbox.run.undoing import Undoing
from glassbox.settings import Settings
from tests.run.tools import Clock, Desk, run_of, say

BUDGET = 16 * 2**20


class Bench:
    """Lanes whose changes can be taken back, without a page."""

    def __init__(self, budget=BUDGET, **settings):
        self.lanes = Lanes(run_of(**settings))
        self.undoing = Undoing(self.lanes, budget)
        self.told = []

    @property
    def run(self):
        return self.lanes.in_hand

    def say(self, kind, **fields):
        return self.obey(say(kind, **fields))

    def obey(self, order):
        self.told = self.undoing.obey(order)
        return self.told

    def configure(self, gesture=None, **changes):
        return self.say("configure", changes=changes, gesture=gesture)

    def train(self, epochs=1):
        for _ in range(epochs):
            self.say("step", unit="epoch")
            self.train_owed()

    def train_owed(self):
        while self.lanes.leader.is_owing:
            self.lanes.train(1.0, Clock())
        self.lanes.evaluate(Clock())

    def news(self):
        """What was told of changes last."""
        return [each for each in self.told if isinstance(each, Changes)][-1]

    def refusals(self):
        return [each.text for each in self.told if isinstance(each, Refused)]


def whole(bench):
    """Everything of all lanes, as bytes and plain values; what is under way on the page and the speed left out."""
    for run in bench.lanes.lanes.values():
        run.evaluate()
    return [
        (
            run.lane,
            pack(take_snapshot(run)),
            run.settings.model_copy(update={"speed": Settings().speed}),
            run.by_hand,
            (run.goal.check, run.goal.earlier),
            run.history.branches.plain(0),
            [(each.step, each.state.parameters.tobytes()) for each in run.history.moments],
            [(each.step, each.parameters.tobytes()) for each in run.history.trajectory.points],
            run.history.past and run.history.past.step,
        )
        for run in bench.lanes.lanes.values()
    ]


def change_with(**changes):
    return lambda bench: bench.configure(**changes)


def order(kind, **fields):
    return lambda bench: bench.say(kind, **fields)


def open_network(bench):
    bench.obey(OpenNetwork(Settings().changed({"hidden": [{"units": 3}], "seed": 5}), "opened"))


def resume(bench):
    other = Bench(optimizer="adam", learning_rate=0.003)
    other.train(2)
    bench.obey(Resume(take_snapshot(other.run)))


CHANGES = {
    "a live setting": change_with(learning_rate=0.3),
    "another optimizer": change_with(optimizer="momentum"),
    "other data": change_with(dataset="xor", noise=0.2),
    "other inputs": change_with(features=["x1", "x2", "x1_squared"]),
    "another kind of data": change_with(dataset="multi_gauss"),
    "another shape": change_with(hidden=[{"units": 7}, {"units": 3, "activation": "relu"}]),
    "other initial weights": change_with(initialization="uniform"),
    "a unit more": order("edit_network", action="add_unit", layer=1),
    "a unit less": order("edit_network", action="remove_unit", layer=1, unit=2),
    "a layer more": order("edit_network", action="add_layer", layer=2),
    "a layer less": order("edit_network", action="remove_layer", layer=2),
    "new weights": order("new_seed", of="weights"),
    "new data": order("new_seed", of="data"),
    "a weight": order("set_weight", layer=1, unit=1, source=0, value=2.5),
    "a bias": order("set_bias", layer=2, unit=0, value=-1),
    "a frozen layer": order("hold", action="freeze", layer=1, on=True),
    "a disabled connection": order("hold", action="disable", layer=2, unit=0, source=3, on=True),
    "a goal": change_with(goal="test_loss", goal_value=0.9),
    "reset": order("reset"),
    "a look back": order("rewind", step=30),
    "a new lane": order("fork"),
    "a set-up": order("set_up", settings={"dataset": "xor", "hidden": []}, weights=[[1, 0, None, 0.5]]),
    "a set-up of two lanes": order("set_up", settings={"dataset": "xor"}, beside={"penalty_rate": 0.3}),
    "a network from outside": open_network,
    "a run that was left": resume,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_taking_a_change_back_brings_back_the_moment_before_and_redo_what_was_left_to_the_byte(change):
    bench = Bench(normalization="batch", patience=50)
    bench.train(3)
    before = whole(bench)
    change(bench)
    bench.train(2)
    after = whole(bench)
    assert after != before
    for _ in range(2):
        bench.say("undo")
        assert whole(bench) == before
        bench.say("redo")
        assert whole(bench) == after


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_from_a_change_taken_back_it_trains_on_as_if_there_had_been_none(change):
    kinds = {"optimizer": "adam", "dropout": 0.2, "input_noise": 0.1, "patience": 50}
    bench, twin = Bench(**kinds), Bench(**kinds)
    bench.train(3)
    twin.train(3)
    change(bench)
    bench.train(2)
    bench.say("undo")
    bench.train(2)
    twin.train(2)
    assert whole(bench) == whole(twin)


def test_solving_the_last_layer_is_one_change_that_is_told_with_its_losses_and_taken_back_to_the_byte():
    bench = Bench(dataset="multi_gauss", optimizer="adam")
    bench.train(3)
    before = whole(bench)
    bench.say("solve_last_layer")
    told = bench.news().undo
    assert (told.kind, told.alone) == ("solve_last_layer", False)
    assert told.details == bench.run.by_hand.solved._asdict()
    bench.train(2)
    after = whole(bench)
    bench.say("undo")
    assert whole(bench) == before
    bench.say("redo")
    assert whole(bench) == after


def test_redo_brings_back_what_was_left_although_the_run_has_trained_on_since():
    bench = Bench()
    bench.train(2)
    bench.configure(learning_rate=0.3)
    bench.train(3)
    left = whole(bench)
    bench.say("undo")
    bench.train(4)
    gone_on = whole(bench)
    bench.say("redo")
    assert whole(bench) == left
    bench.say("undo")
    assert whole(bench) == gone_on


def test_a_change_after_one_taken_back_leaves_nothing_to_bring_back():
    bench = Bench()
    bench.configure(learning_rate=0.3)
    bench.say("undo")
    bench.configure(learning_rate=1)
    assert bench.news().redo is None
    bench.say("redo")
    assert bench.refusals() == [words.NOTHING_TO_REDO]


def test_where_there_is_nothing_to_take_back_it_says_so():
    bench = Bench()
    bench.say("undo")
    assert bench.refusals() == [words.NOTHING_TO_UNDO]


@pytest.mark.parametrize(
    "change",
    [
        order("play"),
        order("pause"),
        order("step", unit="batch"),
        order("rewind"),
        order("reset"),
        change_with(speed="full"),
        change_with(learning_rate=0.03),
        change_with(learning_rate=-1),
    ],
    ids=["play", "pause", "step", "a look at the present", "reset of what is new", "speed", "nothing new", "refused"],
)
def test_what_alters_nothing_of_the_run_is_no_change(change):
    bench = Bench()
    change(bench)
    assert not [each for each in bench.told if isinstance(each, Changes)]
    bench.say("undo")
    assert bench.refusals() == [words.NOTHING_TO_UNDO]


def test_a_drag_of_a_slider_is_one_change_from_where_it_began():
    bench = Bench()
    bench.train(1)
    before = whole(bench)
    for rate in (0.1, 0.3, 1):
        bench.configure(gesture=7, learning_rate=rate)
        bench.train(1)
    told = bench.undoing.introduce()[0]
    assert (told.undos, told.undo.before, told.undo.after) == (1, {"learning_rate": 0.03}, {"learning_rate": 1})
    assert told.undo.since == 1
    bench.say("undo")
    assert whole(bench) == before


def test_a_drag_may_begin_with_more_settings_than_it_goes_on_with():
    bench = Bench()
    before = whole(bench)
    bench.configure(gesture=7, dataset="xor", noise=0.5)
    bench.configure(gesture=7, dataset="spiral")
    bench.configure(gesture=7, noise=0.1)
    assert bench.news().undo.after == {"dataset": "spiral", "noise": 0.1}
    bench.say("undo")
    assert whole(bench) == before


@pytest.mark.parametrize("kind", ["set_weight", "set_bias"])
def test_a_weight_that_is_dragged_is_one_change_and_keeps_what_it_was(kind):
    bench, place = Bench(), {"layer": 1, "unit": 1, **({"source": 0} if kind == "set_weight" else {})}
    before = whole(bench)
    for value in (0.5, 1.5, -2):
        bench.say(kind, **place, value=value, gesture=3)
    told = bench.news()
    assert (told.undos, told.undo.details["value"]) == (1, -2)
    bench.say(kind, **{**place, "unit": 0}, value=1, gesture=3)
    assert bench.news().undos == 2
    bench.say("undo")
    bench.say("undo")
    assert whole(bench) == before


@pytest.mark.parametrize(
    "second",
    [{"gesture": 8, "learning_rate": 1}, {"gesture": 7, "noise": 0.5}, {"learning_rate": 1}],
    ids=["a later one", "of another slider", "a typed number"],
)
def test_another_drag_is_another_change(second):
    bench = Bench()
    bench.configure(gesture=7, learning_rate=0.3)
    bench.configure(**second)
    assert bench.news().undos == 2


def test_only_the_setting_is_put_back_on_the_network_as_it_is_now():
    bench, twin = Bench(), Bench()
    for each in (bench, twin):
        each.train(2)
        each.configure(learning_rate=0.3)
        each.train(3)
    now = whole(bench)
    bench.say("undo", only_setting=True)
    twin.configure(learning_rate=0.03)
    assert whole(bench) == whole(twin)
    assert (bench.news().undos, bench.news().undo.after) == (2, {"learning_rate": 0.03})
    bench.say("undo")
    assert whole(bench) == now


@pytest.mark.parametrize(
    ("change", "value"),
    [
        (order("set_weight", layer=1, unit=1, source=0, value=2.5), lambda run: float(run.trainer.parameters[2])),
        (order("set_bias", layer=1, unit=0, value=-1), lambda run: float(run.trainer.parameters[8])),
        (
            order("hold", action="freeze", layer=1, unit=0, on=True),
            lambda run: run.holds.frozen(1).tolist(),
        ),
    ],
    ids=["weight", "bias", "hold"],
)
def test_what_was_changed_by_hand_can_be_put_back_alone(change, value):
    bench = Bench()
    before = value(bench.run)
    change(bench)
    assert value(bench.run) != before
    bench.train(1)
    epochs = bench.run.epochs
    bench.say("undo", only_setting=True)
    assert (value(bench.run), bench.run.epochs) == (before, epochs)


@pytest.mark.parametrize(
    "change",
    [order("new_seed", of="weights"), order("reset"), order("fork"), open_network],
    ids=["other weights", "reset", "a lane", "a network"],
)
def test_what_made_another_network_cannot_be_put_back_alone(change):
    bench = Bench()
    bench.train(1)
    change(bench)
    assert not bench.news().undo.alone
    now = whole(bench)
    bench.say("undo", only_setting=True)
    assert bench.refusals() == [words.NOT_THE_SETTING_ALONE]
    assert whole(bench) == now


def test_a_goal_that_was_reached_before_is_known_again_as_it_was():
    bench = Bench(goal="test_loss", goal_value=10)
    bench.train(1)
    bench.configure(learning_rate=0.3)
    bench.train(1)
    assert bench.run.goal.earlier
    before = whole(bench)
    bench.configure(learning_rate=1)
    bench.train(1)
    bench.say("undo")
    assert whole(bench) == before


def test_while_it_plays_it_plays_on_from_the_moment_that_came_back():
    bench = Bench()
    bench.say("play")
    bench.configure(learning_rate=0.3)
    bench.say("undo")
    assert bench.run.playing
    assert [each.playing for each in bench.told if isinstance(each, Lane)] == [True]


def test_what_had_stopped_by_itself_has_stopped_again():
    bench = Bench(stop_epochs=2)
    bench.say("play")
    while bench.run.playing:
        bench.lanes.leader.begin_frame(0.0)
        bench.train_owed()
    stop = bench.run.stop
    assert stop
    bench.configure(learning_rate=0.3)
    assert bench.run.stop is None
    bench.say("undo")
    assert bench.run.stop == stop


def test_the_speed_is_no_change_and_stays():
    bench = Bench()
    bench.configure(learning_rate=0.3)
    bench.configure(speed="full")
    bench.say("undo")
    assert (bench.run.settings.learning_rate, bench.run.settings.speed.value) == (0.03, "full")


def test_frames_under_way_of_what_was_left_can_be_told_from_what_came_back():
    bench = Bench()
    numbers = [bench.run.number]
    for kind in ("reset", "undo", "redo", "undo"):
        bench.train(1)
        bench.say(kind)
        numbers.append(bench.run.number)
    assert numbers == sorted(set(numbers))


# ---- looking back


def test_looking_back_is_one_change_however_far_one_drags():
    bench = Bench()
    bench.train(4)
    before = whole(bench)
    for step in (80, 50, 10):
        bench.say("rewind", step=step)
    assert bench.undoing.introduce()[0].undos == 1
    bench.say("undo")
    assert whole(bench) == before


def test_whoever_comes_back_to_the_present_has_changed_nothing():
    bench = Bench()
    bench.train(4)
    bench.say("rewind", step=10)
    bench.say("rewind")
    assert bench.news().undo is None


def test_a_look_back_leaves_what_was_taken_back_to_be_brought_back():
    bench = Bench()
    bench.train(2)
    bench.configure(learning_rate=0.3)
    bench.train(2)
    left = whole(bench)
    bench.say("undo")
    bench.say("rewind", step=10)
    bench.say("rewind", step=20)
    bench.say("rewind")
    bench.say("rewind", step=10)
    bench.say("redo")
    assert whole(bench) == left


def test_what_goes_on_from_the_past_can_be_taken_back_to_the_present_that_was_left():
    bench = Bench()
    bench.train(4)
    before = whole(bench)
    bench.say("rewind", step=50)
    bench.train(2)
    assert bench.run.branches()["kept"]
    bench.say("undo")
    assert whole(bench) == before


def test_a_branch_that_was_chosen_is_a_change():
    bench = Bench()
    bench.train(2)
    bench.say("rewind", step=10)
    bench.train(2)
    before = whole(bench)
    bench.say("switch_branch", branch=1)
    assert whole(bench) != before
    bench.say("undo")
    assert whole(bench) == before


# ---- lanes


def compared(**settings):
    bench = Bench(**settings)
    bench.train(1)
    bench.say("fork")
    bench.configure(learning_rate=0.3)
    bench.train(2)
    return bench


def test_all_lanes_come_back_together():
    bench = compared()
    before = whole(bench)
    bench.configure(dataset="xor")  # in both
    bench.train(2)
    after = whole(bench)
    bench.say("undo")
    assert whole(bench) == before
    bench.say("redo")
    assert whole(bench) == after


def test_a_lane_that_was_removed_comes_back_and_trains_on_in_step():
    bench, twin = compared(), compared()
    bench.say("remove_lane", lane=1)
    bench.train(3)
    bench.say("undo")
    assert whole(bench) == whole(twin)
    for each in (bench, twin):
        each.train(2)
    assert whole(bench) == whole(twin)
    assert {run.trainer.step for run in bench.lanes.lanes.values()} == {bench.run.trainer.step}


def test_to_take_another_lane_in_hand_is_no_change_and_undo_takes_back_the_change_of_whichever_lane():
    bench = compared()
    bench.say("take_lane", lane=1)
    bench.say("undo", only_setting=True)
    assert (bench.run.lane, bench.run.settings.learning_rate) == (2, 0.03)
    bench.say("undo")
    bench.say("undo")
    assert (bench.run.lane, bench.run.settings.learning_rate) == (2, 0.03)
    bench.say("undo")
    assert (bench.run.lane, list(bench.lanes.lanes)) == (1, [1])


def test_lanes_that_were_closed_by_a_run_that_was_left_come_back():
    bench = compared()
    before = whole(bench)
    resume(bench)
    assert list(bench.lanes.lanes) == [2]
    bench.say("undo")
    assert whole(bench) == before


def test_runs_that_were_lined_up_make_room_again_for_the_lanes_that_were_there():
    bench = compared()
    before = whole(bench)
    bench.obey(LineUp(tuple(Resume(take_snapshot(run)) for run in compared().lanes.lanes.values())))
    bench.train(1)
    after = whole(bench)
    bench.say("undo")
    assert whole(bench) == before
    bench.say("redo")
    assert whole(bench) == after


def test_lanes_that_a_page_gets_back_after_their_host_was_lost_are_no_change():
    bench = Bench()
    runs = tuple(Resume(take_snapshot(run)) for run in compared().lanes.lanes.values())
    bench.obey(LineUp(runs, comes_back=True))
    assert len(bench.lanes.lanes) == len(runs)
    bench.say("undo")
    assert bench.refusals() == [words.NOTHING_TO_UNDO]


def test_a_run_that_a_page_gets_back_after_a_restart_is_no_change():
    bench, left = Bench(), Bench()
    left.train(2)
    bench.obey(Resume(take_snapshot(left.run), comes_back=True))
    assert bench.run.trainer.step == left.run.trainer.step
    bench.say("undo")
    assert bench.refusals() == [words.NOTHING_TO_UNDO]


# ---- bounds


def test_a_bounded_number_of_changes_is_remembered():
    bench = Bench()
    for count in range(MOST_CHANGES + 5):
        bench.configure(learning_rate=0.1 if count % 2 else 0.3)
    told = bench.undoing.introduce()[0]
    assert (told.undos, told.most) == (MOST_CHANGES, MOST_CHANGES)


ACTS = {**CHANGES, "train": Bench.train, "undo": order("undo"), "redo": order("redo")}


def newest(bench):
    """The number of the change that can be taken back next, and how many can."""
    told = bench.undoing.introduce()
    return (told[0].undo.number if told[0].undo else 0, told[0].undos) if told else (0, 0)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([*ACTS, *4 * ["train", "undo", "redo"]]), max_size=12))
def test_whatever_is_changed_trained_and_taken_back_every_moment_comes_back_to_the_byte(acts):
    """Beside it two plain stacks of what all lanes were."""
    bench = Bench(hidden=[{"units": 4}, {"units": 3}], samples=60)
    stacks = {"undo": [], "redo": []}
    for act in acts:
        before, known = whole(bench), newest(bench)
        ACTS[act](bench)
        if act in stacks and bench.refusals():
            assert not stacks[act]
        elif act in stacks:
            assert whole(bench) == stacks[act].pop()
            stacks["redo" if act == "undo" else "undo"].append(before)
        elif newest(bench)[1] < known[1]:
            assert whole(bench) == stacks["undo"].pop()  # back in the present
        elif newest(bench) != known:
            stacks["undo"].append(before)
            if act != "a look back":
                stacks["redo"].clear()


def test_a_page_that_comes_back_is_told_what_it_can_take_back():
    desk = Desk()
    desk.work(say("configure", changes={"learning_rate": 0.3}))
    desk.arrive(resumed=True)
    desk.work()
    welcome, changes = desk.messages()[:2]
    assert (welcome["type"], changes["type"]) == ("welcome", "changes")
    assert (changes["undo"]["after"], changes["redo"]) == ({"learning_rate": 0.3}, None)
