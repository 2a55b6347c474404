"""Runs are saved as they begin, every few seconds while they play, when they rest and before they end."""

from itertools import pairwise

import msgspec
import pytest

from glassbox.protocol.messages import View
from glassbox.run.answers import take_snapshot
from glassbox.run.autosave import EVERY, MOST_A_SECOND, SOON
from glassbox.run.checkpoint import PackedCheckpoint, pack
from glassbox.run.commands import obey
from glassbox.run.inbox import Arrival
from glassbox.run.orders import KeepNow, OpenNetwork, Resume
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
        self.records, self.owner, self.all_heard = [], None, []
        self.worker = Worker("a-session", self.run, self.clock, self.record)
        self.inbox.clear()
        self.viewer = Viewer("a-session", 1, Mailbox(self.clock))
        self.inbox.append(Arrival(self.viewer.number, self.viewer.mailbox, View(), False, (), owner))

    def record(self, owner, record):
        self.owner = owner
        self.records.append(record)

    def work(self, *commands, **manner):
        frame = super().work(*commands, **manner)
        self.all_heard += self.messages()
        return frame

    def heard(self, kind):
        """The messages of this kind so far."""
        return [message for message in self.all_heard if message["type"] == kind]

    def arrive_again(self):
        """Another page comes, of the same browser."""
        self.arrive(resumed=True)
        self.work()

    def row_keys(self):
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
    play(desk, 3)
    assert len(desk.records) == 3 and desk.records[0].steps <= 2  # a run of three seconds is kept, too
    desk.watch(4 * EVERY)
    told = [record.steps for record in desk.records]
    assert max(after - before for before, after in pairwise(told)) <= 20 * EVERY + 1
    assert len(told) <= 3 + 4 + 2
    desk.work(say("pause"))
    last = desk.records[-1]
    assert (len(desk.records), last.steps, desk.row_keys()) == (len(told) + 1, desk.run.trainer.step, [last.key])
    evaluation = desk.run.trainer.evaluate()
    assert (last.train_loss, last.test_loss) == (evaluation.train.loss, evaluation.test.loss)
    assert (last.test_score, desk.owner, last.problem) == (evaluation.test.accuracy, OWNER, "binary")
    assert len(last.picture) < 8 * 1024 and msgspec.msgpack.decode(last.picture)["size"] == 32
    desk.watch(60)
    assert len(desk.records) == len(told) + 1  # nothing happened since


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
    assert desk.records[-1].steps == steps and len(desk.row_keys()) == 1
    desk.work(say("step", unit="batch"))
    assert len(desk.row_keys()) == 2 and desk.records[-1].steps == 1


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
    desk.watch(SOON)
    assert (len(desk.records), desk.records[-1].settings["learning_rate"]) == (count + 1, 0.1)
    for number in range(1, 21):
        desk.work(say("configure", changes={"learning_rate": 0.1 + number / 100}))
        desk.watch(SOON / 10)
    assert len(desk.records) <= count + 3
    desk.watch(SOON)
    assert desk.records[-1].settings["learning_rate"] == pytest.approx(0.3) and len(desk.records) <= count + 4


def test_a_large_network_is_told_more_rarely_while_it_plays():
    desk = Watched(speed="step_1", hidden=[{"units": 128}] * 8, optimizer="adam")
    desk.work(say("step", unit="batch"))
    size = desk.records[-1].checkpoint.nbytes
    pause = size / MOST_A_SECOND
    assert EVERY < pause < 2 * EVERY
    play(desk, pause - 1)
    assert len(desk.records) == 1
    desk.watch(2)
    assert len(desk.records) == 2
    desk.watch(1.5)
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
    assert (desk.records[-1].steps, len(desk.row_keys())) == (1, 2)  # what goes on from there leaves the row as it was


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
    assert newest(desk, desk.records[0].key).changes == 1


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


# ---- a row closes at its last trained step


def newest(desk, key):
    """The row of this key as it was told last."""
    return [record for record in desk.records if record.key == key][-1]


def trained(desk, steps=3):
    """The row after so many steps more, at rest."""
    for _ in range(steps):
        desk.work(say("step", unit="batch"))
    return desk.records[-1]


