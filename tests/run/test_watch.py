"""A run's record is the same, to the byte, however fast the run is played and whoever watches."""

import msgspec
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import PackedCheckpoint, pack
from glassbox.run.orders import Resume
from glassbox.words.wire import open_sentence
from tests.run.tools import Clock, Desk, bytes_of, say

PACES = {  # by the speed that is set, and how long a step of the clock is, whenever it is read
    "one epoch a frame": ("epoch_frame", 0.0),
    "ten a frame": ("epochs_10_frame", 0.0),
    "full speed": ("full", 1e-5),
    "full speed on a busy machine": ("full", 3e-3),
}


def record_of(run):
    """Everything of the record, as bytes."""
    curves = run.history.curves
    return msgspec.json.encode([curves.plain(1), curves.lows], enc_hook=open_sentence)


def play_to(desk, epochs):
    """Play on until the run stops by itself after so many epochs."""
    desk.work(say("configure", changes={"stop_epochs": epochs}))
    desk.work(say("play"))
    while desk.run.playing:
        desk.work()
        desk.clock.advance(0.01)
    assert desk.run.trainer.epoch == epochs and desk.run.trainer.progress == 0


def played(pace, changes=(), watched=True, **settings):
    """A run that was played at a pace, with so many changes (the epoch, and what is said there) on its way."""
    speed, tick = PACES[pace]
    desk = Desk(Clock(tick), **{"speed": speed, "samples": 120, "after_stop": "last", **settings})
    if not watched:
        desk.viewers[1].mailbox.close("gone", "")
    for epochs, *commands in changes:
        play_to(desk, epochs)
        desk.work(*(say(kind, **fields) for kind, fields in commands))
    play_to(desk, 300)
    return desk.run


SET_WEIGHT = ("set_weight", {"layer": 1, "unit": 0, "source": 0, "value": 0.75})
CHANGES = [  # each kind once at an epoch that has a point, and once at one that has none
    (7, ("configure", {"changes": {"noise": 20}})),
    (64, SET_WEIGHT),
    (100, ("configure", {"changes": {"learning_rate": 0.1}}), ("configure", {"changes": {"batch_size": 7}})),
    (131, SET_WEIGHT, ("configure", {"changes": {"activation": "relu"}})),
    (190, ("configure", {"changes": {"training_share": 70, "validation_share": 20}})),
    (201, ("configure", {"changes": {"dataset": "xor"}}), SET_WEIGHT),
]


@pytest.mark.parametrize("settings", [{}, {"batch_size": 1}, {"patience": 1000, "min_improvement": 0.01}], ids=str)
@pytest.mark.parametrize("changes", [(), CHANGES], ids=["left alone", "changed on its way"])
def test_the_record_does_not_depend_on_the_speed(settings, changes):
    runs = [played(pace, changes, **settings) for pace in PACES]
    assert len({bytes_of(run) for run in runs}) == 1
    assert len({record_of(run) for run in runs}) == 1


def test_nor_on_who_watches():
    alone, watched = (played("full speed", watched=watched) for watched in (False, True))
    assert record_of(alone) == record_of(watched)


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("change", [(), (SET_WEIGHT,)], ids=["as it was", "with a weight set there"])
def test_nor_on_looking_back(pace, change):
    """Who goes back and on the same way has the same points and the same lowest losses again."""
    straight = played(pace, [(60, *change)], patience=1000)
    desk = Desk(Clock(), speed="epoch_frame", samples=120, patience=1000, after_stop="last")
    play_to(desk, 60)
    desk.work(say("configure", changes={"speed": PACES[pace][0]}))
    play_to(desk, 150)
    desk.work(say("rewind", step=60 * desk.run.trainer.steps_per_epoch))
    assert desk.run.trainer.epoch == 60
    desk.work(*(say(kind, **fields) for kind, fields in change))
    play_to(desk, 300)
    assert points_of(desk.run) == points_of(straight)


@pytest.mark.parametrize("change", [(), (SET_WEIGHT,)], ids=["as it was", "with a weight set there"])
def test_nor_on_being_kept_and_opened_again(change):
    straight = played("full speed", [(60, *change)], patience=1000)
    desk = Desk(Clock(), speed="full", samples=120, patience=1000, after_stop="last")
    play_to(desk, 60)
    kept = PackedCheckpoint(pack(take_snapshot(desk.run))).snapshot(desk.run.settings)
    again = Desk(Clock())
    again.work(Resume(kept))
    again.work(*(say(kind, **fields) for kind, fields in change))
    play_to(again, 300)
    assert points_of(again.run) == points_of(straight)


def test_the_lowest_losses_are_those_of_every_epoch_early_stopping_sees():
    run = played("full speed", patience=1000)
    fresh, losses = Desk(samples=120, stop_epochs=300, patience=1000).run.trainer, []
    for _ in range(301):
        losses.append(fresh.evaluate().test.loss)
        fresh.run(fresh.steps_per_epoch)
    low = run.history.curves.lows.lowest["test"]
    assert (low.loss, losses[int(low.epoch)]) == (min(losses), min(losses))
    assert (run.early_stopping.best.epoch, run.early_stopping.best.loss) == (low.epoch, low.loss)


def test_the_last_epoch_of_a_run_that_stops_by_itself_has_its_point():
    run = played("full speed")
    desk = Desk(Clock(), speed="full", samples=120)
    play_to(desk, 299)
    assert desk.run.history.curves.plain(1)["x"][-1] == 299.0 and run.history.curves.plain(1)["x"][-1] == 300.0


def test_single_steps_have_their_curve():
    desk = Desk(Clock())
    for _ in range(20):
        desk.work(say("step", unit="batch"))
    each = desk.run.trainer.steps_per_epoch
    assert desk.run.history.curves.plain(1)["x"] == pytest.approx([step / each for step in range(21)])


def points_of(run):
    """The points and the lowest losses, without flags and earlier curves, which tell how it came there."""
    curves = run.history.curves
    plain = curves.plain(1)
    return {name: plain[name] for name in plain if name not in ("branch", "branches", "marks")}, curves.lows
