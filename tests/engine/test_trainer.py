"""Tests of the trainer: same seed, same bytes however a run is cut; and what each change keeps, moves or forgets."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine.choices import Activation, Initialization, Loss, Optimizer, OutputActivation, Penalty
from server.engine.network import NEW, Architecture, Origin, initial_parameters
from server.engine.surface import unit_maps
from server.engine.trainer import Trainer, TrainingData
from tests import reference
from tests.engine.networks import HEADS, recipe_of, targets

BINARY = OutputActivation.SIGMOID, Loss.CROSS_ENTROPY
REGRESSION = OutputActivation.IDENTITY, Loss.SQUARED_ERROR
every_optimizer = pytest.mark.parametrize("optimizer", list(Optimizer))


def architecture_of(*sizes, output=OutputActivation.SIGMOID, activation=Activation.TANH):
    return Architecture(sizes, (activation,) * (len(sizes) - 2), output)


def data_of(architecture, samples=53, test_samples=31, seed=1):
    chance = np.random.default_rng(seed)
    parts = []
    for count in (samples, test_samples):
        x = chance.normal(size=(architecture.sizes[0], count)).astype(np.float32)
        parts += [x, targets(architecture, count, chance).astype(np.float32)]
    return TrainingData(*parts)


def trainer_of(*sizes, head=BINARY, samples=53, **changes):
    """Of a network of tanh units, in mini-batches that do not divide the samples."""
    architecture = architecture_of(*(sizes or (2, 5, 3, 1)), output=head[0])
    return Trainer(recipe_of(architecture, head[1], **{"batch_size": 7, **changes}), data_of(architecture, samples))


def state(trainer):
    """All of a trainer's state as bytes."""
    moment = trainer.memento()
    return b"".join(
        part.tobytes() for part in (moment.parameters, moment.first, moment.second, moment.where)
    ), moment.step


def adapted(trainer, **changes):
    """The trainer, gone over to a changed recipe."""
    trainer.adapt(replace(trainer.recipe, **changes))
    return trainer


# --- the same bytes


@pytest.mark.parametrize("optimizer, penalty", list(product(Optimizer, Penalty)), ids=str)
def test_the_same_seed_gives_the_same_bytes_however_steps_are_sliced(optimizer, penalty):
    whole, sliced = (trainer_of(optimizer=optimizer, penalty=penalty, learning_rate=0.01) for _ in range(2))
    whole.run(60)
    for steps in (1, 0, 7, 1, 20, 31):
        sliced.run(steps)
    assert state(whole) == state(sliced)


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 60), st.integers(0, 2**31 - 1))
@settings(max_examples=30)
def test_any_slices_of_any_batches_give_the_same_bytes(slices, batch_size, seed):
    whole, sliced = (trainer_of(optimizer=Optimizer.ADAM, batch_size=batch_size, seed=seed) for _ in range(2))
    whole.run(sum(slices))
    for steps in slices:
        sliced.run(steps)
    assert state(whole) == state(sliced)


def test_looking_changes_nothing():
    watched, alone = trainer_of(), trainer_of()
    for _ in range(5):
        watched.run(3)
        watched.evaluate()
        architecture = watched.recipe.architecture
        unit_maps(architecture, watched.parameters, np.ones((2, 70), np.float32), ((0, 2), (0, 5), (0, 3), (0, 1)))
        assert watched.finite() and watched.memento()
    alone.run(15)
    assert state(watched) == state(alone)


def test_another_seed_gives_other_weights_and_another_order():
    one, other = trainer_of(seed=1), trainer_of(seed=2)
    assert not np.array_equal(one.parameters, other.parameters)
    other.parameters[:] = one.parameters
    one.run(1)
    other.run(1)
    assert not np.array_equal(one.parameters, other.parameters)


def test_trainers_do_not_disturb_each_other():
    one, other, alone = trainer_of(), trainer_of(2, 9, 1, optimizer=Optimizer.ADAM), trainer_of()
    for _ in range(10):
        one.run(3)
        other.run(5)
    alone.run(30)
    assert state(one) == state(alone)


