"""Tests of the worker on a clock of its own: when frames are made, what they carry,
and when it wants to work again.
"""

from itertools import pairwise

import numpy as np
import pytest

from glassbox.protocol.messages import View
from glassbox.run.inbox import PauseUnwatched
from glassbox.run.orders import PutAside
from glassbox.run.worker import ASIDE, LONGEST_GAP, PERIOD
from tests.run.tools import Clock, Desk, say

PLAY = say("play")
PAUSE = say("pause")


def kinds(desk):
    return [message["type"] for message in desk.messages()]


def test_who_arrives_is_welcomed_and_gets_a_whole_frame():
    desk = Desk()
    frame = desk.work()
    assert kinds(desk) == ["welcome"]
    assert (frame["frame"], frame["run"], frame["revision"], frame["step"], frame["epoch"]) == (0, 1, 0, 0, 0)
    assert (frame["sizes"], frame["windows"]) == ([2, 4, 2, 1], [[0, 2], [0, 4], [0, 2], [0, 1]])
    assert (frame["parameters"], frame["problem"], frame["classes"]) == (25, "binary", 2)
    assert len(frame["weights"]) == 4 * (8 + 8 + 2) and len(frame["biases"]) == 4 * 7
    assert (frame["map"]["size"], frame["units"]["size"], len(frame["units"]["scales"])) == (100, 24, 4 * 9)
    assert (frame["data"]["training"], len(frame["data"]["points"]), len(frame["data"]["targets"])) == (250, 4000, 2000)
    assert 0 < frame["train"]["loss"] < 2 and 0 <= frame["test"]["accuracy"] <= 1
    assert desk.result.again is None and not desk.result.is_held_back


def test_nothing_happens_where_nothing_is_asked():
    desk = Desk()
    desk.work()
    for _ in range(5):
        desk.clock.advance(1)
        assert desk.work() is None and desk.result.again is None


class TestPlaying:
    @pytest.mark.parametrize("speed", ["epoch_frame", "epochs_10_frame"])
    def test_forty_frames_a_second_of_so_many_epochs(self, speed):
        desk = Desk(speed=speed)
        desk.work(PLAY)
        frames = desk.watch(2.0)
        assert len(frames) == pytest.approx(80, abs=1)
        epochs = 1 if speed == "epoch_frame" else 10
        assert {later["epoch"] - earlier["epoch"] for earlier, later in pairwise(frames)} == {epochs}
        assert all(frame["playing"] and frame["progress"] == 0 for frame in frames)

    def test_slow_speeds_send_only_what_changed(self):
        desk = Desk(speed="step_1")
        desk.work(PLAY)
        frames = desk.watch(5.0)
        assert len(frames) == pytest.approx(5, abs=1)
        assert np.diff([frame["step"] for frame in frames]).tolist() == [1] * (len(frames) - 1)

    def test_slow_speeds_are_not_worked_on_in_between(self):
        desk = Desk(speed="step_1")
        desk.work(PLAY)
        assert desk.result.again == pytest.approx(desk.clock.now + 1.0, abs=PERIOD)

    def test_full_speed_fills_the_slices_and_still_shows_frames(self):
        """The clock ticks a millisecond each time it is read, so that kernels seem to take that long."""
        desk = Desk(clock=Clock(tick=0.001), speed="full")
        desk.run._driver._speedometer.steps_in = lambda seconds: 5
        desk.work(PLAY)
        began, frames = desk.clock.now, []
        while desk.clock.now < began + 2:
            frame = desk.work()
            frames += [frame] if frame else []
            assert desk.result.again < desk.clock.now  # at once
        assert len(frames) >= 60
        assert min(np.diff([frame["step"] for frame in frames])) > 0

    def test_a_frame_that_takes_several_slices_is_shown_when_complete(self):
        desk = Desk(clock=Clock(tick=0.0002), speed="epoch_frame")
        desk.run._driver._speedometer.steps_in = lambda seconds: 3
        frames = [desk.work(PLAY)]
        while not frames[-1]:
            frames.append(desk.work())
        assert len(frames) > 1 and frames[-1]["step"] == 25

    def test_a_frame_that_takes_too_long_is_shown_incomplete(self):
        desk = Desk(clock=Clock(tick=0.002), speed="epochs_10_frame")
        desk.run._driver._speedometer.steps_in = lambda seconds: 1
        desk.work(PLAY)
        began = desk.clock.now
        frames = []
        while desk.clock.now < began + 1:
            frame = desk.work()
            frames += [frame] if frame else []
        assert len(frames) >= 25
        assert desk.run.trainer.step < 1000

    def test_where_many_wait_full_speed_shows_a_frame_each_turn(self):
        """The turn comes round less often than periods begin."""
        desk = Desk(clock=Clock(tick=0.0005), speed="full")
        desk.run._driver._speedometer.steps_in = lambda seconds: 5
        desk.work(PLAY)
        frames = []
        for _ in range(20):
            desk.clock.advance(3 * PERIOD)
            frames.append(desk.work())
        assert None not in frames[1:]

    def test_time_lost_makes_no_burst_of_frames(self):
        desk = Desk()
        desk.work(PLAY)
        desk.watch(0.5)
        desk.clock.advance(5)
        assert len(desk.watch(1.0)) == pytest.approx(40, abs=1)

    def test_the_shown_speed_is_steps_a_second(self):
        desk = Desk()
        desk.work(PLAY)
        assert desk.watch(3.0)[-1]["steps_per_second"] == pytest.approx(1000, rel=0.05)
        desk.clock.advance(PERIOD)
        assert desk.work(PAUSE)["steps_per_second"] == 0


