"""A run that was left and is taken up again: to the byte what it was, and from there what it would have become."""

import subprocess
import sys
import zlib

import msgspec
import numpy as np
import pytest

from glassbox.data import Own
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import Lane, Mark, Refused
from glassbox.run import words
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import FORMAT, Checkpoint, PackedCheckpoint, digest, pack
from glassbox.run.commands import obey
from glassbox.run.fork import fork
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.run.past.curves import COLUMNS, Curves, shortened
from glassbox.session.own_data_store import draw
from glassbox.settings import Settings
from glassbox.tables.chosen import make_points
from glassbox.tables.reading import read_table
from tests.run.tools import Clock, Desk, bytes_of, run_of, say, tell, train_epochs

KINDS = {
    "plain": {},
    "adam": {"optimizer": "adam", "batch_size": 7, "noise": 0.3},
    "chance": {"optimizer": "momentum", "dropout": 0.3, "input_noise": 0.2, "dataset": "spiral"},
    "normalized": {"normalization": "batch", "schedule": "cosine", "optimizer": "nesterov", "validation_share": 20},
    "numbers": {"dataset": "multi_gauss", "loss": "huber", "optimizer": "rmsprop", "penalty": "l1"},
    "pictures": {"dataset": "digits", "samples": 200, "hidden": [{"units": 5, "dropout": 0.2}]},
    "no hidden layer": {"hidden": [], "dataset": "blobs"},
    "early stopping": {"patience": 3, "min_improvement": 1.0, "optimizer": "adam"},
}


# What opens the bytes that it is given in many threads, each of which has its turn for a moment alone.
AT_ONCE = """
import sys
from threading import Barrier, Thread
from glassbox.run.checkpoint import PackedCheckpoint
packed, together, opened = sys.stdin.buffer.read(), Barrier(8), []
def read():
    together.wait()
    opened.append(PackedCheckpoint(packed))
sys.setswitchinterval(1e-6)
threads = [Thread(target=read) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(opened))
"""


def steps(run, count):
    for _ in range(count):
        tell(run, "step", unit="batch")
        run.train(1.0, Clock())


def trained(epochs=4, more_steps=3, **settings):
    """A run in the midst of an epoch, looked at after each."""
    run = run_of(**settings)
    for _ in range(epochs):
        run.evaluate()
        train_epochs(run, 1)
    steps(run, more_steps)
    run.evaluate()
    return run


def test_many_threads_open_the_first_one_at_once():
    packed = Checkpoint(take_snapshot(trained(epochs=1))).packed()
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", AT_ONCE], input=packed, capture_output=True)
        assert (done.returncode, done.stdout.strip()) == (0, b"8"), done.stderr.decode()


def reread(run, settings=None):
    """What one reads from what was written of a run."""
    return PackedCheckpoint(Checkpoint(take_snapshot(run)).packed()).snapshot(settings or run.settings)


def reopened(run, into=None):
    other = into or run_of()
    (message,) = obey(other, Resume(reread(run)))
    assert isinstance(message, Lane)
    return other


def curves(run):
    plain = run.history.curves.plain(0)
    return {name: plain[name] for name in (*COLUMNS, "marks", "branches", "branch", "lane")}


def play_until_it_stops(run):
    tell(run, "play")
    for _ in range(1000):
        run.begin_frame(1.0)
        run.train(1.0, Clock())
        run.evaluate()
        if not run.playing:
            return
    raise AssertionError("it does not stop")


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_to_the_byte_what_it_was_and_goes_on_exactly_so(kind):
    run = trained(**KINDS[kind])
    other = reopened(run)
    assert (other.settings, bytes_of(other)) == (run.settings, bytes_of(run))
    assert (other.trainer.step, other.trainer.epoch, other.epochs) == (run.trainer.step, run.trainer.epoch, run.epochs)
    assert other.evaluate()[0] == run.evaluate()[0] == other.trainer.evaluate()
    assert curves(other) == curves(run)
    for each in (run, other):
        steps(each, 40)
        train_epochs(each, 3)
    assert bytes_of(other) == bytes_of(run)


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_that_was_left_three_times_equals_one_that_never_was(kind):
    run = run_of(**KINDS[kind])
    for count in (1, 17, 40):
        steps(run, count)
        run.evaluate()
        run = reopened(run)
    never_left = run_of(**KINDS[kind])
    never_left.trainer.run(58)
    assert bytes_of(run) == bytes_of(never_left)


CHANGES = [
    dict(learning_rate=0.3), dict(batch_size=3), dict(optimizer="adam"),
    dict(hidden=[{"units": 6}, {"units": 2}, {"units": 2}]),
    dict(dataset="moons", noise=0.4), dict(normalization="layer"), dict(features=["x1", "x2", "x1_x2"]),
    dict(loss="squared_error"),
]  # fmt: skip


