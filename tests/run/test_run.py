"""Tests of a run: every command, what is kept and what begins anew, refusals that change nothing, runs that blow up."""

import time
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from glassbox.protocol.server_messages import Configured, Mark, Refused, State, Stop
from glassbox.run import words
from glassbox.run.commands import obey
from glassbox.run.driver import has_finite_losses
from glassbox.run.inbox import PauseUnwatched
from glassbox.run.pace import UNLIMITED
from glassbox.run.page_messages import welcome
from glassbox.settings import Settings
from tests.run.tools import DRAWN_SEED, SLICE, Clock, bytes_of, run_of, say, tell, train_epochs


def weights(run, layer):
    trainer = run.trainer
    return trainer.recipe.architecture.layout.matrix(trainer.parameters, layer).copy()


def biases(run, layer):
    return run.trainer.parameters[run.trainer.recipe.architecture.layout.bias(layer)].copy()


def configure(run, **changes):
    return tell(run, "configure", changes=changes)


@pytest.fixture
def run():
    """A default run, three epochs old."""
    run = run_of()
    train_epochs(run, 3)
    return run


class TestTransport:
    def test_play_and_pause(self, run):
        assert tell(run, "play") == [State(playing=True, stop=None, best=None)]
        run.begin_frame(1.0)
        assert run.is_owing
        assert tell(run, "pause") == [State(playing=False, stop=None, best=None)]
        assert not run.is_owing
        run.begin_frame(2.0)
        assert not run.is_owing

    @pytest.mark.parametrize(("unit", "steps"), [("batch", 1), ("epoch", 25)])
    def test_a_step_is_trained_and_then_it_rests(self, unit, steps):
        run = run_of()
        tell(run, "play")
        assert tell(run, "step", unit=unit) == [State(playing=False, stop=None, best=None)]
        while run.is_owing:
            run.train(1.0, Clock())
        assert run.trainer.step == steps
        assert run.train(1.0, Clock()) == []
        assert run.trainer.step == steps

    def test_a_step_of_an_epoch_ends_where_the_epoch_ends(self):
        run = run_of()
        for _ in range(7):
            tell(run, "step", unit="batch")
            run.train(1.0, Clock())
        train_epochs(run, 1)
        assert (run.trainer.step, run.trainer.epoch, run.trainer.progress) == (25, 1, 0.0)

    def test_steps_asked_for_quickly_add_up(self):
        run = run_of()
        for unit in ("batch", "epoch", "batch", "batch", "epoch", "epoch"):
            tell(run, "step", unit=unit)
        run.train(SLICE, Clock())
        assert (run.trainer.step, run.trainer.epoch, run.trainer.progress) == (75, 3, 0.0)

    def test_reset_brings_the_same_weights_again_and_a_new_history(self, run):
        fresh = bytes_of(run_of())
        run.evaluate()
        told = tell(run, "reset")
        assert bytes_of(run) == fresh
        assert told == [State(playing=False, stop=None, best=None)]
        assert run.number == 2 and run.history.curves.plain(2)["x"] == []

    def test_reset_goes_on_playing(self, run):
        tell(run, "play")
        assert tell(run, "reset") == [State(playing=True, stop=None, best=None)]

    def test_a_new_seed_of_the_weights_begins_anew(self, run):
        before = run.trainer.parameters.copy()
        told = tell(run, "new_seed", of="weights")
        assert run.settings.seed == DRAWN_SEED and run.number == 2 and run.trainer.step == 0
        assert told[0].settings["seed"] == DRAWN_SEED and told[0].changed == ("seed",)
        assert not np.array_equal(before, run.trainer.parameters)

    def test_a_new_seed_of_the_data_keeps_the_weights(self, run):
        before, points = bytes_of(run), run.data_split.points.x.copy()
        tell(run, "new_seed", of="data")
        assert bytes_of(run) == before and run.number == 1 and run.data_version == 2
        assert not np.array_equal(points, run.data_split.points.x)

    def test_nobody_watching_pauses_and_says_so(self, run):
        tell(run, "play")
        told = obey(run, PauseUnwatched())
        assert told == [State(playing=False, stop=Stop("unwatched", words.UNWATCHED), best=None)]
        assert tell(run, "play")[0].stop is None

    def test_a_paused_run_dozes_without_a_word(self, run):
        obey(run, PauseUnwatched())
        assert run.stop is None

    def test_a_slower_speed_acts_at_once(self):
        run = run_of(speed="full")
        tell(run, "play")
        run.begin_frame(1.0)
        run.train(0.001, Clock(tick=0.0005))
        configure(run, speed="step_1")
        run.begin_frame(1.025)
        run.train(1.0, Clock())
        assert not run.is_owing and run.trainer.step < UNLIMITED