WEIGHT = say("set_weight", layer=1, unit=0, source=0, value=0.5)
LEADS_TO_ANOTHER = {
    "activation": [say("configure", changes={"activation": "relu"})],
    "activation and reset": [say("configure", changes={"activation": "relu"}), say("reset")],
    "rate": [say("configure", changes={"learning_rate": 0.1})],
    "data": [say("configure", changes={"dataset": "xor"})],
    "new data": [say("new_seed", of="data")],
    "features": [say("configure", changes={"features": ["x1"]})],
    "unit": [say("edit_network", action="add_unit", layer=1, unit=None)],
    "layer": [say("edit_network", action="remove_layer", layer=1, unit=None)],
    "initial weights": [say("configure", changes={"gain": 2.0})],
    "new seed": [say("new_seed", of="weights")],
    "reset": [say("reset")],
    "weight by hand": [WEIGHT],
    "disabled unit": [say("hold", action="disable", layer=1, unit=0, source=None, on=True)],
    "past": [say("rewind", step=1, towards="nearest")],
    "a change and its opposite": [
        say("configure", changes={"activation": "relu"}), say("configure", changes={"activation": "tanh"}),
    ],
    "network from outside": [OpenNetwork(Settings(), "opened")],
}  # fmt: skip


@pytest.mark.parametrize("name", LEADS_TO_ANOTHER)
def test_what_is_changed_at_rest_leaves_the_row_as_it_was(name):
    desk = Watched()
    before, count = trained(desk), len(desk.records)
    for item in LEADS_TO_ANOTHER[name]:
        desk.work(item)
        desk.watch(10)
    assert desk.records[count:] == []  # nothing was trained, so there is nothing to tell
    after = trained(desk, 1)
    assert after.key != before.key
    assert newest(desk, before.key) == before
    assert after.began < after.epochs and not after.changed


@pytest.mark.parametrize(
    "item",
    [say("configure", changes={"speed": "full"}), say("configure", changes={"stop_epochs": 500}), say("pause")],
    ids=["speed", "stop later", "pause"],
)
def test_what_changes_nothing_of_a_trial_goes_on_in_its_row(item):
    desk = Watched()
    before = trained(desk)
    desk.work(item)
    after = trained(desk, 1)
    assert (after.key, after.steps) == (before.key, before.steps + 1)


def test_a_rate_changed_while_it_plays_is_named_in_the_row():
    desk = Watched(speed="step_20")
    play(desk, 3)
    epochs = desk.run.epochs
    desk.work(say("configure", changes={"learning_rate": 0.1}))
    desk.watch(1)
    desk.work(say("configure", changes={"learning_rate": 0.2, "speed": "step_5"}))
    desk.watch(1)
    desk.work(say("pause"))
    (last,) = (newest(desk, key) for key in desk.row_keys())
    assert last.settings["learning_rate"] == 0.2 and set(last.changed) == {"learning_rate"}
    told = last.changed["learning_rate"]
    assert (told["first"], told["times"]) == (0.03, 2) and epochs < told["epochs"] < last.epochs


def test_data_changed_while_it_plays_begin_a_row():
    desk = Watched(speed="step_20")
    play(desk, 3)
    steps, evaluation = desk.run.trainer.step, desk.run.trainer.evaluate()
    desk.work(say("configure", changes={"dataset": "xor"}))
    desk.watch(1)
    first, second = (newest(desk, key) for key in desk.row_keys())
    assert (first.steps, first.settings["dataset"], first.train_loss) == (steps, "circle", evaluation.train.loss)
    assert (second.settings["dataset"], second.began > 0, first.data, second.data) == ("xor", True, "circle", "xor")


def test_what_was_changed_but_never_trained_is_not_in_the_row():
    desk = Watched(speed="step_1")
    play(desk, 3.5)
    before = desk.run.trainer.step, desk.run.trainer.evaluate().test.loss
    desk.work(say("configure", changes={"activation": "relu", "learning_rate": 1.0}))
    desk.work(say("pause"))
    last = desk.records[-1]
    assert (last.steps, last.test_loss) == before and not last.changed
    assert (last.settings["activation"], last.settings["learning_rate"]) == ("tanh", 0.03)
    assert (desk.run.settings.activation.value, kept(last).settings.activation.value) == ("relu", "tanh")


def test_what_goes_on_from_the_best_epochs_weights_leaves_its_row():
    desk = Watched(dataset="xor", noise=1.0, learning_rate=1.0, patience=3, speed="full")
    play(desk, 60)
    stopped = desk.records[-1]
    assert stopped.stop == "criterion" and stopped.best_epoch < stopped.epochs
    assert stopped.test_loss == desk.run.early_stopping.best.loss
    after = trained(desk, 1)
    assert after.key != stopped.key and newest(desk, stopped.key) == stopped and after.best_epoch is None
    assert after.began == stopped.best_epoch


