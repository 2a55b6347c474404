"""Runs are saved as they begin, every few seconds while they play, when they rest and before they end."""

import msgspec
import pytest

from glassbox.protocol.messages import View
from glassbox.run.answers import take_snapshot
from glassbox.run.autosave import EVERY, MOST_A_SECOND, SOON
from glassbox.run.checkpoint import PackedCheckpoint, pack
from glassbox.run.commands import obey
from glassbox.run.inbox import Arrival
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.run.worker import Worker
from glassbox.session.mailbox import Mailbox
from glassbox.session.viewer import Viewer
from glassbox.settings import Settings
from tests.run.tools import SLICE, Clock, Desk, bytes_of, run_of, say, tell, train_epochs

OWNER = "o" * 22


class Watched(Desk):
    """A worker whose records are kept."""

    def __init__(self, owner=OWNER, **settings):
        super().__init__(Clock(), **settings)
        self.records, self.owner = [], None
        self.worker = Worker("a-session", self.run, self.clock, self.record)
        self.inbox.clear()
        self.viewer = Viewer("a-session", 1, Mailbox(self.clock))
        self.inbox.append(Arrival(self.viewer.number, self.viewer.mailbox, View(), False, (), owner))

    def record(self, owner, record):
        self.owner = owner
        self.records.append(record)

    def keys(self):
        return list(dict.fromkeys(record.key for record in self.records))


def play(desk, seconds):
    desk.work(say("play"))
    desk.watch(seconds)


def test_a_network_that_was_never_trained_is_no_run():
    desk = Watched()
    desk.work()
    desk.work(say("configure", changes={"learning_rate": 0.1}))
    assert desk.records == []


def test_a_run_is_told_at_its_start_now_and_then_and_when_it_rests():
    desk = Watched(speed="step_20")
    play(desk, 2 * EVERY + 1)
    assert len(desk.records) == 3 and desk.records[0].steps <= 2
    desk.work(say("pause"))
    last = desk.records[-1]
    assert (len(desk.records), last.steps, desk.keys()) == (4, desk.run.trainer.step, [last.key])
    evaluation = desk.run.trainer.evaluate()
    assert (last.train_loss, last.test_loss) == (evaluation.train.loss, evaluation.test.loss)
    assert (last.test_score, desk.owner, last.problem) == (evaluation.test.accuracy, OWNER, "binary")
    assert len(last.picture) < 8 * 1024 and msgspec.msgpack.decode(last.picture)["size"] == 32
    desk.watch(60)
    assert len(desk.records) == 4  # nothing happened since


def test_steps_by_hand_are_told_at_once():
    desk = Watched()
    desk.work()
    for number in (1, 2, 3):
        desk.work(say("step", unit="batch"))
        assert desk.records[-1].steps == number


@pytest.mark.parametrize("begin_anew", [
    say("reset"), say("new_seed", of="weights"), say("configure", changes={"seed": 5}),
    OpenNetwork(Settings(), "again"),
], ids=["reset", "new seed", "seed", "open"])  # fmt: skip
def test_what_ends_a_run_tells_it_first(begin_anew):
    desk = Watched(speed="step_20")
    play(desk, 3)
    steps = desk.run.trainer.step
    desk.work(begin_anew)
    assert desk.records[-1].steps == steps and len(desk.keys()) == 1
    desk.work(say("step", unit="batch"))
    assert len(desk.keys()) == 2 and desk.records[-1].steps == 1


def kept(record):
    return PackedCheckpoint(record.checkpoint.packed()).snapshot(Settings.model_validate(record.settings))


def test_what_is_kept_is_the_moment_that_is_told():
    desk = Watched(speed="step_20", optimizer="adam")
    play(desk, EVERY + 1)
    for record in desk.records:
        assert (kept(record).moment.step, kept(record).changes) == (record.steps, record.changes)
    desk.work(say("pause"))
    run = run_of()
    obey(run, Resume(kept(desk.records[-1])))
    assert (
        bytes_of(run) == bytes_of(desk.run)
        and run.history.curves.plain(0)["x"] == desk.run.history.curves.plain(0)["x"]
    )


def test_a_change_while_it_plays_is_told_soon_and_a_dragged_slider_not_each_time():
    desk = Watched(speed="step_20")
    play(desk, SOON + 0.5)
    count = len(desk.records)
    desk.work(say("configure", changes={"learning_rate": 0.1}))
    assert (len(desk.records), desk.records[-1].settings["learning_rate"]) == (count + 1, 0.1)
    for number in range(1, 21):
        desk.work(say("configure", changes={"learning_rate": 0.1 + number / 100}))
        desk.watch(SOON / 10)
    assert len(desk.records) <= count + 3
    desk.watch(SOON)
    assert desk.records[-1].settings["learning_rate"] == pytest.approx(0.3) and len(desk.records) <= count + 4


