"""Tests of lanes: forks that begin alike and train in step, what is each lane's own, and what is shared by all."""

import time

import numpy as np
import pytest

from glassbox.protocol.messages import View
from glassbox.protocol.server_messages import Branched, Configured, Lane, Note, Refused, State, Stop
from glassbox.run import words
from glassbox.run.answers import take_curves
from glassbox.run.differences import difference_text
from glassbox.run.lanes import MOST_LANES, Lanes
from tests.run.tools import SLICE, Clock, Desk, bytes_of, run_of, say, train_epochs


def lanes_of(epochs=2, **settings):
    run = run_of(**settings)
    train_epochs(run, epochs)
    run.evaluate()
    return Lanes(run)


def tell(lanes, kind, **fields):
    return lanes.obey(say(kind, **fields))


def configure(lanes, **changes):
    return tell(lanes, "configure", changes=changes)


def train(lanes, epochs, clock=None):
    for _ in range(epochs):
        tell(lanes, "step", unit="epoch")
        while lanes.in_hand.is_owing:
            lanes.train(1.0, clock or Clock())
        lanes.evaluate(Clock())


def all_of(lanes):
    return {run.lane: run for run in lanes.in_hand.fellows}


def steps(lanes):
    return {run.trainer.step for run in lanes.in_hand.fellows}


def test_a_fork_is_a_copy_and_in_hand():
    lanes = lanes_of(optimizer="adam", dropout=0.2)
    first = lanes.in_hand
    told = tell(lanes, "fork")
    assert [type(message) for message in told] == [Lane] and told[0].lane == 2
    assert told[0].history["lane"] == 2 and told[0].history["x"] == first.history.curves.plain(1)["x"]
    assert lanes.in_hand.lane == 2 and set(all_of(lanes)) == {1, 2}
    assert bytes_of(lanes.in_hand) == bytes_of(first)
    assert difference_text(lanes.in_hand) == ""


def test_lanes_that_differ_in_nothing_stay_alike_and_those_that_do_train_as_they_would_alone():
    settings = {"optimizer": "momentum", "dropout": 0.2, "dataset": "spiral"}
    lanes = lanes_of(**settings)
    tell(lanes, "fork")
    tell(lanes, "fork")
    configure(lanes, learning_rate=0.3)
    train(lanes, 4)
    one, two, three = all_of(lanes).values()
    assert bytes_of(one) == bytes_of(two) != bytes_of(three)
    alone = run_of(**settings)
    alone.trainer.run(6 * 25)
    assert bytes_of(one) == bytes_of(alone) and steps(lanes) == {150}
    assert difference_text(three) == "Learning rate 0.3" and difference_text(one) == ""


@pytest.mark.parametrize("speed", ["step_20", "epoch_frame", "full"])
def test_all_are_at_the_same_step_after_every_slice(speed):
    lanes = lanes_of(speed=speed)
    tell(lanes, "fork")
    configure(lanes, hidden=[{"units": 64}, {"units": 64}])
    tell(lanes, "fork")
    configure(lanes, batch_size=3)
    tell(lanes, "play")
    clock = time.monotonic if speed == "full" else Clock(tick=0.0005)
    for slice_number in range(30):
        lanes.in_hand.begin_frame(slice_number * 0.05)
        lanes.train(SLICE, clock)
        assert len(steps(lanes)) == 1
        if slice_number % 3 == 0:
            lanes.evaluate(clock)
    assert steps(lanes) != {50}
    points = {tuple(run.history.curves.plain(1)["x"][-1:]) for run in all_of(lanes).values() if run.lane < 3}
    assert len(points) == 1  # the third has other batches, and so other epochs


def test_what_is_held_is_held_in_the_fork_too_and_then_in_each_for_itself():
    lanes = lanes_of()
    tell(lanes, "hold", action="freeze", layer=1, unit=0, on=True)
    tell(lanes, "fork")
    one, two = all_of(lanes).values()
    before = one.trainer.recipe.architecture.layout.matrix(one.trainer.parameters, 1).copy()
    train(lanes, 1)
    for run in (one, two):
        after = run.trainer.recipe.architecture.layout.matrix(run.trainer.parameters, 1)
        assert np.array_equal(after[0], before[0]) and not np.array_equal(after[1], before[1])
    tell(lanes, "hold", action="freeze", layer=1, unit=0, on=False)
    train(lanes, 1)
    assert bytes_of(one) != bytes_of(two)
    assert np.array_equal(one.trainer.recipe.architecture.layout.matrix(one.trainer.parameters, 1)[0], before[0])