class TestByHand:
    def test_a_weight_is_set_and_training_goes_on_from_it(self, run):
        told = tell(run, "set_weight", layer=1, unit=2, source=1, value=-0.75)
        assert weights(run, 1)[2, 1] == -0.75
        assert told[0].mark == Mark(3.0, (), words.WEIGHT_SET)
        assert (run.revision, told[0].revision) == (1, 1)
        train_epochs(run, 1)
        assert weights(run, 1)[2, 1] != -0.75

    def test_a_bias_of_the_output_is_set(self, run):
        tell(run, "set_bias", layer=3, unit=0, value=2.5)
        assert biases(run, 3).tolist() == [2.5]

    def test_the_losses_are_those_of_the_new_weight(self, run):
        before = run.evaluate()[0]
        tell(run, "set_bias", layer=3, unit=0, value=100)
        assert run.evaluate()[0].train.loss > before.train.loss + 1

    @pytest.mark.parametrize(
        "wish",
        [
            say("set_weight", layer=4, unit=0, source=0, value=1),
            say("set_weight", layer=0, unit=0, source=0, value=1),
            say("set_weight", layer=1, unit=4, source=0, value=1),
            say("set_weight", layer=1, unit=0, source=2, value=1),
            say("set_bias", layer=0, unit=0, value=1),
            say("set_bias", layer=3, unit=1, value=1),
        ],
    )
    def test_what_is_not_there_is_refused_and_nothing_changes(self, run, wish):
        before, moment = bytes_of(run), run.moment
        told = obey(run, wish)
        assert [type(message) for message in told] == [Refused]
        assert told[0].about == wish.type
        assert (bytes_of(run), run.revision, run.moment) == (before, 0, moment)


LIVE = {
    "learning_rate": 0.3,
    "activation": "relu",
    "loss": "squared_error",
    "penalty": "l1",
    "penalty_rate": 0.01,
    "momentum": 0.5,
    "rmsprop_decay": 0.9,
    "beta1": 0.8,
    "beta2": 0.99,
    "epsilon": 1e-6,
    "batch_size": 32,
    "speed": "full",
}


class TestSettings:
    @pytest.mark.parametrize(("name", "value"), LIVE.items())
    def test_live_changes_keep_everything(self, run, name, value):
        before = bytes_of(run)
        told = configure(run, **{name: value})
        assert [type(message) for message in told] == [Configured]
        assert told[0].changed == (name,) and told[0].settings[name] == value and told[0].revision == 1
        assert (bytes_of(run), run.number, run.data_version) == (before, 1, 1)

    def test_scaled_inputs_keep_the_weights_and_are_trained_on(self, run):
        before, given = bytes_of(run), run.data_split.data.x_train.copy()
        configure(run, input_scale=10.0)
        assert (bytes_of(run), run.number, run.data_version) == (before, 1, 2)
        np.testing.assert_allclose(run.data_split.data.x_train, 10 * given, rtol=1e-6)

    @pytest.mark.parametrize("optimizer", ["momentum", "nesterov", "rmsprop", "adam"])
    def test_another_optimizer_keeps_the_weights(self, run, optimizer):
        before = run.trainer.parameters.copy()
        configure(run, optimizer=optimizer)
        np.testing.assert_array_equal(run.trainer.parameters, before)
        assert run.number == 1 and run.trainer.step == 75

    @pytest.mark.parametrize(("name", "value"), LIVE.items())
    def test_live_changes_act(self, name, value):
        """The weights after the change are not what they would have been without it."""
        needs = {
            "momentum": "momentum",
            "rmsprop_decay": "rmsprop",
            "beta1": "adam",
            "beta2": "adam",
            "epsilon": "adam",
        }
        first = {"optimizer": needs.get(name, "sgd"), "penalty": "l2" if name == "penalty_rate" else "none"}
        changed, same = run_of(**first), run_of(**first)
        configure(changed, **{name: value})
        for each in (changed, same):
            train_epochs(each, 2)
        assert (bytes_of(changed) == bytes_of(same)) == (name == "speed")

    @pytest.mark.parametrize(
        "changes", [{"seed": 7}, {"gain": 2.0}, {"initialization": "he"}, {"learning_rate": 0.1, "seed": 7}]
    )
    def test_what_rebuilds_begins_anew_as_a_new_run_would(self, run, changes):
        tell(run, "play")
        configure(run, **changes)
        assert (run.number, run.trainer.step, run.playing) == (2, 0, True)
        assert bytes_of(run) == bytes_of(run_of(**changes))

    def test_the_flag_of_a_rebuild_stands_at_the_beginning_of_the_new_curves(self, run):
        told = configure(run, seed=7)
        assert told[0].mark == Mark(0.0, ("seed",), "Seed 7")
        assert run.history.curves.plain(2)["marks"] == [told[0].mark]

    def test_changes_of_settings_are_flagged_where_they_were_made(self, run):
        told = configure(run, learning_rate=0.1, optimizer="adam")
        text = "Optimizer Adam, Learning rate 0.1"
        assert told[0].mark == Mark(3.0, ("optimizer", "learning_rate"), text)

    def test_another_speed_leaves_no_flag(self, run):
        assert configure(run, speed="full")[0].mark is None
        assert run.history.curves.plain(1)["marks"] == []

    def test_the_same_settings_again_change_nothing(self, run):
        before = bytes_of(run)
        told = configure(run, learning_rate=0.03)
        assert (told[0].changed, told[0].mark, told[0].revision) == ((), None, 0)
        assert bytes_of(run) == before

    @pytest.mark.parametrize(
        "changes",
        [
            {"learning_rate": 1e9},
            {"learning_rate": "0.1"},
            {"nope": 1},
            {"learning_rate": 0.1, "optimizer": "adamm"},
            {"hidden": [{"units": 128}] * 9},
        ],
    )
    def test_a_wrong_setting_is_refused_and_nothing_changes(self, run, changes):
        before, moment = bytes_of(run), run.moment
        told = configure(run, **changes)
        assert [type(message) for message in told] == [Refused] and told[0].about == "configure"
        assert run.settings == Settings()
        assert (bytes_of(run), run.revision, run.moment) == (before, 0, moment)

    @pytest.mark.parametrize("wish", [
        say("configure", changes={"hidden": [{"units": 64}, {"units": 64}], "dataset": "xor"}),
        say("edit_network", action="add_unit", layer=1),
    ])  # fmt: skip
    def test_a_network_too_large_is_refused_and_nothing_changes(self, wish):
        run = run_of(most_parameters=100, hidden=[{"units": 8}, {"units": 7}])
        before = bytes_of(run)
        assert isinstance(obey(run, wish)[0], Refused)
        assert bytes_of(run) == before and run.settings.dataset == "circle" and run.data_version == 1

    def test_a_change_ends_what_was_said_about_a_stop(self, run):
        run.stop_with("not_finite", "…")
        told = configure(run, learning_rate=0.01)
        assert told[1] == State(playing=False, stop=None, best=None)


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