class TestCommands:
    def test_a_setting_acts_in_the_next_frame(self):
        desk = Desk()
        desk.work(PLAY)
        desk.watch(0.1)
        desk.inbox.append(say("configure", changes={"learning_rate": 0.5}))
        frames = desk.watch(2.5 * PERIOD)
        assert frames[0]["revision"] == 1
        assert desk.run.settings.learning_rate == 0.5

    def test_a_setting_is_confirmed_at_once_also_between_frames(self):
        desk = Desk()
        desk.work(PLAY)
        desk.watch(0.1)
        desk.clock.advance(PERIOD / 5)
        desk.work(say("configure", changes={"learning_rate": 0.5}))
        assert kinds(desk) == ["configured", "changes"]

    def test_while_it_rests_a_change_is_shown_at_once(self):
        desk = Desk()
        desk.work()
        desk.clock.advance(1)
        assert desk.work(say("set_bias", layer=3, unit=0, value=1.0))["revision"] == 1

    def test_quick_changes_while_it_rests_are_shown_forty_times_a_second(self):
        desk, frames = Desk(), []
        desk.work()
        for index in range(100):
            desk.inbox.append(say("set_bias", layer=3, unit=0, value=index / 100))
            frames += desk.watch(0.01)
        frames += desk.watch(0.1)
        assert 35 <= len(frames) <= 42
        assert frames[-1]["revision"] == 100

    def test_commands_are_obeyed_in_order(self):
        desk = Desk()
        desk.work(PLAY, PAUSE, say("step", unit="batch"), say("reset"), say("step", unit="epoch"))
        assert kinds(desk) == ["welcome"] + ["state"] * 5
        assert desk.run.trainer.step == 25 and not desk.run.playing

    def test_a_burst_of_commands_is_spread_over_slices(self):
        desk = Desk(clock=Clock(tick=0.003))
        desk.inbox.extend([PLAY] * 20)
        desk.work()
        assert 0 < len(desk.inbox) < 20
        assert desk.result.again < desk.clock.now  # at once
        while desk.inbox:
            desk.work()
        assert desk.run.playing

    def test_each_step_is_shown(self):
        desk = Desk()
        desk.work()
        for step in (1, 2, 3):
            desk.clock.advance(PERIOD)
            assert desk.work(say("step", unit="batch"))["step"] == step


class TestCredit:
    def test_no_frames_without_credit_but_training_goes_on(self):
        desk = Desk()
        desk.work(PLAY, read=False)
        shown = 1
        for _ in range(40):
            desk.clock.advance(PERIOD)
            shown += desk.work(read=False) is not None
        assert shown == 2
        assert desk.run.trainer.epoch == 41
        assert desk.result.is_held_back and desk.result.playing

    def test_an_acknowledgement_brings_the_newest_state(self):
        desk = Desk()
        desk.work(PLAY, read=False)
        for _ in range(40):
            desk.clock.advance(PERIOD)
            desk.work(read=False)
        desk.viewer.mailbox.acknowledge(1)
        desk.clock.advance(PERIOD / 10)
        frame = desk.work()
        assert (frame["frame"], frame["epoch"]) == (2, 41)

    def test_a_change_while_it_rests_waits_for_credit(self):
        desk = Desk()
        desk.work(read=False)
        for value in (1.0, 2.0):
            desk.clock.advance(PERIOD)
            desk.work(say("set_bias", layer=3, unit=0, value=value), read=False)
        assert desk.result.frame is None and desk.result.is_held_back and desk.result.again is None
        desk.viewer.mailbox.acknowledge(0)
        assert desk.work()["revision"] == 2

    def test_curves_have_no_gap_where_frames_were_not_taken(self):
        desk = Desk()
        desk.work(PLAY, read=False)
        desk.viewer.mailbox.close("left", "")
        desk.watch(10.0)
        x = desk.run.history.curves.plain(1)["x"]
        assert max(np.diff(x)) <= LONGEST_GAP / PERIOD + 1
        assert x[-1] >= 390


