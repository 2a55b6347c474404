"""Commands carried out on one run: what is kept and what begins anew, and refusals that change nothing."""

from typing import get_args

import numpy as np
import pytest

from glassbox.protocol.messages import Acknowledge, Command, Fork, Open, Redo, RemoveLane, SetUp, TakeLane, Undo, View
from glassbox.protocol.server_messages import Configured, Mark, Refused, State, Stop
from glassbox.run import words
from glassbox.run.commands import _HANDLERS, obey
from glassbox.run.orders import OpenNetwork, PauseUnwatched, Resume
from glassbox.run.pace import UNLIMITED
from glassbox.settings import Settings
from tests.run.tools import (
    DRAWN_SEED,
    MOST_PARAMETERS,
    SLICE,
    Clock,
    bytes_of,
    configure,
    run_of,
    say,
    tell,
    train_epochs,
    weights,
)  # fmt: skip

# of the front desk, the lanes, the worker, and who keeps how they were
ELSEWHERE = {Acknowledge, Fork, Open, Redo, RemoveLane, SetUp, TakeLane, Undo, View}


def test_each_command_and_each_order_has_someone_who_carries_it_out():
    union = get_args(Command)
    commands = set(get_args(union[0]) or union)
    assert set(_HANDLERS) == commands - ELSEWHERE | {OpenNetwork, PauseUnwatched, Resume}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("set_weight", {"layer": 9, "unit": 0, "source": 0, "value": 1.0}),
        ("hold", {"action": "freeze", "layer": 1, "unit": 0, "source": 0, "on": True}),
        ("configure", {"changes": {"learning_rate": -1}}),
        ("edit_network", {"action": "remove_layer", "layer": 9, "unit": None}),
        ("switch_branch", {"branch": 9}),
        ("restore_best", {}),
        ("solve_last_layer", {}),
    ],
)
def test_a_refused_command_changes_nothing(kind, fields):
    run = run_of()
    train_epochs(run, 1)
    before, seen = (bytes_of(run), run.settings, run.revision, run.changes, run.playing), run.moment
    told = tell(run, kind, **fields)
    assert [type(message) for message in told] == [Refused] and told[0].about == kind
    assert (bytes_of(run), run.settings, run.revision, run.changes, run.playing) == before and run.moment == seen


def test_changes_are_counted_from_the_beginning_of_a_run():
    run = run_of()
    tell(run, "configure", changes={"learning_rate": 0.1})
    tell(run, "set_bias", layer=1, unit=0, value=0.5)
    assert (run.changes, run.revision) == (2, 2)
    train_epochs(run, 2)
    run.evaluate()
    tell(run, "rewind", step=0)
    assert (run.changes, run.revision) == (2, 3), "who looks back changes nothing"
    tell(run, "reset")
    assert run.changes == 0
    obey(run, OpenNetwork(Settings(), "", *_weights_of(run_of(seed=9))))
    assert run.changes == 1, "settings and seed alone would not give these weights"


def _weights_of(run):
    return run.trainer.parameters.copy(), run.trainer.statistics.copy()


def test_what_nobody_watches_pauses_only_if_it_plays():
    run = run_of()
    assert obey(run, PauseUnwatched())[-1].stop is None
    run.play()
    assert obey(run, PauseUnwatched())[-1].stop.code == "unwatched" and not run.playing


def test_a_network_too_large_for_this_server_is_not_opened():
    run = run_of(most_parameters=MOST_PARAMETERS)
    run.most_parameters = 100
    large = Settings().changed({"hidden": [{"units": 64}, {"units": 64}]})
    assert isinstance(obey(run, OpenNetwork(large, ""))[0], Refused) and run.settings.hidden != large.hidden


def test_every_command_is_read_as_the_page_sends_it():
    assert type(say("reset")) in _HANDLERS


def biases(run, layer):
    return run.trainer.parameters[run.trainer.recipe.architecture.layout.bias(layer)].copy()


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

    def test_a_change_by_hand_ends_what_was_said_about_a_stop(self, run):
        run.stop_with("not_finite", "…")
        told = tell(run, "set_weight", layer=1, unit=0, source=0, value=0.5)
        assert told[1] == State(playing=False, stop=None, best=None)
        assert len(tell(run, "set_weight", layer=1, unit=0, source=0, value=0.25)) == 1

    def test_a_change_ends_what_was_said_about_a_stop(self, run):
        run.stop_with("not_finite", "…")
        told = configure(run, learning_rate=0.01)
        assert told[1] == State(playing=False, stop=None, best=None)


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