def test_commands_act_on_the_lane_in_hand():
    lanes = lanes_of()
    tell(lanes, "fork")
    tell(lanes, "set_bias", layer=1, unit=0, value=5)
    tell(lanes, "edit_network", action="add_unit", layer=1)
    configure(lanes, activation="relu", optimizer="adam")
    one, two = all_of(lanes).values()
    assert one.trainer.recipe.architecture.sizes == (2, 4, 2, 1) and two.trainer.recipe.architecture.sizes == (
        2,
        5,
        2,
        1,
    )
    assert one.settings.activation.value == "tanh"
    told = tell(lanes, "take_lane", lane=1)
    assert told[0].lane == 1 and told[0].settings["activation"] == "tanh" and lanes.in_hand is one


@pytest.mark.parametrize(
    "change", [{"dataset": "xor"}, {"samples": 80}, {"noise": 0.4}, {"data_seed": 5}, {"training_share": 70}], ids=str
)
def test_the_data_are_everybodys(change):
    lanes = lanes_of()
    tell(lanes, "fork")
    configure(lanes, features=["x1"])
    configure(lanes, **change)
    one, two = all_of(lanes).values()
    assert one.settings.features != two.settings.features
    np.testing.assert_array_equal(one.data_split.points.x, two.data_split.points.x)
    np.testing.assert_array_equal(one.data_split.data.t_train, two.data_split.data.t_train)
    train(lanes, 1)
    assert len(steps(lanes)) == 1


@pytest.mark.parametrize(
    "wish",
    [
        say("reset"),
        say("new_seed", of="weights"),
        say("configure", changes={"seed": 7}),
        say("configure", changes={"gain": 2.0}),
    ],
)
def test_when_one_begins_anew_all_do(wish):
    lanes = lanes_of()
    tell(lanes, "fork")
    configure(lanes, learning_rate=0.3)
    lanes.obey(wish)
    assert steps(lanes) == {0}
    one, two = all_of(lanes).values()
    assert one.settings.seed == two.settings.seed and one.settings.learning_rate != two.settings.learning_rate
    if one.settings.gain == two.settings.gain:
        assert bytes_of(one) == bytes_of(two)
    train(lanes, 1)
    assert steps(lanes) == {25}


def test_playing_and_speed_go_over_to_the_lane_that_is_taken():
    lanes = lanes_of()
    tell(lanes, "play")
    told = tell(lanes, "fork")
    configure(lanes, speed="full")
    assert told[0].playing and lanes.in_hand.playing
    assert tell(lanes, "take_lane", lane=1)[0].settings["speed"] == "full"
    assert lanes.in_hand.playing and not all_of(lanes)[2].playing


def test_lanes_are_removed_and_numbers_used_again():
    lanes = lanes_of()
    for _ in range(MOST_LANES - 1):
        tell(lanes, "fork")
    assert tell(lanes, "fork") == [Refused(text=words.MOST_LANES_REACHED.format(most=4), about="fork")]
    assert tell(lanes, "remove_lane", lane=2) == []
    assert list(all_of(lanes)) == [1, 3, 4]
    told = tell(lanes, "remove_lane", lane=4)
    assert isinstance(told[0], Lane) and lanes.in_hand.lane == told[0].lane == 1
    tell(lanes, "fork")
    assert lanes.in_hand.lane == 2
    for lane in (1, 3):
        tell(lanes, "remove_lane", lane=lane)
    assert tell(lanes, "remove_lane", lane=2)[0].text == words.LAST_LANE
    assert tell(lanes, "take_lane", lane=3)[0].text == words.NOT_A_LANE.format(lane=3, lanes="2")


def test_the_timeline_rests_while_lanes_are_compared():
    lanes = lanes_of()
    tell(lanes, "fork")
    assert tell(lanes, "rewind", step=0)[0].text == words.NO_REWIND_IN_LANES
    tell(lanes, "remove_lane", lane=1)
    assert isinstance(tell(lanes, "rewind", step=0)[0], Configured) and lanes.in_hand.trainer.step == 0