class TestView:
    def test_a_view_acts_on_the_next_frame(self):
        desk = Desk()
        desk.work()
        desk.clock.advance(PERIOD)
        frame = desk.work(View(windows=((0, 2), (1, 2), (0, 1), (0, 1)), map_size=40, unit_size=16, unit=(1, 2)))
        assert frame["windows"] == [[0, 2], [1, 2], [0, 1], [0, 1]]
        assert (frame["map"]["size"], frame["map"]["unit"], frame["units"]["size"]) == (40, [1, 2], 16)
        assert kinds(desk) == []

    def test_the_view_that_comes_with_the_page_holds_for_the_first_frame(self):
        assert Desk(view=View(map_size=32)).work()["map"]["size"] == 32

    def test_the_same_view_again_is_no_news(self):
        desk = Desk(view=View(map_size=32))
        desk.work()
        desk.clock.advance(PERIOD)
        assert desk.work(View(map_size=32)) is None

    def test_a_hidden_page_gets_no_frames_and_its_network_trains_on(self):
        desk = Desk()
        desk.work(PLAY, View(hidden=True))
        assert desk.watch(1.0) == []
        assert desk.run.trainer.epoch >= 39
        frame = desk.work(View())
        assert frame["epoch"] == desk.run.trainer.epoch

    def test_a_page_that_was_hidden_gets_the_points_it_missed(self):
        desk = Desk()
        desk.work(PLAY, View(hidden=True))
        desk.watch(2.0)
        desk.messages()
        frame = desk.work(View())
        (curves,) = [message for message in desk.messages() if message["type"] == "curves"]
        epochs = curves["history"]["x"]
        assert len(epochs) >= 2.0 / LONGEST_GAP - 1 and max(np.diff(epochs)) < 20
        assert epochs[-1] <= frame["epoch"] == desk.run.trainer.epoch
        desk.work(View(map_size=32))
        assert "curves" not in kinds(desk)

    def test_a_hidden_page_of_a_resting_network_costs_nothing(self):
        desk = Desk()
        desk.work(View(hidden=True))
        assert desk.result.again is None and not desk.result.is_held_back

    def test_maps_are_fine_while_it_rests(self):
        desk = Desk(hidden=[{"units": 128}] * 3)
        desk.work(PLAY)
        assert desk.watch(0.1)[0]["map"]["size"] < 100
        desk.clock.advance(PERIOD)
        assert desk.work(PAUSE)["map"]["size"] == 100


class TestData:
    def test_data_comes_once(self):
        desk = Desk()
        assert desk.work(PLAY)["data"]["version"] == 1
        assert [frame["data"] for frame in desk.watch(0.2)] == [None] * 8

    def test_other_data_comes_once(self):
        desk = Desk()
        desk.work(PLAY)
        desk.inbox.append(say("configure", changes={"dataset": "plane"}))
        frames = desk.watch(0.2)
        assert frames[0]["data"]["version"] == 2 and frames[0]["data"]["problem"] == "regression"
        assert [frame["data"] for frame in frames[1:]] == [None] * 7

    def test_data_in_a_frame_that_was_replaced_comes_with_the_next(self):
        desk = Desk()
        first = desk.work(PLAY, send=False)
        desk.clock.advance(PERIOD)
        second = desk.work()
        assert first["data"] and second["data"]
        desk.clock.advance(PERIOD)
        assert desk.work()["data"] is None

    def test_another_page_gets_the_data_again(self):
        desk = Desk()
        desk.work(PLAY)
        desk.watch(0.1)
        desk.arrive(resumed=True)
        frame = desk.watch(2 * PERIOD)[0]
        assert frame["data"]["version"] == 1


