"""When a run stops by itself: after so many epochs, at a target, when nothing improves; and what is then left."""

import pytest

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.messages import Configure, Play, Reset
from glassbox.protocol.server_messages import Configured, Refused, Stop
from glassbox.run.commands import obey
from glassbox.run.stopping import EarlyStopping
from glassbox.settings import Settings
from tests.run.tools import run_of, tell, train_epochs

ENOUGH = 400  # epochs, in which every run here has stopped


def played(**settings):
    """A run of the circle that has played until it stopped, and all it told."""
    run = run_of(speed="full", **settings)
    obey(run, Play(type="play"))
    return run, train_until_it_stops(run)


def train_until_it_stops(run):
    told, now = [], 0.0
    while run.playing and run.trainer.epoch < ENOUGH:
        run.begin_frame(now)
        told += run.train(0.005, lambda: 0.0)
        now += 0.03
    return told


def stops_at(target, accuracy):
    """Whether a rule that waits for a target accuracy stops at this one."""
    measures = Metrics(loss=1.0, accuracy=accuracy, rmse=None, r2=None)
    evaluation = Evaluation(measures, measures, 0.0)
    return EarlyStopping().reason_to_stop(Settings(stop_accuracy=target), 1, lambda: evaluation) is not None


def test_after_so_many_epochs():
    run, told = played(stop_epochs=7)
    assert (run.trainer.epoch, run.trainer.progress) == (7, 0)
    assert run.stop == Stop("criterion", told[-1].stop.text) and "7 epochs" in run.stop.text


def test_play_goes_on_after_the_stop():
    run, _ = played(stop_epochs=3)
    obey(run, Play(type="play"))
    train_epochs(run, 2)
    assert run.trainer.epoch > 3


def test_at_a_target_loss():
    run, _ = played(stop_loss=0.2, optimizer="adam", learning_rate=0.03)
    assert run.trainer.evaluate().train.loss <= 0.2 and run.trainer.progress == 0
    assert "0.2" in run.stop.text


def test_a_reached_target_stops_once():
    run, _ = played(stop_loss=0.2, optimizer="adam", learning_rate=0.03, stop_epochs=300)
    first = run.trainer.epoch
    obey(run, Play(type="play"))
    train_until_it_stops(run)
    assert run.trainer.epoch == 300 > first


def test_at_a_target_accuracy():
    run, _ = played(stop_accuracy=95, optimizer="adam", learning_rate=0.03)
    assert run.trainer.evaluate().test.accuracy >= 0.95 and "95 %" in run.stop.text


