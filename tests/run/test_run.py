"""Tests of a run: the data it learns from, runs that blow up, and the same bytes whatever the speed and the slices."""

import time
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from glassbox.protocol.server_messages import State
from glassbox.run.driver import has_finite_losses
from tests.run.tools import SLICE, Clock, bytes_of, configure, run_of, tell, train_epochs, weights, whole

DATA = {
    "dataset": "xor",
    "samples": 40,
    "training_share": 80,
    "validation_share": 20,
    "noise": 0.5,
    "label_noise": 0.2,
    "data_seed": 9,
}


class TestData:
    @pytest.mark.parametrize(("name", "value"), DATA.items())
    def test_other_data_keeps_the_network(self, run, name, value):
        before = run.trainer.parameters.copy()
        configure(run, **{name: value})
        np.testing.assert_array_equal(run.trainer.parameters, before)
        assert (run.number, run.data_version) == (1, 2)
        expected = run_of(**{name: value}).data_split
        np.testing.assert_array_equal(run.data_split.points.x, expected.points.x)
        assert run.data_split.training == expected.training

    def test_a_validation_share_is_of_the_training_part(self, run):
        whole = run.data_split
        configure(run, validation_share=20)
        part = run.data_split
        assert (part.training, part.validation) == (200, 50) and whole.training == 250
        assert part.data.x_train.shape == (2, 200) and part.data.x_validation.shape == (2, 50)
        np.testing.assert_array_equal(np.hstack([part.data.x_train, part.data.x_validation]), whole.data.x_train)
        np.testing.assert_array_equal(part.data.x_test, whole.data.x_test)
        np.testing.assert_array_equal(part.data.t_validation, part.points.target[200:250])

    @pytest.mark.parametrize(("samples", "share", "aside"), [(10, 1, 0), (20, 1, 1), (20, 50, 1), (5000, 50, 250)])
    def test_some_points_always_train(self, samples, share, aside):
        data_split = run_of(samples=samples, training_share=10, validation_share=share).data_split
        assert data_split.validation == aside and data_split.training == round(samples / 10) - aside

    def test_what_is_set_aside_is_measured_and_not_learned_from(self, run):
        assert run.evaluate()[0].validation is None
        configure(run, validation_share=20)
        for _ in range(60):
            train_epochs(run, 1)
        x, t = run.data_split.data.x_validation, run.data_split.data.t_validation
        alone = run_of(validation_share=20)
        alone.trainer.adapt(alone.trainer.recipe, replace(alone.data_split.data, x_test=x, t_test=t, x_validation=None))
        alone.trainer.parameters[:] = run.trainer.parameters
        assert alone.trainer.evaluate().test == run.evaluate()[0].validation
        alone.trainer.adapt(run.trainer.recipe, replace(run.data_split.data, x_validation=-x))
        alone.trainer.restore(run.trainer.state())
        for trainer in (alone.trainer, run.trainer):
            trainer.run(10)
        np.testing.assert_array_equal(alone.trainer.parameters, run.trainer.parameters)

    def test_several_classes_add_outputs_and_keep_the_rest(self, run):
        hidden = weights(run, 1), weights(run, 2)
        output = weights(run, 3)
        configure(run, dataset="blobs")
        assert run.trainer.recipe.architecture.sizes == (2, 4, 2, 3)
        np.testing.assert_array_equal(weights(run, 1), hidden[0])
        np.testing.assert_array_equal(weights(run, 2), hidden[1])
        np.testing.assert_array_equal(weights(run, 3)[0], output[0])
        train_epochs(run, 1)
        assert run.evaluate()[0].train.accuracy is not None

    def test_regression_is_measured_by_its_error(self, run):
        configure(run, dataset="plane")
        evaluation, _ = run.evaluate()
        assert evaluation.train.accuracy is None and evaluation.train.rmse > 0

    def test_features_are_kept_by_name(self, run):
        before = weights(run, 1)
        configure(run, features=["x2", "sin_x1"])
        assert run.trainer.recipe.architecture.sizes == (2, 4, 2, 1)
        np.testing.assert_array_equal(weights(run, 1)[:, 0], before[:, 1])
        assert run.data_version == 2 and run.number == 1


EXPLOSIVE = {"dataset": "multi_gauss", "learning_rate": 10.0, "activation": "relu", "gain": 5.0}


def play_until_it_stops(run, frames=3000):
    """Let it play until it stops by itself, and what it said then."""
    tell(run, "play")
    for frame in range(frames):
        run.begin_frame(frame * 0.05)
        told = run.train(SLICE, time.monotonic) if run.is_owing else []
        told += run.evaluate()[1]
        if told:
            return told
    raise AssertionError("it did not stop")