class TestComingAndGoing:
    def test_who_comes_back_finds_the_network_where_it_is(self):
        desk = Desk()
        desk.work(PLAY)
        desk.watch(0.5)
        desk.viewer.mailbox.close("left", "")
        desk.watch(0.5)
        desk.arrive(resumed=True)
        desk.clock.advance(PERIOD)
        frame = desk.work()
        welcome = desk.messages()[0]
        assert (welcome["resumed"], welcome["playing"]) == (True, True)
        assert welcome["history"]["x"][-1] == pytest.approx(40, abs=LONGEST_GAP / PERIOD + 1)
        assert frame["epoch"] == desk.run.trainer.epoch and frame["data"]

    def test_messages_and_frames_go_to_the_newest_page(self):
        desk = Desk()
        desk.work()
        first = desk.viewer
        desk.arrive(resumed=True)
        desk.clock.advance(PERIOD)
        desk.work(PLAY)
        assert desk.viewer is not first
        assert {viewer for viewer, _ in desk.result.messages} == {desk.viewer.number}
        assert desk.result.frame[0] == desk.viewer.number

    def test_what_was_asked_before_a_page_came_is_told_to_the_one_before(self):
        desk = Desk()
        first = desk.viewer
        desk.inbox.append(PLAY)
        desk.arrive(resumed=True)
        desk.work()
        assert [viewer for viewer, _ in desk.result.messages] == [first.number, first.number, desk.viewer.number]

    def test_frame_numbers_go_on(self):
        desk = Desk()
        desk.work(PLAY)
        last = desk.watch(0.1)[-1]["frame"]
        desk.arrive(resumed=True)
        assert desk.watch(0.1)[0]["frame"] == last + 1

    def test_a_network_that_nobody_watches_and_that_rests_costs_nothing(self):
        desk = Desk()
        desk.work(PLAY)
        desk.viewer.mailbox.close("left", "")
        desk.work(PauseUnwatched())
        assert desk.result.again is None and not desk.result.playing


def test_a_run_that_blows_up_stops_on_its_last_finite_frame():
    desk = Desk(dataset="multi_gauss", learning_rate=10.0, activation="relu", gain=5.0)
    frames, messages = [desk.work(PLAY)], desk.messages()
    while desk.result.playing:
        desk.clock.advance(PERIOD)
        frame = desk.work()
        frames += [frame] if frame else []
        messages += desk.messages()
    assert messages[-1]["stop"]["code"] == "not_finite"
    assert not frames[-1]["playing"]
    assert frames[-1]["step"] == desk.run.trainer.step
    assert np.isfinite(np.frombuffer(frames[-1]["weights"], "<f4")).all() and np.isfinite(frames[-1]["train"]["loss"])
    assert desk.result.again is None


def test_put_aside_it_keeps_less_of_its_past_until_somebody_comes():
    desk = Desk()
    desk.work()
    whole = desk.run.history._budget
    for number in range(1, 41):
        desk.run.history.trajectory.add(number, desk.run.trainer.parameters)
    desk.work(PutAside())
    steps = [point.step for point in desk.run.history.trajectory.points]
    assert steps == [moment.step for moment in desk.run.history.moments]  # which are few: it has not trained
    assert desk.run.history._budget == int(whole * ASIDE)
    desk.arrive()
    desk.work()
    assert desk.run.history._budget == whole


def test_a_page_is_told_when_its_network_has_its_turns_late_and_when_no_more():
    desk = Desk(speed="epoch_frame")
    desk.work(say("play"))

    def kinds(late, seconds):
        told, end = [], desk.clock.now + seconds
        while desk.clock.now < end:
            desk.clock.now = max(desk.clock.now, desk.result.again or 0) + late
            desk.work()
            told += [message["slowed"] for message in desk.messages() if message["type"] == "slowed"]
        return told

    assert kinds(0.002, 5) == []
    assert kinds(0.060, 8) == [True]
    desk.arrive()  # another page does not know
    assert kinds(0.060, 1) == [True]
    assert kinds(0.002, 8) == [False]


def test_a_network_that_rests_is_not_late():
    desk = Desk(speed="epoch_frame")
    desk.work(say("play"))
    for command in ("pause", "play"):
        desk.clock.advance(60)
        desk.work(say(command))
    desk.watch(5)
    assert not any(message["type"] == "slowed" for message in desk.messages())
