"""The last layer of a running network, solved at once: what it comes to, what stays, and where it cannot be."""

import numpy as np
import pytest

from glassbox.engine.full_batch import FullBatch
from glassbox.protocol.messages import write
from glassbox.protocol.server_messages import Configured, Refused
from glassbox.run import words
from tests.run.tools import Clock, bytes_of, configure, run_of, say, tell, train_epochs, weights

HILLS = {"dataset": "multi_gauss", "hidden": [{"units": 16}], "label_noise": 0.2}
SINE = {"dataset": "sine", "features": ["x1"], "hidden": [{"units": 128}], "training_share": 10, "samples": 200}


def solved(run):
    """What is told of it."""
    told = tell(run, "solve_last_layer")
    assert not [each for each in told if isinstance(each, Refused)]
    return next(each for each in told if isinstance(each, Configured))


def output_gradient(run):
    """Of what training makes small, by the output's weights and bias."""
    trainer, data = run.trainer, run.data_split.data
    layout = trainer.recipe.architecture.layout
    last, state = len(layout.sizes) - 1, trainer.state()
    gradient = FullBatch(trainer.recipe, data.x_train, data.t_train).gradients(state)
    penalty = trainer.recipe.penalty_rate * state.parameters[layout.weights(last)]
    of_weights = gradient[layout.weights(last)] + (penalty if trainer.recipe.penalty.code else 0)
    return np.append(of_weights, gradient[layout.bias(last)])


@pytest.mark.parametrize("epochs", [0, 3])
@pytest.mark.parametrize("penalty", ["none", "l2"])
def test_the_output_is_the_best_there_is_and_the_layers_below_are_as_they_were(epochs, penalty):
    run = run_of(**HILLS, penalty=penalty, penalty_rate=0.01)
    train_epochs(run, epochs)
    below = weights(run, 1)
    solved(run)
    np.testing.assert_allclose(output_gradient(run), 0, atol=2e-6)
    np.testing.assert_array_equal(weights(run, 1), below)


def test_it_is_told_with_the_loss_before_and_after_as_the_page_shows_them():
    run = run_of(**HILLS)
    train_epochs(run, 1)
    before = run.evaluate()[0].train.loss
    mark = solved(run).mark
    after = run.evaluate()[0].train.loss
    assert after < before
    assert mark.text == f"last layer solved exactly: training loss {before:.3g} → {after:.3g}"
    assert (mark.x, run.changes, run.by_hand.solved.after) == (1.0, 1, after)


def test_with_a_penalty_the_loss_is_told_together_with_it():
    run = run_of(**HILLS, penalty="l2", penalty_rate=0.1)
    text = solved(run).mark.text
    evaluation = run.evaluate()[0]
    assert text.startswith("last layer solved exactly: training loss with penalty ")
    assert text.endswith(f" → {evaluation.train.loss + evaluation.penalty:.3g}")


def test_more_units_than_points_go_through_all_of_them_with_weights_that_float32_can_sum():
    """Many tanh units over one input are nearly the same: weights that tell them apart would be lost in rounding."""
    run = run_of(**SINE)
    solved(run)
    assert run.evaluate()[0].train.loss < 1e-4
    assert np.abs(weights(run, 2)).max() < 1e4


def test_it_trains_on_from_there_without_the_optimizers_memory():
    run = run_of(**HILLS, optimizer="adam", batch_size=500, learning_rate=0.001)
    train_epochs(run, 5)
    tell(run, "play")
    solved(run)
    assert run.playing and run.trainer.step == 5
    assert not run.trainer.state().first.any() and not run.trainer.state().second.any()
    after = run.evaluate()[0].train.loss
    tell(run, "pause")
    train_epochs(run, 20)
    assert run.evaluate()[0].train.loss < after


