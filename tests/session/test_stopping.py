"""When a run stops by itself: after so many epochs, at a target, when nothing improves; and what is then left."""

import pytest

from server.protocol.messages import Configure, Play, Reset
from tests.session.tools import run_of, train_epochs

ENOUGH = 400  # epochs, in which every run here has stopped


def played(**settings):
    """A run of the circle that has played until it stopped, and all it told."""
    run = run_of(speed="full", **settings)
    run.obey(Play(type="play"))
    return run, train_until_it_stops(run)


def train_until_it_stops(run):
    told, now = [], 0.0
    while run.playing and run.trainer.epoch < ENOUGH:
        run.begin_frame(now)
        told += run.train(0.005, lambda: 0.0)
        now += 0.03
    return told


def test_after_so_many_epochs():
    run, told = played(stop_epochs=7)
    assert (run.trainer.epoch, run.trainer.progress) == (7, 0)
    assert run.stop == {"code": "criterion", "text": told[-1]["stop"]["text"]} and "7 epochs" in run.stop["text"]


def test_play_goes_on_after_the_stop():
    run, _ = played(stop_epochs=3)
    run.obey(Play(type="play"))
    train_epochs(run, 2)
    assert run.trainer.epoch > 3


def test_at_a_target_loss():
    run, _ = played(stop_loss=0.2, optimizer="adam", learning_rate=0.03)
    assert run.trainer.evaluate().train.loss <= 0.2 and run.trainer.progress == 0
    assert "0.2" in run.stop["text"]


def test_a_reached_target_stops_once():
    run, _ = played(stop_loss=0.2, optimizer="adam", learning_rate=0.03, stop_epochs=300)
    first = run.trainer.epoch
    run.obey(Play(type="play"))
    train_until_it_stops(run)
    assert run.trainer.epoch == 300 > first


def test_at_a_target_accuracy():
    run, _ = played(stop_accuracy=95, optimizer="adam", learning_rate=0.03)
    assert run.trainer.evaluate().test.accuracy >= 0.95 and "95 %" in run.stop["text"]


@pytest.mark.parametrize("keep", ["best", "last"])
def test_early_stopping_leaves_the_weights_it_was_asked_for(keep):
    run, told = played(
        patience=10, after_stop=keep, samples=40, label_noise=0.3, hidden=[{"units": 16}], optimizer="adam", learning_rate=0.05
    )  # fmt: skip
    best = run._judge.best
    is_best = (run.trainer.parameters == best.memento.state.parameters).all()
    assert run.trainer.epoch == best.epoch + 10
    assert is_best == (keep == "best")
    if keep == "best":
        assert run.trainer.evaluate().test.loss == pytest.approx(best.loss)
    marks = [letter["mark"] for letter in told if letter["type"] == "configured"]
    assert [mark["x"] for mark in marks] == [best.epoch]


def test_a_plateau_of_the_training_loss():
    run, _ = played(patience=5, watched="train", initialization="zeros", optimizer="sgd")
    assert "training loss has not improved for 5 epochs" in run.stop["text"]


def test_slices_make_no_difference():
    whole, _ = played(patience=10, samples=40, label_noise=0.3, optimizer="adam", learning_rate=0.05)
    sliced = run_of(speed="step_20", patience=10, samples=40, label_noise=0.3, optimizer="adam", learning_rate=0.05)
    sliced.obey(Play(type="play"))
    train_until_it_stops(sliced)
    assert sliced.trainer.epoch == whole.trainer.epoch
    assert (sliced.trainer.parameters == whole.trainer.parameters).all()


def test_a_reset_begins_to_count_anew():
    run, _ = played(stop_epochs=4)
    run.obey(Reset(type="reset"))
    run.obey(Play(type="play"))
    train_until_it_stops(run)
    assert run.trainer.epoch == 4 and run.stop["code"] == "criterion"


def test_criteria_can_be_set_while_it_plays():
    run = run_of(speed="full")
    train_epochs(run, 2)
    run.obey(Play(type="play"))
    run.obey(Configure(type="configure", changes={"stop_epochs": run.trainer.epoch + 5}))
    train_until_it_stops(run)
    assert run.stop["code"] == "criterion"