class TestBlowingUp:
    @pytest.mark.parametrize("speed", ["step_20", "epoch_frame", "epochs_10_frame", "full"])
    def test_it_stops_at_the_last_finite_state_with_a_reason(self, speed):
        run = run_of(**EXPLOSIVE, speed=speed)
        told = play_until_it_stops(run)
        assert not run.playing and not run.is_owing
        assert told == [State(playing=False, stop=run.stop, best=None)]
        assert run.stop.code == "not_finite"
        assert f"at step {run.trainer.step:,}" in run.stop.text
        assert run.trainer.finite()
        run.trainer.run(1)
        assert not (run.trainer.finite() and has_finite_losses(run.trainer.evaluate()))

    def test_it_stops_at_the_same_step_whatever_the_speed(self):
        runs = [run_of(**EXPLOSIVE, speed=speed) for speed in ("step_20", "epoch_frame", "full")]
        for run in runs:
            play_until_it_stops(run)
        assert len({bytes_of(run) for run in runs}) == 1

    def test_losses_may_blow_up_before_the_weights_do(self):
        """Squares overflow long before the numbers do: the picture goes back to losses that can be drawn."""
        run = run_of(dataset="plane", hidden=[], learning_rate=10.0, speed="step_20")
        play_until_it_stops(run)
        assert run.stop.code == "not_finite"
        assert np.isfinite(run.evaluate()[0].train.loss)
        assert np.abs(run.trainer.parameters).max() < 1e20

    def test_statistics_that_are_no_numbers_stop_it_too(self):
        run = run_of(normalization="batch", speed="epoch_frame")
        train_epochs(run, 1)
        run.evaluate()
        before = bytes_of(run)
        tell(run, "step", unit="batch")
        run.trainer.statistics[0, 3] = np.nan
        told = run.train(SLICE, time.monotonic)
        assert told[-1].stop.code == run.stop.code == "not_finite"
        assert run.trainer.finite() and bytes_of(run) == before

    def test_play_tries_again_and_stops_again(self):
        run = run_of(**EXPLOSIVE)
        play_until_it_stops(run)
        step = run.trainer.step
        assert tell(run, "play")[0] == State(playing=True, stop=None, best=None)
        play_until_it_stops(run)
        assert run.trainer.step == step

    def test_after_a_mild_change_it_goes_on(self):
        run = run_of(**EXPLOSIVE)
        play_until_it_stops(run)
        configure(run, learning_rate=0.00001, optimizer="adam")
        assert run.stop is None
        train_epochs(run, 1)
        assert run.trainer.finite()


class TestDeterminism:
    """Same settings, same seed, same bytes after N steps, whatever the speed, the slices and the pauses between."""

    SETTINGS = MappingProxyType({"optimizer": "adam", "batch_size": 7, "noise": 0.3, "dataset": "spiral"})
    STEPS = 36 * 6

    def expected(self, steps):
        run = run_of(**self.SETTINGS)
        run.trainer.run(steps)
        return bytes_of(run)

    @pytest.mark.parametrize("tick", [0.0, 0.0001, 0.003, 0.02])
    @pytest.mark.parametrize("speed", ["step_20", "epoch_5", "epoch_frame"])
    def test_slices_and_speed_make_no_difference(self, speed, tick):
        run = run_of(**self.SETTINGS, speed=speed)
        tell(run, "play")
        now = 1.0
        while run.trainer.step < self.STEPS:
            run.begin_frame(now)
            run.train(SLICE, Clock(tick))
            run.evaluate()
            now += 0.05
        assert bytes_of(run) == self.expected(run.trainer.step)

    def test_full_speed_makes_no_difference(self):
        run = run_of(**self.SETTINGS, speed="full")
        tell(run, "play")
        for _ in range(5):
            run.begin_frame(1.0)
            run.train(0.002, time.monotonic)
        assert bytes_of(run) == self.expected(run.trainer.step)

    def test_pauses_steps_and_other_runs_make_no_difference(self):
        run, other = run_of(**self.SETTINGS), run_of(**{**self.SETTINGS, "seed": 5})
        for _ in range(self.STEPS):
            tell(run, "step", unit="batch")
            run.train(SLICE, Clock())
            other.trainer.run(3)
            tell(run, "pause")
        assert bytes_of(run) == self.expected(self.STEPS)

    def test_after_a_reset_it_is_the_same_run(self):
        run = run_of(**self.SETTINGS)
        train_epochs(run, 11)
        tell(run, "reset")
        run.trainer.run(self.STEPS)
        assert bytes_of(run) == self.expected(self.STEPS)


def test_curves_are_recorded_once_a_moment():
    run = run_of()
    for _ in range(3):
        run.evaluate()
        train_epochs(run, 1)
        run.evaluate()
        run.evaluate()
    history = run.history.curves.plain(1)
    assert whole(history["x"]) == [0, 1, 2, 3] and sorted(set(history["x"])) == history["x"]
    assert history["train_loss"][-1] < history["train_loss"][0]


@pytest.mark.parametrize(("first", "then"), [("circle", "plane"), ("plane", "circle")])
def test_another_kind_of_answer_begins_anew(first, then):
    """An accuracy and an error are no points of one curve, nor rows of one file."""
    run = run_of(dataset=first)
    train_epochs(run, 3)
    number = run.number
    configure(run, dataset=then)
    run.evaluate()
    assert (run.number, run.trainer.step, run.history.curves.plain(1)["x"]) == (number + 1, 0, [0.0])


def test_other_data_of_the_same_kind_go_on_with_the_network():
    run = run_of(dataset="circle")
    train_epochs(run, 3)
    configure(run, dataset="xor")
    assert run.trainer.epoch == 3 and run.history.curves.plain(1)["x"][-1] == 3.0