def test_a_large_network_is_told_more_rarely_while_it_plays():
    desk = Watched(speed="step_1", hidden=[{"units": 128}] * 5, optimizer="adam")
    desk.work(say("step", unit="batch"))
    size = desk.records[-1].checkpoint.nbytes
    pause = size / MOST_A_SECOND
    assert pause > 2 * EVERY
    play(desk, pause - 1)
    assert len(desk.records) == 1
    desk.watch(2)
    assert len(desk.records) == 2
    desk.work(say("pause"))
    assert len(desk.records) == 3  # at rest there is no hurry and no crowd


def test_who_looks_back_changes_no_row():
    desk = Watched(speed="step_20")
    play(desk, 3)
    desk.work(say("pause"))
    count, last = len(desk.records), desk.records[-1]
    desk.work(say("rewind", step=last.steps // 2, towards="nearest"))
    desk.watch(1)
    desk.work(say("rewind", step=None, towards="nearest"))
    desk.watch(1)
    assert {(record.steps, record.changes) for record in desk.records[count - 1 :]} == {(last.steps, 0)}


def test_looking_back_while_it_plays_tells_first_how_far_it_came():
    desk = Watched(speed="step_20")
    play(desk, 3)
    steps = desk.run.trainer.step
    desk.work(say("rewind", step=0, towards="nearest"))
    assert desk.run.trainer.step == 0 and desk.records[-1].steps == steps
    desk.work(say("step", unit="batch"))
    assert (desk.records[-1].steps, len(desk.keys())) == (1, 1)  # from there it goes on, as the same run


def test_a_run_that_is_taken_up_is_no_new_row_until_it_goes_on():
    other = run_of()
    train_epochs(other, 3)
    tell(other, "configure", changes={"learning_rate": 0.2})
    other.evaluate()
    desk = Watched()
    desk.work(Resume(PackedCheckpoint(pack(take_snapshot(other))).snapshot(other.settings)))
    desk.watch(10)
    assert desk.records == []
    desk.work(say("step", unit="batch"))
    assert (desk.records[-1].steps, desk.records[-1].changes) == (other.trainer.step + 1, 1)


def test_what_is_taken_up_tells_first_of_the_run_before():
    desk = Watched(speed="step_20")
    play(desk, 3)
    steps = desk.run.trainer.step
    other = run_of()
    train_epochs(other, 1)
    desk.work(Resume(PackedCheckpoint(pack(take_snapshot(other))).snapshot(other.settings)))
    assert [record.steps for record in desk.records][-1] == steps and desk.run.trainer.step == other.trainer.step


def test_changes_of_a_lane_are_not_forgotten_while_another_is_in_hand():
    desk = Watched()
    desk.work(say("configure", changes={"learning_rate": 0.1}), say("step", unit="batch"))
    desk.work(say("fork"), say("step", unit="batch"))
    assert desk.records[-1].changes == 1
    desk.work(say("take_lane", lane=1), say("step", unit="batch"))
    assert (desk.records[-1].key, desk.records[-1].changes) == (desk.records[0].key, 1)


def test_a_network_from_outside_is_not_repeated_by_its_settings():
    desk, other = Watched(), run_of()
    train_epochs(other, 1)
    desk.work(OpenNetwork(other.settings, "opened", other.trainer.parameters.copy()), say("step", unit="batch"))
    assert desk.records[-1].changes == 1
    desk.work(OpenNetwork(other.settings, "again"), say("step", unit="batch"))
    assert desk.records[-1].changes == 0


def test_changes_are_counted_from_the_runs_beginning():
    desk = Watched()
    desk.work(say("configure", changes={"learning_rate": 0.1}), say("step", unit="batch"))
    assert desk.records[-1].changes == 1
    desk.work(say("reset"), say("step", unit="batch"))
    assert desk.records[-1].changes == 0


def test_a_stop_is_told_with_its_reason():
    desk = Watched(stop_epochs=2)
    play(desk, 5)
    assert (desk.records[-1].stop, desk.records[-1].epochs) == ("criterion", 2.0)
    assert "2 epochs" in desk.records[-1].stop_text


def test_without_an_owner_nothing_is_told():
    desk = Watched(owner=None)
    play(desk, 10)
    assert desk.records == []


def test_a_workbench_without_a_book_works():
    worker = Worker("a-session", run_of(), Clock())
    desk = Desk()
    desk.inbox.append(say("step", unit="batch"))
    assert worker.work(desk.inbox, SLICE).playing is False


def test_a_branch_is_told_before_another_is_come_back_to():
    desk = Watched(speed="step_20")
    play(desk, 3)
    desk.work(say("rewind", step=5, towards="nearest"))
    play(desk, 1)
    steps = desk.run.trainer.step
    assert steps not in [record.steps for record in desk.records]
    desk.work(say("switch_branch", branch=1))
    assert steps in [record.steps for record in desk.records] and len(desk.keys()) == 1
    assert desk.records[-1].steps == desk.run.trainer.step > steps
    assert bytes_of_kept(desk.records[-1]) == bytes_of(desk.run)


def bytes_of_kept(record):
    run = run_of()
    obey(run, Resume(kept(record)))
    return bytes_of(run)