def test_settings_that_changed_on_the_way_do_not_make_it_another():
    """Settings and seed alone would not give these weights; the moment does, and so does every one that follows."""
    run = trained()
    for changes in CHANGES:
        tell(run, "configure", changes=changes)
        steps(run, 7)
        run.evaluate()
        assert bytes_of(reopened(run)) == bytes_of(run)
    tell(run, "set_weight", layer=1, unit=0, source=1, value=0.75)
    other = reopened(run)
    assert (bytes_of(other), other.changes) == (bytes_of(run), len(CHANGES) + 1)
    again = run_of()
    obey(again, OpenNetwork(run.settings, ""))
    again.trainer.run(run.trainer.step)
    assert bytes_of(again) != bytes_of(run)
    for each in (run, other):
        train_epochs(each, 2)
        tell(each, "configure", changes={"learning_rate": 0.01})
        train_epochs(each, 2)
    assert bytes_of(other) == bytes_of(run) and other.changes == run.changes
    marks = [[mark.text for mark in each.history.curves.plain(1)["marks"]] for each in (other, run)]
    assert marks[0] == marks[1]


def test_what_is_frozen_and_disabled_stays_so_and_comes_back_as_it_would_have():
    run = trained(hidden=[{"units": 4}, {"units": 3}], normalization="batch")
    tell(run, "hold", action="freeze", layer=2, unit=1, on=True)
    tell(run, "hold", action="disable", layer=1, unit=2, on=True)
    tell(run, "hold", action="disable", layer=1, unit=0, source=1, on=True)
    steps(run, 9)
    run.evaluate()
    other = reopened(run)
    for each in (run, other):
        steps(each, 9)
    assert bytes_of(other) == bytes_of(run)
    assert other.holds.disabled(1).tolist() == [False, False, True, False] and other.holds.frozen(2).tolist() == [
        False,
        True,
        False,
    ]
    for each in (run, other):
        tell(each, "hold", action="disable", layer=1, unit=2, on=False)
        steps(each, 9)
        tell(each, "reset")
        steps(each, 2)
    assert bytes_of(other) == bytes_of(run)


@pytest.mark.parametrize("after_stop", ["best", "last"])
def test_early_stopping_goes_on_with_what_it_has_seen(after_stop):
    run = run_of(patience=4, min_improvement=0.5, optimizer="adam", after_stop=after_stop, dataset="xor", seed=4)
    train_epochs(run, 2)
    tell(run, "play")
    for _ in range(2):
        run.begin_frame(1.0)
        run.train(1.0, Clock())
        run.evaluate()
    other = reopened(run)
    for each in (run, other):
        play_until_it_stops(each)
    assert bytes_of(other) == bytes_of(run) and other.stop == run.stop and run.stop.code == "criterion"
    again = reopened(run)
    assert (again.state(), again.stop) == (run.state(), run.stop)
    for each in (run, again):
        tell(each, "restore_best") if after_stop == "last" else tell(each, "play")
        steps(each, 5)
    assert bytes_of(again) == bytes_of(run)


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_a_run_at_its_best_epoch_comes_back_there_with_what_came_after_it_beside_its_curves(optimizer):
    run = run_of(patience=4, samples=60, label_noise=0.3, optimizer=optimizer, learning_rate=0.1)
    play_until_it_stops(run)
    best, other = run.early_stopping.best.epoch, reopened(run)
    curves = other.history.curves
    assert (other.trainer.epoch, other.epochs, other.trainer.step) == (best, best, run.trainer.step)
    assert (curves.end, curves.plain(1)["branches"][-1]["x"][-1]) == (best, run.history.present.epoch)
    assert curves.lows == run.early_stopping.best.lows and other.evaluate()[0] == run.evaluate()[0]


def test_an_older_row_over_the_weights_of_its_best_epoch_opens_at_that_epoch():
    """It said where the run had come to, over weights of earlier, and went on from them without memory."""
    run = run_of(patience=4, samples=60, label_noise=0.3, learning_rate=0.1)
    play_until_it_stops(run)
    content = msgspec.msgpack.decode(zlib.decompress(pack(take_snapshot(run))))
    content["where"] = run.history.present.state.where.astype("<i8").tobytes()
    for name in ("first", "second", "where", "lows"):
        content["best"].pop(name)
    older = PackedCheckpoint(zlib.compress(msgspec.msgpack.encode(content))).snapshot(run.settings)
    assert (older.epoch, older.step, older.progress) == (run.trainer.epoch, run.trainer.step, 0)
    assert (older.moment.seen.best.state.where == run.early_stopping.best.state.where).all()


