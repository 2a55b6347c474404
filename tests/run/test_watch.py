"""A run's record is the same, to the byte, however fast the run is played and whoever watches."""

import msgspec
import pytest

from glassbox.run.past.due import is_due
from glassbox.run.stopping import EarlyStopping
from tests.run.tools import Clock, Desk, bytes_of, configure, run_of, say, tell

PACES = {  # by the speed that is set, and how long a step of the clock is, whenever it is read
    "one epoch a frame": ("epoch_frame", 0.0),
    "ten a frame": ("epochs_10_frame", 0.0),
    "full speed": ("full", 1e-5),
    "full speed on a busy machine": ("full", 3e-3),
}


def record_of(run):
    """Everything of the record, as bytes."""
    curves = run.history.curves
    return msgspec.json.encode([curves.plain(1), curves.lows])


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
    desk = Desk(Clock(tick), **{"speed": speed, "samples": 120, **settings})
    if not watched:
        desk.viewers[1].mailbox.close("gone", "")
    for epochs, *commands in changes:
        play_to(desk, epochs)
        desk.work(*(say(kind, **fields) for kind, fields in commands))
    play_to(desk, 300)
    return desk.run


SET_WEIGHT = ("set_weight", {"layer": 1, "unit": 0, "source": 0, "value": 0.75})
CHANGES = [
    (7, ("configure", {"changes": {"noise": 20}})),
    (64, SET_WEIGHT),
    (100, ("configure", {"changes": {"learning_rate": 0.1}}), ("configure", {"changes": {"batch_size": 7}})),
    (131, SET_WEIGHT, ("configure", {"changes": {"activation": "relu"}})),
    (190, ("configure", {"changes": {"training_share": 70, "validation_share": 20}})),
    (200, ("rewind", {"step": 1000}), ("configure", {"changes": {"learning_rate": 0.01}})),
]


@pytest.mark.parametrize("settings", [{}, {"batch_size": 1}, {"patience": 1000, "min_improvement": 0.01}], ids=str)
@pytest.mark.parametrize("changes", [(), CHANGES], ids=["left alone", "changed on its way"])
def test_the_record_does_not_depend_on_the_speed(settings, changes):
    changes = [change for change in changes if change[1][0] != "rewind"]
    runs = [played(pace, changes, **settings) for pace in PACES]
    assert len({bytes_of(run) for run in runs}) == 1
    assert len({record_of(run) for run in runs}) == 1


def test_nor_on_who_watches():
    alone, watched = (played("full speed", watched=watched) for watched in (False, True))
    assert record_of(alone) == record_of(watched)