def test_every_lane_has_its_row():
    desk = Watched(speed="step_20")
    trained(desk)
    desk.work(say("fork"), say("configure", changes={"learning_rate": 0.3}))
    play(desk, 3)
    desk.work(say("pause"))
    first, second = (newest(desk, key) for key in desk.row_keys())
    assert first.steps == second.steps == desk.run.trainer.step > 50
    assert (first.settings["learning_rate"], second.settings["learning_rate"]) == (0.03, 0.3)
    assert (first.began, second.began) == (0, 0.12) and not second.changed
    assert second.lanes == (first.key, second.key)
    desk.work(say("reset"))
    trained(desk)
    assert (newest(desk, first.key), newest(desk, second.key)) == (first, second)
    assert len(desk.row_keys()) == 4


def test_the_page_is_told_the_row_that_has_its_run():
    desk = Watched()
    trained(desk)
    assert [message["key"] for message in desk.heard("kept")] == desk.row_keys()
    assert desk.heard("kept")[-1]["run"] == desk.run.number
    desk.work(say("reset"))
    trained(desk)
    assert [message["key"] for message in desk.heard("kept")] == desk.row_keys()
    desk.arrive_again()
    assert desk.heard("kept")[-1] == desk.heard("kept")[-2]  # another page does not know yet


def test_what_was_taken_up_is_in_its_row_until_it_goes_on():
    desk = Watched()
    record = trained(desk)
    desk.work(say("reset"))
    desk.work(Resume(kept(record), key=record.key))
    assert desk.heard("kept")[-1] == {"type": "kept", "run": desk.run.number, "key": record.key}
    after = trained(desk, 1)
    assert (desk.heard("kept")[-1]["key"], after.began) == (after.key, record.epochs)
    assert newest(desk, record.key) == record


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
    first, second = (newest(desk, key) for key in desk.row_keys())
    assert (second.steps, second.began > 0) == (steps, True)
    assert first.steps == desk.run.trainer.step > steps
    assert bytes_of_kept(first) == bytes_of(desk.run)


def bytes_of_kept(record):
    run = run_of()
    obey(run, Resume(kept(record)))
    return bytes_of(run)


def test_a_run_that_comes_back_to_the_end_of_its_row_goes_on_in_it():
    desk = Watched()
    trained(desk)
    (first,) = desk.row_keys()
    desk.work(say("reset"))
    trained(desk, 2)
    assert len(desk.row_keys()) == 2
    desk.work(say("undo"))
    assert desk.heard("kept")[-1] == {"type": "kept", "run": desk.run.number, "key": first}
    trained(desk, 1)
    assert (desk.records[-1].key, desk.records[-1].steps) == (first, 4)
    desk.work(say("redo"))
    trained(desk, 1)
    assert (len(desk.row_keys()), desk.records[-1].steps) == (2, 3)


def test_a_row_that_went_on_with_a_change_stays_as_it_is_when_that_is_taken_back():
    desk = Watched(speed="step_20")
    play(desk, 2)
    desk.work(say("configure", changes={"learning_rate": 0.3}))
    desk.watch(3)
    desk.work(say("pause"))
    told = desk.records[-1]
    desk.work(say("undo"))
    trained(desk, 1)
    assert newest(desk, told.key) is told
    assert desk.records[-1].key != told.key and desk.records[-1].began > 0


def test_a_lane_that_was_removed_goes_on_in_its_row_once_it_is_back():
    desk = Watched()
    trained(desk)
    desk.work(say("fork"))
    trained(desk, 1)
    rows = desk.row_keys()
    desk.work(say("remove_lane", lane=1))
    assert desk.records[-1].lanes == (rows[1],)  # which is told at once: the other is not to come back by itself
    desk.work(say("undo"))
    trained(desk, 1)
    assert desk.row_keys() == rows
    assert {newest(desk, key).steps for key in rows} == {5}


def test_when_the_server_ends_what_plays_is_told_as_it_stands():
    desk = Watched()
    play(desk, EVERY / 2)
    told = len(desk.records)
    desk.work(KeepNow())
    assert len(desk.records) == told + 1
    assert desk.records[-1].steps == desk.run.trainer.step > desk.records[-2].steps
    assert len(desk.row_keys()) == 1