def test_a_reason_that_has_stopped_it_once_does_not_again():
    run = run_of(stop_loss=0.6, optimizer="adam", dataset="gauss")
    play_until_it_stops(run)
    other = reopened(run)
    tell(other, "play")
    other.begin_frame(1.0)
    other.train(1.0, Clock())
    assert other.playing and other.trainer.step > run.trainer.step


def test_that_nobody_watched_is_over_when_somebody_opens_it():
    desk = Desk()
    desk.work(say("play"))
    desk.run.stop_with("unwatched", words.UNWATCHED)
    desk.run.evaluate()
    assert reopened(desk.run).stop is None


def test_the_page_gets_settings_and_curves_in_one_message():
    run = trained(dataset="xor", seed=5)
    tell(run, "configure", changes={"learning_rate": 0.5})
    run.evaluate()
    other = trained()
    number = other.number
    (message,) = obey(other, Resume(reread(run)))
    assert message.settings == run.settings.model_dump(mode="json") and not message.playing
    history = message.history
    kept = run.history.curves.plain(1)
    assert (history["run"], history["x"], history["train_loss"]) == (number + 1, kept["x"], kept["train_loss"])
    assert [mark.text for mark in history["marks"]] == ["Learning rate 0.5"]


def test_the_timeline_begins_where_it_was_taken_up():
    run = trained()
    other = reopened(run)
    step = run.trainer.step
    for _ in range(4):
        steps(other, 10)
        other.evaluate()
    tell(other, "rewind", step=0, towards="nearest")
    assert (other.trainer.step, bytes_of(other)) == (step, bytes_of(run))
    assert other.history.start.step == step and run.history.start.step == 0


def test_a_reset_begins_with_the_initial_weights_and_no_changes():
    run = trained(seed=3)
    tell(run, "configure", changes={"learning_rate": 0.5})
    other = reopened(run)
    tell(other, "reset")
    assert other.trainer.parameters.tobytes() == run_of(seed=3).trainer.parameters.tobytes()
    assert (other.changes, other.trainer.step) == (0, 0)


def test_branches_of_the_curves_come_along():
    run = trained(epochs=30)
    tell(run, "rewind", step=200, towards="nearest")
    train_epochs(run, 3)
    run.evaluate()
    other = reopened(run)
    assert other.history.curves.branch == 1 and curves(other) == curves(run)


def test_thinned_curves_thin_on_as_they_would_have():
    run = run_of()
    evaluation = run.trainer.evaluate()
    history = run.history.curves = Curves()
    for number in range(5000):
        history.record(1e-3 * number * number, evaluation, 10.0 ** (number % 90 - 45))
    history.mark(Mark(3.0, ("loss",), "a “flag”"))
    twin = Curves.of(reread(run).curves, 1)
    assert twin.plain(1) == history.plain(1)
    for each in (history, twin):
        for number in range(5000, 7000):
            each.record(1e-3 * number * number, evaluation, 0.1)
    assert twin.plain(1) == history.plain(1)


@pytest.mark.parametrize("value", [0.0, 1e-300, 1.5e-38, 1e-37, 123456.0, 0.333333, 9.99999e37, 3e38, 1e300, None])
def test_every_number_of_a_curve_comes_back(value):
    run = run_of()
    run.history.curves._columns["x"], run.history.curves._columns["train_loss"] = (
        [0.0, 1.0],
        [shortened(value), shortened(1 / 3)],
    )
    assert reread(run).curves.columns["train_loss"] == [shortened(value), shortened(1 / 3)]


# ---- own data


def own_run(points=((1, 2, 0), (-1, -2, 1), (3, -1, 0), (-3, 1, 1))):
    observations = draw(points * 5, 2, range(5 * len(points)), 2, None)
    return trained(dataset=Own("a-name", observations), noise=0.3), observations


def table_run():
    rows = "".join(f"{n},{n * n % 37},{3 * n}\n" for n in range(40))
    observations = make_points(read_table(f"age,dose,price\n{rows}".encode()), 2, [0, 1]).observations
    return trained(dataset=Own("a-name", observations), training_share=30), observations


@pytest.mark.parametrize("made", [own_run, table_run])
def test_own_data_come_along(made):
    run, observations = made()
    found = PackedCheckpoint(pack(take_snapshot(run))).observations
    for name in ("x", "target", "rows"):
        np.testing.assert_array_equal(getattr(found, name), getattr(observations, name))
    assert found.about == observations.about
    other = run_of()
    obey(other, Resume(reread(run, run.settings.changed({"dataset": Own("another-name", found)}))))
    for each in (run, other):
        steps(each, 40)
    assert bytes_of(other) == bytes_of(run)