def test_a_fork_of_the_past_goes_on_from_there():
    lanes = lanes_of()
    train(lanes, 3)
    tell(lanes, "rewind", step=75)
    told = tell(lanes, "fork")
    assert [type(message) for message in told] == [Branched, Lane]
    assert steps(lanes) == {75} and {run.history.curves.plain(1)["x"][-1] for run in all_of(lanes).values()} == {3.0}


def test_lanes_share_the_memory_for_their_past():
    lanes = lanes_of(hidden=[{"units": 64}, {"units": 64}], optimizer="adam")
    for run in all_of(lanes).values():
        run.timeline_bytes = 2_000_000
    for _ in range(3):
        tell(lanes, "fork")
    train(lanes, 30)
    assert sum(run.history.bytes for run in all_of(lanes).values()) <= 2_000_000


EXPLOSIVE = {"dataset": "multi_gauss", "activation": "relu", "gain": 5.0}


def play(lanes, frames=400):
    tell(lanes, "play")
    for frame in range(frames):
        lanes.leader.begin_frame(frame * 0.05)
        lanes.train(1.0, Clock())
        lanes.evaluate(Clock())


def test_a_lane_that_blows_up_stays_behind_and_the_others_go_on():
    lanes = lanes_of(0, **EXPLOSIVE, learning_rate=0.0001)
    tell(lanes, "fork")
    configure(lanes, learning_rate=10.0)
    tell(lanes, "take_lane", lane=1)
    play(lanes, 20)
    one, two = all_of(lanes).values()
    assert one.playing and one.trainer.step == 20 * one.trainer.steps_per_epoch
    assert two.trainer.step < one.trainer.step and two.stop.code == "not_finite" and two.trainer.finite()
    told = tell(lanes, "take_lane", lane=2)[0]
    assert told.stop.code == "not_finite" and told.playing and lanes.leader is one
    tell(lanes, "reset")
    assert steps(lanes) == {0} and two.stop is None and lanes.leader is two and two.playing and not one.playing


def test_when_the_one_in_hand_blows_up_the_others_go_on():
    lanes = lanes_of(0, **EXPLOSIVE, learning_rate=0.0001)
    tell(lanes, "fork")
    configure(lanes, learning_rate=10.0)
    play(lanes, 20)
    one, two = all_of(lanes).values()
    assert lanes.in_hand is two and two.stop.code == "not_finite" and two.trainer.finite()
    assert one.playing and not two.playing and one.trainer.step > two.trainer.step
    assert two.is_played  # which the page's button says