@every_optimizer
def test_a_run_is_the_twins(optimizer):
    trainer = trainer_of(optimizer=optimizer, penalty=Penalty.L2, penalty_rate=0.01, learning_rate=0.01)
    expected = reference.trained(trainer.recipe, trainer.parameters, *training_part(trainer), steps=30)
    trainer.run(30)
    np.testing.assert_allclose(trainer.parameters, expected, rtol=1e-4, atol=1e-5)


def training_part(trainer):
    data = data_of(trainer.recipe.architecture)
    return data.x_train, data.t_train


# --- counting


@given(st.integers(1, 60), st.integers(0, 50))
@settings(max_examples=30)
def test_epochs_and_steps_are_counted(batch_size, steps):
    trainer = trainer_of(2, 1, batch_size=batch_size)
    a_whole = -(-53 // batch_size)
    assert trainer.steps_per_epoch == a_whole
    trainer.run(steps)
    assert (trainer.step, trainer.epoch) == (steps, steps // a_whole)
    assert trainer.progress == steps % a_whole * batch_size / 53
    assert trainer.steps_to_epoch_end == a_whole - steps % a_whole
    trainer.run(trainer.steps_to_epoch_end)
    assert trainer.progress == 0 and trainer.epoch == steps // a_whole + 1


# --- reset, memento and restore


@every_optimizer
def test_reset_is_the_beginning_again(optimizer):
    trainer, fresh = trainer_of(optimizer=optimizer), trainer_of(optimizer=optimizer)
    trainer.run(45)
    assert state(trainer) != state(fresh)
    trainer.reset()
    assert state(trainer) == state(fresh)
    trainer.run(20)
    fresh.run(20)
    assert state(trainer) == state(fresh)


def test_the_initial_weights_are_the_recipes():
    trainer = trainer_of(initialization=Initialization.HE, gain=1.5, seed=9)
    expected = initial_parameters(trainer.recipe.architecture.layout, Initialization.HE, 1.5, 9)
    np.testing.assert_array_equal(trainer.parameters, expected)


@every_optimizer
@pytest.mark.parametrize("moment", [0, 3, 8, 21])
def test_from_a_restored_moment_training_goes_on_as_it_did(optimizer, moment):
    trainer = trainer_of(optimizer=optimizer)
    trainer.run(moment)
    memento, before = trainer.memento(), state(trainer)
    trainer.run(30)
    first_time = state(trainer)
    trainer.restore(memento)
    assert state(trainer) == before
    trainer.run(30)
    assert state(trainer) == first_time


def test_a_memento_is_a_copy_in_both_directions():
    trainer = trainer_of()
    memento = trainer.memento()
    kept = memento.parameters.copy()
    trainer.run(9)
    trainer.restore(memento)
    trainer.run(9)
    np.testing.assert_array_equal(memento.parameters, kept)
    assert memento.step == 0 and not memento.where.any()


# --- changes while it runs


LIVE = {
    "learning rate": {"learning_rate": 0.5},
    "momentum": {"momentum": 0.3},
    "loss and output": {
        "loss": Loss.SQUARED_ERROR,
        "architecture": architecture_of(2, 5, 3, 1, output=OutputActivation.TANH),
    },
    "activation": {"architecture": architecture_of(2, 5, 3, 1, activation=Activation.RELU)},
    "penalty": {"penalty": Penalty.L1, "penalty_rate": 0.1},
    "batch size": {"batch_size": 11},
    "gain": {"gain": 3.0},
}


@pytest.mark.parametrize("change", LIVE)
def test_a_live_change_keeps_weights_memory_and_place(change):
    trainer = trainer_of(optimizer=Optimizer.ADAM)
    trainer.run(11)
    before = state(trainer)
    adapted(trainer, **LIVE[change])
    assert state(trainer) == before


@pytest.mark.parametrize("change", [name for name in LIVE if name not in ("gain", "momentum")])
def test_a_live_change_acts_from_the_next_step_on(change):
    changed, unchanged = (trainer_of(optimizer=Optimizer.ADAM) for _ in range(2))
    for trainer in (changed, unchanged):
        trainer.run(11)
    adapted(changed, **LIVE[change])
    for trainer in (changed, unchanged):
        trainer.run(1)
    assert not np.array_equal(changed.parameters, unchanged.parameters)


@pytest.mark.parametrize("before, after", [pair for pair in product(Optimizer, Optimizer) if pair[0] is not pair[1]])
def test_another_optimizer_keeps_the_weights_and_starts_without_memory(before, after):
    trainer = trainer_of(optimizer=before, learning_rate=0.01)
    trainer.run(11)
    weights = trainer.parameters.copy()
    adapted(trainer, optimizer=after)
    np.testing.assert_array_equal(trainer.parameters, weights)
    trainer.run(1)

    x, t = training_part(trainer)
    batch = reference.shuffled(53, trainer.recipe.seed, epoch=1)[21:28]  # the fourth of the second epoch
    nothing = np.zeros(len(weights))
    expected, _, _ = reference.trained_once(trainer.recipe, weights, x[:, batch], t[batch], nothing, nothing, 1)
    np.testing.assert_allclose(trainer.parameters, expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("batch_size", [1, 3, 20, 32, 1000])
def test_another_batch_size_goes_on_in_the_epoch_where_it_was(batch_size):
    trainer = trainer_of(learning_rate=0.01)
    trainer.run(3)
    adapted(trainer, batch_size=batch_size)
    assert (trainer.progress, trainer.epoch) == (21 / 53, 0)
    assert trainer.steps_to_epoch_end == -(-32 // batch_size)
    weights = trainer.parameters.copy()
    trainer.run(1)

    x, t = training_part(trainer)
    batch = reference.shuffled(53, trainer.recipe.seed, epoch=0)[21 : 21 + batch_size]
    nothing = np.zeros(len(weights))
    expected, _, _ = reference.trained_once(trainer.recipe, weights, x[:, batch], t[batch], nothing, nothing, 4)
    np.testing.assert_allclose(trainer.parameters, expected, rtol=1e-5, atol=1e-6)
    trainer.run(trainer.steps_to_epoch_end if batch_size < 32 else 0)
    assert (trainer.progress, trainer.epoch) == (0, 1)


@pytest.mark.parametrize("samples, place", [(53, (0, 21)), (200, (0, 21)), (22, (0, 21)), (21, (1, 0)), (5, (1, 0))])
def test_other_data_keep_the_network_and_the_place_if_they_have_it(samples, place):
    trainer = trainer_of(optimizer=Optimizer.ADAM)
    trainer.run(3)
    before = trainer.memento()
    trainer.adapt(trainer.recipe, data_of(trainer.recipe.architecture, samples, seed=5))
    after = trainer.memento()
    for part in ("parameters", "first", "second"):
        np.testing.assert_array_equal(getattr(after, part), getattr(before, part))
    assert after.step == 3 and tuple(after.where) == (*place, 3)
    trainer.run(50)
    assert trainer.finite()


def test_the_same_data_again_change_nothing():
    touched, alone = trainer_of(), trainer_of()
    for trainer in (touched, alone):
        trainer.run(3)
    touched.adapt(touched.recipe, data_of(touched.recipe.architecture))
    for trainer in (touched, alone):
        trainer.run(30)
    assert state(touched) == state(alone)


def test_other_sizes_without_origins_are_refused_and_change_nothing():
    trainer = trainer_of()
    recipe, before = trainer.recipe, state(trainer)
    with pytest.raises(ValueError, match="Expected origins"):
        adapted(trainer, architecture=architecture_of(2, 5, 4, 1))
    assert trainer.recipe is recipe and state(trainer) == before
    trainer.run(1)


MISFITS = {
    "samples by features": lambda x, t: (x.T.copy(), t),
    "a feature more": lambda x, t: (np.concatenate([x, x]), t),
    "a target less": lambda x, t: (x, t[:-1]),
    "no samples": lambda x, t: (x[:, :0], t[:0]),
    "a class more": lambda x, t: (x, t + 1),
    "a negative class": lambda x, t: (x, t - 1),
}


@pytest.mark.parametrize("misfit", MISFITS)
@pytest.mark.parametrize("part", ["train", "test"])
def test_data_that_do_not_fit_are_refused_and_change_nothing(misfit, part):
    """In kernels they would overwrite other memory."""
    architecture = architecture_of(2, 3, 4, output=OutputActivation.SOFTMAX)
    recipe, data = recipe_of(architecture, Loss.CROSS_ENTROPY), data_of(architecture)
    x, t = MISFITS[misfit](getattr(data, f"x_{part}"), getattr(data, f"t_{part}"))
    wrong = replace(data, **{f"x_{part}": x, f"t_{part}": t})
    with pytest.raises(ValueError, match="Expected"):
        Trainer(recipe, wrong)
    trainer = Trainer(recipe, data)
    before = state(trainer)
    with pytest.raises(ValueError, match="Expected"):
        trainer.adapt(replace(recipe, learning_rate=9.0), wrong)
    assert trainer.recipe is recipe and state(trainer) == before


# --- units, layers and features that come and go


def kept(layer, units):
    return Origin(layer, np.array(units, np.int64))


def whole(layer, units):
    return kept(layer, range(units))


RESHAPED = {
    "a unit more": ((2, 5, 4, 1), (whole(0, 2), whole(1, 5), kept(2, [0, 1, 2, NEW]), whole(3, 1))),
    "a unit between": ((2, 6, 3, 1), (whole(0, 2), kept(1, [0, 1, NEW, 2, 3, 4]), whole(2, 3), whole(3, 1))),
    "a unit less": ((2, 4, 3, 1), (whole(0, 2), kept(1, [0, 1, 3, 4]), whole(2, 3), whole(3, 1))),
    "a layer more": ((2, 5, 4, 3, 1), (whole(0, 2), whole(1, 5), kept(NEW, [NEW] * 4), whole(2, 3), whole(3, 1))),
    "a layer less": ((2, 5, 1), (whole(0, 2), whole(1, 5), whole(3, 1))),
    "a feature more": ((3, 5, 3, 1), (kept(0, [0, NEW, 1]), whole(1, 5), whole(2, 3), whole(3, 1))),
    "a feature less": ((1, 5, 3, 1), (kept(0, [1]), whole(1, 5), whole(2, 3), whole(3, 1))),
}


@pytest.mark.parametrize("change", RESHAPED)
@every_optimizer
def test_what_stays_keeps_its_weights_and_memory_and_what_is_new_is_drawn(change, optimizer):
    sizes, origins = RESHAPED[change]
    trainer = trainer_of(optimizer=optimizer)
    trainer.run(10)
    before, old = trainer.memento(), trainer.recipe.architecture.sizes
    architecture = architecture_of(*sizes)
    trainer.adapt(replace(trainer.recipe, architecture=architecture), data_of(architecture), origins)
    after, recipe = trainer.memento(), trainer.recipe
    fresh = initial_parameters(architecture.layout, recipe.initialization, recipe.gain, recipe.seed)
    for part, new in (("parameters", fresh), ("first", 0 * fresh), ("second", 0 * fresh)):
        expected = reference.grafted(old, getattr(before, part), sizes, new, origins)
        np.testing.assert_array_equal(getattr(after, part), expected)
    np.testing.assert_array_equal(after.where, before.where)
    assert after.step == before.step
    trainer.run(100)
    assert trainer.finite() and trainer.step == 110


@pytest.mark.parametrize("change", RESHAPED)
def test_a_reshaped_network_trains_as_one_that_was_always_so(change):
    sizes, origins = RESHAPED[change]
    trainer = trainer_of(learning_rate=0.01)
    trainer.run(8)
    architecture = architecture_of(*sizes)
    trainer.adapt(replace(trainer.recipe, architecture=architecture), data_of(architecture), origins)
    other = trainer_of(*sizes, learning_rate=0.01)
    other.restore(trainer.memento())
    trainer.run(20)
    other.run(20)
    assert state(trainer) == state(other)


def test_reset_after_a_reshape_draws_the_new_networks_weights():
    sizes, origins = RESHAPED["a layer more"]
    trainer, architecture = trainer_of(), architecture_of(*sizes)
    trainer.run(8)
    trainer.adapt(replace(trainer.recipe, architecture=architecture), None, origins)
    trainer.reset()
    assert state(trainer) == state(trainer_of(*sizes))


# --- by hand


def test_a_weight_and_a_bias_can_be_set():
    trainer = trainer_of(2, 3, 1)
    expected = trainer.parameters.copy()
    trainer.set_weight(1, unit=2, source=1, value=4.5)
    trainer.set_weight(2, unit=0, source=0, value=-1.25)
    trainer.set_bias(1, unit=1, value=0.75)
    trainer.set_bias(2, unit=0, value=9.0)
    expected[[5, 9, 7, 12]] = [4.5, -1.25, 0.75, 9.0]
    np.testing.assert_array_equal(trainer.parameters, expected)


def test_what_is_not_there_cannot_be_set():
    trainer = trainer_of(2, 5, 3, 1)
    with pytest.raises(IndexError):
        trainer.set_weight(1, unit=5, source=0, value=1.0)
    with pytest.raises(IndexError):
        trainer.set_bias(3, unit=1, value=1.0)


# --- measures


@pytest.mark.parametrize("head", HEADS, ids=str)
@pytest.mark.parametrize("penalty", list(Penalty))
def test_an_evaluation_is_the_twins(head, penalty):
    classes = 4 if head[0] is OutputActivation.SOFTMAX else 1
    trainer = trainer_of(3, 8, classes, head=head, penalty=penalty, penalty_rate=0.02)
    trainer.run(20)
    found, architecture = trainer.evaluate(), trainer.recipe.architecture
    data = data_of(architecture)
    for measures, x, t in ((found.train, data.x_train, data.t_train), (found.test, data.x_test, data.t_test)):
        loss = reference.mean_loss(architecture, head[1], trainer.parameters, x, t)
        np.testing.assert_allclose(measures.loss, loss, rtol=1e-5)
        check_scores(measures, architecture, trainer.parameters, x, t)
    cost = reference.penalty_cost(penalty, 0.02, trainer.parameters, architecture.sizes)
    np.testing.assert_allclose(found.penalty, cost, rtol=1e-6)


def check_scores(measures, architecture, parameters, x, t):
    if architecture.output is not OutputActivation.IDENTITY:
        assert measures.accuracy == reference.accuracy(architecture, parameters, x, t)
        assert measures.rmse is None and measures.r2 is None
        return
    y = reference.forward(architecture, parameters, x)[0][-1][0]
    np.testing.assert_allclose(measures.rmse, np.sqrt(((y - t) ** 2).mean()), rtol=1e-5)
    np.testing.assert_allclose(measures.r2, 1 - ((y - t) ** 2).sum() / ((t - t.mean()) ** 2).sum(), rtol=1e-4)
    assert measures.accuracy is None


def test_targets_that_are_all_the_same_have_no_r2():
    architecture = architecture_of(2, 1, output=OutputActivation.IDENTITY)
    x, t = np.ones((2, 5), np.float32), np.full(5, 3, np.float32)
    measures = Trainer(recipe_of(architecture, Loss.SQUARED_ERROR), TrainingData(x, t, x, t)).evaluate().test
    assert measures.r2 is None and measures.rmse > 0


def test_the_mean_as_the_answer_has_an_r2_of_zero():
    trainer = trainer_of(2, 1, head=REGRESSION)
    trainer.parameters[:] = [0, 0, data_of(trainer.recipe.architecture).t_train.mean()]
    assert abs(trainer.evaluate().train.r2) < 1e-5


# --- lessons


@every_optimizer
@pytest.mark.parametrize("activation", [Activation.SIGMOID, Activation.SOFTPLUS, Activation.TANH])
@pytest.mark.parametrize("units", [2, 5, 18, 70])
def test_from_zeros_the_units_of_a_layer_never_come_apart(units, activation, optimizer):
    """To the last bit, whatever block a unit falls into: the smallest difference would grow."""
    architecture = architecture_of(2, units, units, 1, activation=activation)
    recipe = recipe_of(architecture, Loss.CROSS_ENTROPY, initialization=Initialization.ZEROS, optimizer=optimizer)
    trainer = Trainer(recipe, data_of(architecture))
    trainer.run(100)
    for weights, biases in reference.layers(trainer.parameters, architecture.sizes)[:-1]:
        np.testing.assert_array_equal(weights, np.broadcast_to(weights[0], weights.shape))
        np.testing.assert_array_equal(biases, biases[0])
    assert trainer.parameters.any()


def test_an_accuracy_of_one_is_exactly_one():
    """Whatever the number of samples: 49 times 1 / 49 is less."""
    architecture = architecture_of(1, 1)
    for samples in range(1, 200):
        x = np.linspace(-1, 1, samples, dtype=np.float32)[None, :]
        data = TrainingData(x, (x[0] > 0).astype(np.float32), x, (x[0] > 0).astype(np.float32))
        trainer = Trainer(recipe_of(architecture, Loss.CROSS_ENTROPY), data)
        trainer.parameters[:] = [1, 0]
        assert trainer.evaluate().train.accuracy == 1


def test_l1_brings_weights_to_exactly_zero_and_lets_them_return():
    trainer = trainer_of(2, 6, 1, learning_rate=0.1, penalty=Penalty.L1, penalty_rate=0.5)
    is_weight = reference.is_weight((2, 6, 1))
    trainer.run(200)
    assert not trainer.parameters[is_weight].any() and trainer.parameters[~is_weight].any()
    alone = trainer_of(2, 1, head=REGRESSION, learning_rate=0.1, penalty=Penalty.L1, penalty_rate=10.0)
    alone.run(200)
    assert not alone.parameters[:2].any()
    adapted(alone, penalty_rate=0.001).run(200)
    assert alone.parameters[:2].all()


def test_l1_holds_a_weight_at_zero_exactly_as_long_as_the_data_pull_less_than_the_penalty():
    """One weight, full batches: at zero, the data's pull is |mean x t|."""
    x = np.random.default_rng(1).normal(size=(1, 50)).astype(np.float32)
    t = (0.8 * x[0]).astype(np.float32)
    pull = abs(float((x[0] * t).mean()))
    architecture = Architecture((1, 1), (), OutputActivation.IDENTITY)
    for rate, returns in ((1.05 * pull, False), (0.95 * pull, True)):
        recipe = recipe_of(
            architecture, Loss.SQUARED_ERROR, initialization=Initialization.ZEROS, learning_rate=0.01, batch_size=50,
            penalty=Penalty.L1, penalty_rate=rate,
        )  # fmt: skip
        trainer = Trainer(recipe, TrainingData(x, t, x, t))
        for _ in range(100):
            trainer.set_bias(1, 0, 0.0)
            trainer.run(1)
        assert (trainer.parameters[0] != 0) == returns


def test_l2_keeps_weights_smaller():
    free, held = trainer_of(learning_rate=0.1), trainer_of(learning_rate=0.1, penalty=Penalty.L2, penalty_rate=0.05)
    is_weight = reference.is_weight((2, 5, 3, 1))
    for trainer in (free, held):
        trainer.run(500)
    assert np.abs(held.parameters[is_weight]).sum() < 0.5 * np.abs(free.parameters[is_weight]).sum()


def test_a_run_that_blows_up_is_seen():
    trainer = trainer_of(2, 4, 1, head=REGRESSION, learning_rate=10.0, initialization=Initialization.HE, gain=20.0)
    assert trainer.finite()
    adapted(
        trainer, architecture=architecture_of(2, 4, 1, output=OutputActivation.IDENTITY, activation=Activation.RELU)
    )
    trainer.run(200)
    assert not trainer.finite()
    trainer.reset()
    assert trainer.finite()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_one_parameter_that_is_no_number_is_seen_and_spreads_to_the_loss(value):
    trainer = trainer_of(2, 5, 3, 1)
    trainer.set_bias(3, 0, value)
    assert not trainer.finite()
    assert np.isnan(trainer.evaluate().train.loss) or np.isinf(trainer.evaluate().train.loss)