def test_a_table_from_before_stays_standardised_by_all_its_rows():
    run, observations = table_run()
    content = msgspec.msgpack.decode(zlib.decompress(pack(take_snapshot(run))))
    content["own"]["about"].pop("standardised")  # as older ones had it
    older = PackedCheckpoint(zlib.compress(msgspec.msgpack.encode(content)))
    settings = run.settings.changed({"dataset": Own("older", older.observations)})
    split = older.snapshot(settings).data_split
    assert split.about.inputs == observations.about.inputs != run.data_split.about.inputs
    assert not older.is_of_data(split.data) and older.is_of_data(run.data_split.data)


def test_whether_the_data_are_the_same_is_seen():
    run = trained()
    packed = PackedCheckpoint(pack(take_snapshot(run)))
    assert packed.is_of_data(packed.snapshot(run.settings).data_split.data)
    assert not packed.is_of_data(packed.snapshot(run.settings.changed({"data_seed": 9})).data_split.data)
    assert digest(run.data_split.data) != digest(run_of(validation_share=10).data_split.data)


def test_data_sets_of_the_server_need_no_copy():
    assert PackedCheckpoint(pack(take_snapshot(trained()))).observations is None


# ---- what cannot be read


@pytest.mark.parametrize("bad", ["cut off", "no bytes of ours", "another form", "another network"])
def test_what_cannot_be_taken_up_is_refused_in_a_sentence(bad):
    run = trained()
    packed, settings = pack(take_snapshot(run)), run.settings
    if bad == "cut off":
        packed = packed[:-20]
    elif bad == "no bytes of ours":
        packed = b"{}"
    elif bad == "another form":
        packed = zlib.compress(msgspec.msgpack.encode({"form": FORMAT + 1, "what": "ever"}))
    else:
        settings = Settings().changed({"hidden": [{"units": 9}]})
    with pytest.raises(Refusal) as refusal:
        PackedCheckpoint(packed).snapshot(settings)
    assert refusal.value.text == words.KEPT_OTHERWISE


def test_a_network_too_large_for_this_server_changes_nothing():
    run, other = trained(hidden=[{"units": 20}, {"units": 20}]), run_of(most_parameters=100)
    before = bytes_of(other)
    (message,) = obey(other, Resume(reread(run)))
    assert (type(message), message.about, bytes_of(other), other.number) == (Refused, "resume", before, 1)


# ---- beside others


def test_it_closes_the_lanes_that_were_compared():
    run, desk = trained(), Desk()
    desk.work(say("fork"), say("step", unit="batch"))
    desk.work(Resume(reread(run)))
    assert [message["type"] for message in desk.messages()] == ["lane", "refused", "changes"]
    assert desk.messages()[1]["text"] == words.LANES_CLOSED
    frame = desk.watch(1)[-1]
    assert (frame["lane_count"], frame["step"]) == (1, run.trainer.step)


def test_lanes_stay_where_it_is_refused():
    run, desk = trained(hidden=[{"units": 20}, {"units": 20}]), Desk()
    desk.run.most_parameters = 100
    desk.work(say("fork"))
    desk.work(Resume(reread(run)), say("step", unit="batch"))
    assert desk.watch(1)[-1]["lane_count"] == 2


def test_a_fork_of_it_goes_on_as_it_does():
    run = reopened(trained())
    _, twin = fork(run, 2, 9)
    for each in (run, twin):
        steps(each, 12)
    assert bytes_of(twin) == bytes_of(run) and twin.history.start.step == run.history.start.step > 0


# ---- on its way


def test_a_checkpoint_stays_what_it_was_while_its_run_goes_on():
    run = trained(optimizer="adam")
    then, history, checkpoint = bytes_of(run), run.history.curves.copy(1).plain(0), Checkpoint(take_snapshot(run))
    tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    train_epochs(run, 5)
    run.evaluate()
    estimated = checkpoint.nbytes
    kept = PackedCheckpoint(checkpoint.packed()).snapshot(run.settings)
    assert b"".join(part.tobytes() for part in kept.moment.state) == then and kept.moment.holds.is_empty
    assert Curves.of(kept.curves, 1).plain(0) == history
    assert checkpoint.packed() is checkpoint.packed() and checkpoint.nbytes == len(checkpoint.packed()) < estimated


def test_errors_of_a_checkpoint_that_told_them_in_standard_deviations_are_told_in_the_datas_own_unit():
    run = trained(dataset="formula:x1*x2 + 100")
    assert run.data_split.data.unit == 10
    content = msgspec.msgpack.decode(zlib.decompress(pack(take_snapshot(run))))
    content.pop("unit")  # as older ones had it
    older = PackedCheckpoint(zlib.compress(msgspec.msgpack.encode(content))).snapshot(run.settings).curves.columns
    now = take_snapshot(run).curves.columns
    assert older["test_score"] == pytest.approx([10 * each for each in now["test_score"]], rel=1e-5)
    assert older["test_loss"] == now["test_loss"] and reread(run).curves.columns == now