class TestStoppingByThemselves:
    """Every lane has its own criteria; who has stopped rests, and the others go on exactly as they would alone."""

    def lanes(self, *changes, **settings):
        lanes = lanes_of(0, **settings)
        for each in changes:
            tell(lanes, "fork")
            configure(lanes, **each)
        return lanes

    def play(self, lanes, frames):
        """The messages that come."""
        told = tell(lanes, "play") if not lanes.leader.playing else []
        for _ in range(frames):
            lanes.leader.begin_frame(self.now)
            self.now += 0.05
            told += lanes.train(1.0, Clock()) + lanes.evaluate(Clock())[1]
        return told

    now = 0.0

    def test_one_that_is_not_in_hand_stops_and_the_page_is_told_why(self):
        lanes = self.lanes({"stop_epochs": 5})
        tell(lanes, "take_lane", lane=1)
        told = self.play(lanes, 12)
        one, two = all_of(lanes).values()
        assert (one.trainer.epoch, two.trainer.epoch) == (12, 5) and one.playing and one.stop is None
        assert two.stop == Stop("criterion", words.STOP_EPOCHS.format(epochs=5))
        assert Note(text=f"Lane 2: {two.stop.text}") in told
        alone = run_of()
        train_epochs(alone, 12)
        assert bytes_of(one) == bytes_of(alone)

    def test_who_sets_a_stop_is_told_that_it_holds_for_one_lane(self):
        alone, lanes = lanes_of(), self.lanes({"learning_rate": 0.1})
        told = configure(lanes, stop_loss=0.2)
        assert Note(text=words.STOP_IS_OF_ONE_LANE.format(lane=2)) in told
        assert not any(isinstance(each, Note) for each in configure(lanes, activation="relu"))
        assert not any(isinstance(each, Note) for each in configure(alone, stop_loss=0.2))

    def test_the_one_in_hand_stops_and_the_others_go_on(self):
        lanes = self.lanes({"stop_epochs": 5})
        told = self.play(lanes, 12)
        one, two = all_of(lanes).values()
        assert lanes.in_hand is two and lanes.leader is one and (one.trainer.epoch, two.trainer.epoch) == (12, 5)
        assert told[-1] == State(playing=True, stop=two.stop, best=None)
        assert [message for message in told if isinstance(message, State) and not message.playing] == []

    def test_when_all_have_stopped_nothing_plays(self):
        lanes = self.lanes({"stop_epochs": 9}, stop_epochs=5)
        told = self.play(lanes, 12)
        one, two = all_of(lanes).values()
        assert (one.trainer.epoch, two.trainer.epoch) == (5, 9) and not two.is_played
        assert told[-1] == State(playing=False, stop=two.stop, best=None) and two.stop.code == "criterion"

    def test_early_stopping_counts_and_restores_in_each_lane(self):
        noisy = {"dataset": "xor", "label_noise": 0.3, "learning_rate": 0.3, "hidden": [{"units": 8}]}
        lanes = self.lanes({"patience": 3, "after_stop": "best"}, **noisy)
        tell(lanes, "take_lane", lane=1)
        self.play(lanes, 120)
        two = all_of(lanes)[2]
        alone = run_of(**noisy, patience=3, after_stop="best")
        alone.play()
        frame = 0
        while alone.playing:
            alone.begin_frame(frame * 0.05)
            alone.train(1.0, Clock())
            frame += 1
        assert two.stop == alone.stop and bytes_of(two) == bytes_of(alone) and "is back" in two.stop.text
        assert two.history.curves.plain(1)["marks"][-1].text.startswith("lowest test loss")

    def test_lanes_that_are_back_at_their_best_epochs_go_on_from_there(self):
        noisy = {"dataset": "xor", "label_noise": 0.3, "learning_rate": 0.3, "hidden": [{"units": 8}], "patience": 3}
        lanes = self.lanes({"activation": "relu"}, **noisy)
        self.play(lanes, 60)
        one, two = all_of(lanes).values()
        assert not two.is_played and all(run.epochs == run.early_stopping.best.epoch for run in (one, two))
        self.play(lanes, 6)
        assert two.epochs == two.early_stopping.best.epoch + 6 and two.history.past is None
        tell(lanes, "pause")
        tell(lanes, "take_lane", lane=1)
        self.play(lanes, 6)
        assert one.epochs > one.early_stopping.best.epoch and one.history.past is None

    def test_pause_and_play_when_the_one_in_hand_has_stopped(self):
        lanes = self.lanes({"stop_epochs": 5})
        self.play(lanes, 12)
        one, two = all_of(lanes).values()
        assert tell(lanes, "pause") == [State(playing=False, stop=two.stop, best=None)]
        assert not one.playing and two.stop is not None
        self.play(lanes, 3)
        assert lanes.leader is two and two.stop is None
        assert (one.trainer.epoch, two.trainer.epoch) == (12, 8)  # who is ahead waits …
        self.play(lanes, 6)
        assert one.trainer.epoch == two.trainer.epoch == 14  # … and goes along again
        assert bytes_of(one) == bytes_of(two)

    def test_nobody_runs_past_one_that_waits(self):
        lanes, clock = self.lanes({"stop_epochs": 5}, speed="epochs_10_frame"), Clock(tick=0.0005)
        self.play(lanes, 3)
        one, two = all_of(lanes).values()
        far = one.trainer.step
        assert two.trainer.epoch == 5 < one.trainer.epoch
        configure(lanes, speed="full")
        tell(lanes, "play")
        seen = set()
        for frame in range(200):
            lanes.leader.begin_frame(self.now + frame * 0.05)
            lanes.train(SLICE, clock)
            seen.add(one.trainer.step if one.trainer.step == two.trainer.step else "waits")
            assert one.trainer.step in (far, two.trainer.step) and two.trainer.step <= max(far, one.trainer.step)
        assert len(seen) > 2 and "waits" in seen

    def test_steps_by_hand_stop_nothing(self):
        lanes = self.lanes({"stop_epochs": 1})
        tell(lanes, "take_lane", lane=1)
        train(lanes, 3)
        assert steps(lanes) == {75} and all_of(lanes)[2].stop is None

    def test_a_lane_that_has_stopped_may_be_looked_at_removed_and_copied(self):
        lanes = self.lanes({"stop_epochs": 5}, {"stop_epochs": 7})
        tell(lanes, "take_lane", lane=1)
        self.play(lanes, 9)
        assert tell(lanes, "take_lane", lane=3)[0].stop.code == "criterion" and lanes.leader.lane == 1
        tell(lanes, "fork")
        self.play(lanes, 2)
        epochs = {lane: run.trainer.epoch for lane, run in all_of(lanes).items()}
        assert epochs == {1: 11, 2: 5, 3: 7, 4: 7}
        tell(lanes, "remove_lane", lane=1)
        assert not lanes.leader.playing and lanes.leader is lanes.in_hand
        tell(lanes, "remove_lane", lane=4)
        tell(lanes, "remove_lane", lane=2)
        self.play(lanes, 2)
        assert lanes.in_hand.lane == 3 and lanes.in_hand.trainer.epoch == 9

    def test_a_lane_that_leads_may_be_removed_while_another_follows(self):
        lanes = self.lanes({"learning_rate": 0.5}, {"stop_epochs": 2})
        self.play(lanes, 4)
        assert lanes.in_hand.lane == 3 and lanes.leader.lane == 1
        tell(lanes, "remove_lane", lane=1)
        self.play(lanes, 2)
        assert lanes.leader.lane == 2 and lanes.leader.trainer.epoch == 6

    def test_frames_go_on_and_say_who_has_stopped(self):
        desk = Desk(view=View(lanes=True))
        desk.work(say("fork"), say("configure", changes={"stop_epochs": 5}), say("play"))
        frames = desk.watch(1.0)
        first, second = frames[-1]["lanes"]
        assert frames[-1]["playing"] and frames[-1]["epoch"] == 5 == second["epochs"] < first["epochs"]
        assert second["stopped"].startswith("Stopped after 5 epochs") and first["stopped"] == ""
        assert frames[-1]["lanes"][0]["step"] > frames[-2]["lanes"][0]["step"]
        desk.work(say("configure", changes={"speed": "step_1"}))
        assert desk.run.settings.speed.value == "step_1"