def test_while_it_plays_the_same_network_is_solved_as_at_rest():
    playing, resting = (run_of(**HILLS) for _ in range(2))
    tell(playing, "play")
    playing.begin_frame(1.0)
    playing.begin_frame(1.5)
    playing.train(1.0, Clock(tick=0.0005), most=40)
    while resting.trainer.step < playing.trainer.step:
        tell(resting, "step", unit="batch")
        resting.train(1.0, Clock())
    for run in (playing, resting):
        solved(run)
    assert playing.playing and playing.trainer.step > 0
    assert bytes_of(playing) == bytes_of(resting)


def test_what_is_disabled_stays_so():
    run = run_of(**HILLS)
    tell(run, "hold", action="disable", layer=1, unit=3, on=True)
    tell(run, "hold", action="disable", layer=2, unit=0, source=5, on=True)
    solved(run)
    assert np.flatnonzero(weights(run, 2)[0] == 0).tolist() == [3, 5]
    gradient = np.delete(output_gradient(run), [3, 5])
    np.testing.assert_allclose(gradient, 0, atol=2e-6)


def test_without_anything_that_reaches_the_output_its_bias_is_the_mean():
    run = run_of(dataset="multi_gauss", hidden=[{"units": 1}])
    tell(run, "hold", action="disable", layer=1, unit=0, on=True)
    solved(run)
    assert run.trainer.parameters[-1] == pytest.approx(run.data_split.data.t_train.mean(), abs=1e-6)


def test_a_single_neuron_is_solved_over_its_inputs():
    run = run_of(dataset="plane", hidden=[])
    solved(run)
    np.testing.assert_allclose(output_gradient(run), 0, atol=2e-6)


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({}, words.NO_NUMBERS),
        ({"loss": "squared_error"}, words.NO_NUMBERS),
        ({**HILLS, "loss": "huber"}, words.NO_SQUARED_ERROR.format(loss="Huber")),
        ({**HILLS, "penalty": "l1", "penalty_rate": 0.1}, words.NO_L2.format(penalty="L1")),
    ],
    ids=["classes", "classes by squared error", "another loss", "another penalty"],
)
def test_where_it_has_no_closed_form_that_is_said_and_nothing_changes(settings, text):
    run = run_of()
    configure(run, **settings) if settings else None
    train_epochs(run, 1)
    before, changes = bytes_of(run), run.changes
    told = tell(run, "solve_last_layer")
    assert told == [Refused(text, "solve_last_layer")]
    assert (bytes_of(run), run.changes) == (before, changes)


def test_a_frozen_output_stays_as_it_is():
    run = run_of(**HILLS)
    tell(run, "hold", action="freeze", layer=2, unit=0, on=True)
    before = bytes_of(run)
    assert tell(run, "solve_last_layer") == [Refused(words.OUTPUT_FROZEN, "solve_last_layer")]
    assert bytes_of(run) == before


def test_where_no_number_is_large_enough_that_is_said_and_nothing_changes():
    run = run_of(**{**HILLS, "hidden": [{"units": 2, "activation": "linear"}]})
    layout = run.trainer.recipe.architecture.layout
    run.trainer.parameters[layout.weights(1)] = 1e-41
    before = bytes_of(run)
    assert tell(run, "solve_last_layer") == [Refused(words.TOO_LARGE_TO_SOLVE, "solve_last_layer")]
    assert bytes_of(run) == before


def test_a_loss_that_was_infinite_is_told_as_such():
    run = run_of(**{**HILLS, "hidden": [{"units": 2, "activation": "linear"}]})
    run.trainer.parameters[-3:-1] = 1e30
    text = solved(run).mark.text
    assert text.startswith("last layer solved exactly: training loss ∞ → ")
    write(run.configured((), text))


def test_a_weight_of_the_output_that_was_set_before_counts_no_more():
    run = run_of(**HILLS)
    for wish in (say("set_weight", layer=1, unit=0, source=0, value=1), say("set_bias", layer=2, unit=0, value=1)):
        tell(run, wish.type, **wish.model_dump(exclude={"type"}))
    solved(run)
    assert (len(run.by_hand.weights), len(run.by_hand.biases)) == (1, 0)
