"""A snapshot says of a run what a frame of that moment says."""

from glassbox.run.answers import take_snapshot
from tests.run.tools import Desk, run_of, train_epochs


def test_it_is_of_the_moment_that_a_frame_shows():
    desk = Desk()
    train_epochs(desk.run, 1)
    desk.run.trainer.run(3)
    desk.clock.advance(1)
    frame, snapshot = desk.work(), take_snapshot(desk.run)
    told = (snapshot.run, snapshot.revision, snapshot.step, snapshot.epoch, snapshot.progress)
    assert told == tuple(frame[name] for name in ("run", "revision", "step", "epoch", "progress"))


def test_it_stays_as_it_was_while_the_run_goes_on():
    run = run_of()
    train_epochs(run, 1)
    run.evaluate()
    snapshot = take_snapshot(run)
    x = list(snapshot.curves.columns["x"])
    train_epochs(run, 2)
    run.evaluate()
    assert snapshot.curves.columns["x"] == x and snapshot.epoch == 1 and run.trainer.epoch == 3