def test_data_that_one_lane_cannot_take_leave_it_out():
    lanes = Lanes(run_of(most_parameters=600))
    tell(lanes, "fork")
    configure(lanes, hidden=[{"units": 100}])
    tell(lanes, "take_lane", lane=1)
    told = configure(lanes, dataset="blobs")
    assert told[-1] == Refused(text=words.LANE_LEFT_OUT.format(lane=2), about=None)
    assert list(all_of(lanes)) == [1]


def test_the_curves_of_all_are_short():
    lanes = lanes_of(0)
    tell(lanes, "fork")
    train(lanes, 250)
    curves = take_curves(lanes.in_hand, 200)
    assert [each["lane"] for each in curves] == [1, 2]
    assert all(100 < len(each["x"]) <= 200 and each["x"][-1] == 250 for each in curves)


class TestFrames:
    def test_lanes_are_in_frames_while_they_are_looked_at(self):
        desk = Desk(dataset="blobs")
        desk.work(say("fork"), say("configure", changes={"learning_rate": 0.5}), say("play"))
        frames = desk.watch(0.5)
        assert {(frame["lane"], frame["lane_count"], frame["lanes"]) for frame in frames} == {(2, 2, None)}
        desk.work(View(lanes=True))
        for frame in desk.watch(0.5):
            assert [lane["lane"] for lane in frame["lanes"]] == [1, 2]
            assert {lane["step"] for lane in frame["lanes"]} == {frame["step"]}
            assert frame["lanes"][1]["train"] == frame["train"] and frame["lanes"][1]["differs"] == "Learning rate 0.5"
            assert frame["lanes"][0]["map"]["kind"] == "classes" and frame["lanes"][0]["map"]["size"] == 64

    def test_another_lane_is_shown_at_once_with_its_data(self):
        desk = Desk()
        desk.work(say("fork"))
        desk.clock.advance(1)
        frame = desk.work(say("take_lane", lane=1))
        assert frame["lane"] == 1 and frame["data"] is not None
        desk.clock.advance(1)
        assert desk.work(say("remove_lane", lane=2))["lane_count"] == 1