class TestShape:
    def test_an_added_unit_keeps_all_other_weights(self, run):
        before = [weights(run, layer) for layer in (1, 2, 3)]
        told = tell(run, "edit_network", action="add_unit", layer=1)
        assert told[0].settings["hidden"][0]["units"] == 5
        np.testing.assert_array_equal(weights(run, 1)[:4], before[0])
        np.testing.assert_array_equal(weights(run, 2)[:, :4], before[1])
        np.testing.assert_array_equal(weights(run, 3), before[2])
        assert (run.trainer.step, run.number) == (75, 1)

    def test_a_removed_unit_takes_only_its_own_weights(self, run):
        before = [weights(run, layer) for layer in (1, 2, 3)]
        tell(run, "edit_network", action="remove_unit", layer=1, unit=1)
        np.testing.assert_array_equal(weights(run, 1), before[0][[0, 2, 3]])
        np.testing.assert_array_equal(weights(run, 2), before[1][:, [0, 2, 3]])
        np.testing.assert_array_equal(weights(run, 3), before[2])

    def test_layers_come_and_go(self, run):
        before = [weights(run, layer) for layer in (1, 2, 3)]
        tell(run, "edit_network", action="add_layer", layer=2)
        assert run.trainer.recipe.architecture.sizes == (2, 4, 4, 2, 1)
        np.testing.assert_array_equal(weights(run, 1), before[0])
        np.testing.assert_array_equal(weights(run, 4), before[2])
        train_epochs(run, 1)
        tell(run, "edit_network", action="remove_layer", layer=1)
        tell(run, "edit_network", action="remove_layer", layer=1)
        tell(run, "edit_network", action="remove_layer", layer=1)
        assert run.trainer.recipe.architecture.sizes == (2, 1) and run.settings.hidden == ()
        train_epochs(run, 1)
        assert isinstance(tell(run, "edit_network", action="remove_layer", layer=1)[0], Refused)

    def test_layers_set_as_a_whole_keep_what_fits(self, run):
        before = weights(run, 1)
        configure(run, hidden=[{"units": 6}, {"units": 2}, {"units": 3}])
        np.testing.assert_array_equal(weights(run, 1)[:4], before)

    def test_a_layers_own_activation_changes_no_weight(self, run):
        before = bytes_of(run)
        configure(run, hidden=[{"units": 4, "activation": "relu"}, {"units": 2}])
        assert bytes_of(run) == before

    @pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
    def test_it_trains_on_after_every_edit(self, optimizer):
        run = run_of(optimizer=optimizer)
        for edit in ("add_unit", "add_layer", "remove_unit", "add_layer", "remove_layer"):
            train_epochs(run, 1)
            tell(run, "edit_network", action=edit, layer=1)
        train_epochs(run, 1)
        assert run.trainer.finite() and run.trainer.epoch == 6


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
    assert history["x"] == [0, 1, 2, 3]
    assert history["train_loss"][-1] < history["train_loss"][0]


def test_a_welcome_tells_everything_a_page_needs():
    run = run_of(learning_rate=0.1)
    train_epochs(run, 1)
    run.evaluate()
    tell(run, "play")
    message = welcome(run, "name", resumed=True, notes=("a note",))
    assert message.settings == run.settings.model_dump(mode="json")
    assert (message.session, message.resumed, message.notes) == ("name", True, ("a note",))
    assert (message.playing, message.stop, message.ready) == (True, None, True)
    assert message.history["x"] == [1.0] and message.history["run"] == 1