@pytest.mark.parametrize("target", range(1, 101))
def test_a_target_accuracy_is_reached_by_whole_numbers_of_points(target):
    """By so many points of the test data as make the share, and not by one fewer, however many there are."""
    for count in (7, 60, 100, 250, 300, 1000):
        enough = -(-target * count // 100)
        assert [right for right in range(count + 1) if stops_at(target, right / count)] == [*range(enough, count + 1)]


@pytest.mark.parametrize("keep", ["best", "last"])
def test_early_stopping_leaves_the_weights_it_was_asked_for(keep):
    run, told = played(
        patience=10, after_stop=keep, samples=40, label_noise=0.3, hidden=[{"units": 16}], optimizer="adam",
        learning_rate=0.05
    )  # fmt: skip
    best = run.early_stopping.best
    is_best = (run.trainer.parameters == best.state.parameters).all()
    assert run.stop.text.startswith(f"Stopped early after epoch {best.epoch + 10}: ")
    assert is_best == (keep == "best") == (f"The network of epoch {best.epoch} is back" in run.stop.text)
    if keep == "best":  # the clock is that of the weights, and what came after them can be come back to
        assert run.trainer.epoch == best.epoch and run.history.present.epoch == best.epoch + 10
        assert run.evaluate()[0].test.loss == best.loss == run.now().lows.lowest["test"].loss
        tell(run, "rewind", step=None, towards="nearest")
    assert run.trainer.epoch == best.epoch + 10 and run.state().best == best.epoch
    marks = [message.mark for message in told if isinstance(message, Configured)]
    assert [mark.x for mark in marks] == [best.epoch]


def test_a_plateau_of_the_training_loss():
    run, _ = played(patience=5, watched="train", initialization="zeros", optimizer="sgd")
    assert "training loss has not improved by more than 0.0001 for 5 epochs" in run.stop.text


def test_slices_make_no_difference():
    whole, _ = played(patience=10, samples=40, label_noise=0.3, optimizer="adam", learning_rate=0.05)
    sliced = run_of(speed="step_20", patience=10, samples=40, label_noise=0.3, optimizer="adam", learning_rate=0.05)
    obey(sliced, Play(type="play"))
    train_until_it_stops(sliced)
    assert sliced.trainer.epoch == whole.trainer.epoch
    assert (sliced.trainer.parameters == whole.trainer.parameters).all()


def test_a_reset_begins_to_count_anew():
    run, _ = played(stop_epochs=4)
    obey(run, Reset(type="reset"))
    obey(run, Play(type="play"))
    train_until_it_stops(run)
    assert run.trainer.epoch == 4 and run.stop.code == "criterion"


def test_criteria_can_be_set_while_it_plays():
    run = run_of(speed="full")
    train_epochs(run, 2)
    obey(run, Play(type="play"))
    obey(run, Configure(type="configure", changes={"stop_epochs": run.trainer.epoch + 5}))
    train_until_it_stops(run)
    assert run.stop.code == "criterion"


NOISY = {"samples": 60, "label_noise": 0.3, "hidden": [{"units": 16}], "optimizer": "adam", "learning_rate": 0.05}


def test_the_validation_loss_can_be_watched():
    run, _ = played(patience=10, watched="validation", validation_share=40, after_stop="last", **NOISY)
    best = run.early_stopping.best
    assert "validation loss has not improved by more than 0.0001 for 10 epochs" in run.stop.text
    run.trainer.take_weights(best.state)
    assert run.trainer.evaluate().validation.loss == pytest.approx(best.loss)


def test_without_points_set_aside_the_test_loss_stands_in():
    run, told = played(patience=10, watched="validation", **NOISY)
    assert "test loss has not improved" in run.stop.text
    assert "lowest test loss" in next(message.mark.text for message in told if isinstance(message, Configured))


def test_the_best_weights_come_back_by_a_command():
    run, told = played(patience=10, after_stop="last", **NOISY)
    best = run.early_stopping.best
    assert told[-1].best == best.epoch == run.trainer.epoch - 10
    curves = run.history.curves.plain(1)
    told, state = tell(run, "restore_best")
    assert told.mark is None and told.revision == run.revision == 1 and run.changes == 0  # it is a look back
    assert state.best is None and state.stop == run.stop
    assert (run.trainer.parameters == best.state.parameters).all()
    assert run.trainer.epoch == best.epoch and run.history.present.epoch == best.epoch + 10
    assert run.history.curves.plain(1) == curves


def test_training_goes_on_from_the_best_epoch_as_it_did_the_first_time():
    """With its number, its order of samples and its optimizer's memory; what came after is a branch."""
    run, _ = played(patience=10, **NOISY)
    best, first = run.early_stopping.best.epoch, run.history.curves.plain(1)
    (branched, _) = tell(run, "play")
    assert (branched.x, run.history.past, run.trainer.epoch) == (best, None, best)
    tell(run, "pause")
    for _ in range(12):
        train_epochs(run, 1)
    again = run.history.curves.plain(1)
    assert again["x"][-1] == best + 12 and again["train_loss"][: len(first["x"])] == first["train_loss"]
    assert again["branches"][-1]["x"][-1] == best + 10
    assert tell(run, "switch_branch", branch=1)[-1].history["x"] == first["x"]


def test_the_best_weights_can_come_back_again_after_training_went_on():
    run, told = played(patience=10, **NOISY)
    best = run.early_stopping.best
    assert told[-1].best is None  # they are back already
    assert tell(run, "step", unit="batch")[-1].best is None
    assert run.train(1.0, lambda: 0.0)[0].best == best.epoch
    train_epochs(run, 1)
    tell(run, "restore_best")
    assert (run.trainer.parameters == best.state.parameters).all()


@pytest.mark.parametrize(
    "command",
    [Reset(type="reset"), Configure(type="configure", changes={"learning_rate": 0.01})],
    ids=["reset", "another setting"],
)
def test_the_best_epoch_is_forgotten_with_what_it_was_the_best_of(command):
    run, _ = played(patience=10, after_stop="last", **NOISY)
    before = run.trainer.parameters.copy()
    assert obey(run, command)[-1] == run.state() and run.state().best is None
    told = tell(run, "restore_best")
    assert isinstance(told[0], Refused) and "No best epoch is known" in told[0].text
    if command.type == "configure":
        assert (run.trainer.parameters == before).all()


def test_what_to_keep_can_be_changed_after_the_stop():
    run, _ = played(patience=10, after_stop="last", **NOISY)
    epoch = run.state().best
    obey(run, Configure(type="configure", changes={"after_stop": "best"}))
    assert run.state().best == epoch


def test_each_criterion_says_that_it_was_the_one():
    quick = {"optimizer": "adam", "learning_rate": 0.03}
    runs = {
        "After epochs": {"stop_epochs": 2},
        "training loss": {"stop_loss": 0.3, **quick},
        "test data are right": {"stop_accuracy": 80, **quick},
        "patience": {"patience": 3, "initialization": "zeros"},
        "because it diverged": {
            "learning_rate": 10.0,
            "dataset": "plane",
            "activation": "relu",
            "gain": 20.0,
            "stop_epochs": 50,
        },
    }
    for words, settings in runs.items():
        run, _ = played(**settings)
        assert words in run.stop.text
        assert tell(run, "step", unit="batch")[-1].stop is None
        told = run.train(1.0, lambda: 0.0)
        assert all(message.stop is None for message in told) or told[-1].stop.code == "not_finite"  # it blows up again
