"""Tests of the trainer: same seed, same bytes however a run is cut; and what each change keeps, moves or forgets."""

import pickle
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import (
    Activation,
    Initialization,
    Loss,
    Normalization,
    Optimizer,
    OutputActivation,
    Penalty,
    Schedule,
)
from glassbox.engine.network import NEW, Architecture, Origin, initial_parameters
from glassbox.engine.surface import unit_maps
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import ENDS, recipe_of, targets

BINARY = OutputActivation.SIGMOID, Loss.CROSS_ENTROPY
REGRESSION = OutputActivation.IDENTITY, Loss.SQUARED_ERROR
BATCH, LAYER, PLAIN = Normalization.BATCH, Normalization.LAYER, Normalization.NONE
every_optimizer = pytest.mark.parametrize("optimizer", list(Optimizer))


def architecture_of(*sizes, output=OutputActivation.SIGMOID, activation=Activation.TANH, kinds=()):
    return Architecture(sizes, (activation,) * (len(sizes) - 2), output, kinds)


def data_of(architecture, samples=53, test_samples=31, seed=1):
    chance = np.random.default_rng(seed)
    parts = []
    for count in (samples, test_samples):
        x = chance.normal(size=(architecture.sizes[0], count)).astype(np.float32)
        parts += [x, targets(architecture, count, chance).astype(np.float32)]
    return TrainingData(*parts)


def trainer_of(*sizes, head=BINARY, samples=53, kinds=(), **changes):
    """Of a network of tanh units, in mini-batches that do not divide the samples."""
    architecture = architecture_of(*(sizes or (2, 5, 3, 1)), output=head[0], kinds=kinds)
    return Trainer(recipe_of(architecture, head[1], **{"batch_size": 7, **changes}), data_of(architecture, samples))


def bytes_of(trainer):
    """All of a trainer's state as bytes."""
    now = trainer.state()
    return b"".join(part.tobytes() for part in now), now.step


EVERYTHING = dict(
    kinds=(BATCH, LAYER), dropout=(0.3, 0.1), input_noise=0.2, clip_norm=0.5, schedule=Schedule.COSINE,
    schedule_epochs=9.5,
    penalty=Penalty.LP, penalty_power=0.75, penalty_rate=0.002, optimizer=Optimizer.ADAM, learning_rate=0.01,
)  # fmt: skip


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
    assert bytes_of(whole) == bytes_of(sliced)


@pytest.mark.parametrize("batch_size", [1, 7, 70, 300])
def test_with_everything_switched_on_too(batch_size):
    whole, sliced = (trainer_of(samples=200, batch_size=batch_size, **EVERYTHING) for _ in range(2))
    whole.run(60)
    for steps in (1, 0, 7, 1, 20, 31):
        sliced.run(steps)
        sliced.evaluate()
    assert bytes_of(whole) == bytes_of(sliced) and whole.finite()


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 60), st.integers(0, 2**31 - 1))
@settings(max_examples=30)
def test_any_slices_of_any_batches_give_the_same_bytes(slices, batch_size, seed):
    whole, sliced = (trainer_of(optimizer=Optimizer.ADAM, batch_size=batch_size, seed=seed) for _ in range(2))
    whole.run(sum(slices))
    for steps in slices:
        sliced.run(steps)
    assert bytes_of(whole) == bytes_of(sliced)


@pytest.mark.parametrize("methods", [{}, EVERYTHING], ids=["plain", "everything"])
def test_looking_changes_nothing(methods):
    watched, alone = trainer_of(**methods), trainer_of(**methods)
    for _ in range(5):
        watched.run(3)
        watched.evaluate()
        architecture, windows = watched.recipe.architecture, ((0, 2), (0, 5), (0, 3), (0, 1))
        unit_maps(architecture, watched.parameters, np.ones((2, 70), np.float32), windows, watched.statistics)
        assert watched.finite() and watched.state() and watched.learning_rate > 0 and len(watched.dropped(1)) == 5
    alone.run(15)
    assert bytes_of(watched) == bytes_of(alone)


@pytest.mark.parametrize("batch_size", [1, 7, 150])
def test_out_of_a_pickle_it_goes_on_to_the_same_bytes(batch_size):
    kept = trainer_of(samples=200, batch_size=150, **EVERYTHING)
    kept.run(3)
    kept = adapted(kept, batch_size=batch_size)  # its scratch memory stays as large
    kept.hold(np.array([0, 3]), np.array([0.5, -0.5], np.float32))
    kept.run(4)
    packed = pickle.dumps(kept)
    assert len(packed) < 20_000  # no scratch memory
    back = pickle.loads(packed)
    assert np.array_equal(back.gradients, kept.gradients) and back.evaluate() == kept.evaluate()
    assert back.progress == kept.progress and back.parameters.ctypes.data % 64 == 0
    for trainer in (kept, back):
        trainer.run(40)
        trainer.reset()
        trainer.run(11)
    assert bytes_of(kept) == bytes_of(back)


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
    assert bytes_of(one) == bytes_of(alone)


@every_optimizer
def test_a_run_is_the_twins(optimizer):
    trainer = trainer_of(optimizer=optimizer, penalty=Penalty.L2, penalty_rate=0.01, learning_rate=0.01)
    expected = reference.trained(trainer.recipe, trainer.parameters, *training_part(trainer), steps=30)
    trainer.run(30)
    np.testing.assert_allclose(trainer.parameters, expected.parameters, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("batch_size", [7, 64, 65, 150, 500])
def test_a_run_with_everything_switched_on_is_the_twins(batch_size):
    """Batches of several tiles too, and one larger than all the data."""
    trainer = trainer_of(samples=200, batch_size=batch_size, **EVERYTHING | {"penalty_power": 1.0})
    data = data_of(trainer.recipe.architecture, 200)
    expected = reference.trained(trainer.recipe, trainer.parameters, data.x_train, data.t_train, steps=12)
    trainer.run(12)
    np.testing.assert_allclose(trainer.parameters, expected.parameters, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(trainer.statistics, expected.statistics, rtol=1e-4, atol=1e-5)


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


# --- reset, state and restore


METHODS = [*({"optimizer": optimizer} for optimizer in Optimizer), EVERYTHING]


@pytest.mark.parametrize("methods", METHODS, ids=[*Optimizer, "everything"])
def test_reset_is_the_beginning_again(methods):
    trainer, fresh = trainer_of(**methods), trainer_of(**methods)
    trainer.run(45)
    assert bytes_of(trainer) != bytes_of(fresh)
    trainer.reset()
    assert bytes_of(trainer) == bytes_of(fresh)
    trainer.run(20)
    fresh.run(20)
    assert bytes_of(trainer) == bytes_of(fresh)


def test_the_initial_weights_are_the_recipes():
    trainer = trainer_of(initialization=Initialization.HE, gain=1.5, seed=9, hidden_bias=-2.0)
    expected = initial_parameters(trainer.recipe.architecture.layout, Initialization.HE, 1.5, 9, -2.0)
    np.testing.assert_array_equal(trainer.parameters, expected)


def test_the_gradients_are_those_of_the_last_step():
    trainer = trainer_of(optimizer=Optimizer.SGD, learning_rate=0.5)
    trainer.run(3)
    before = trainer.parameters.copy()
    trainer.run(1)
    np.testing.assert_allclose(trainer.parameters, before - 0.5 * trainer.gradients, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("methods", METHODS, ids=[*Optimizer, "everything"])
@pytest.mark.parametrize("moment", [0, 3, 8, 21])
def test_from_a_restored_moment_training_goes_on_as_it_did(methods, moment):
    trainer = trainer_of(**methods)
    trainer.run(moment)
    then, before = trainer.state(), bytes_of(trainer)
    trainer.run(30)
    first_time = bytes_of(trainer)
    trainer.restore(then)
    assert bytes_of(trainer) == before
    trainer.run(30)
    assert bytes_of(trainer) == first_time


def test_a_state_is_a_copy_in_both_directions():
    trainer = trainer_of(**EVERYTHING)
    then = trainer.state()
    kept = [part.copy() for part in then]
    trainer.run(9)
    trainer.restore(then)
    trainer.run(9)
    for part, before in zip(then, kept, strict=True):
        np.testing.assert_array_equal(part, before)
    assert then.step == 0 and not then.where.any()


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
    "another penalty's power": {"penalty": Penalty.LP, "penalty_power": 3.0, "penalty_rate": 0.1},
    "dropout": {"dropout": (0.5, 0.0)},
    "noise": {"input_noise": 0.3},
    "clipping": {"clip_norm": 1e-3},
    "schedule": {"schedule": Schedule.EXPONENTIAL, "schedule_epochs": 0.5},
}


@pytest.mark.parametrize("change", LIVE)
def test_a_live_change_keeps_weights_memory_and_place(change):
    trainer = trainer_of(optimizer=Optimizer.ADAM)
    trainer.run(11)
    before = bytes_of(trainer)
    adapted(trainer, **LIVE[change])
    assert bytes_of(trainer) == before


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
    trainer = trainer_of(optimizer=before, learning_rate=0.01, seed=1)
    trainer.run(11)
    weights = trainer.parameters.copy()
    adapted(trainer, optimizer=after)
    np.testing.assert_array_equal(trainer.parameters, weights)
    trainer.run(1)

    x, t = training_part(trainer)
    batch = reference.shuffled(53, trainer.recipe.seed, epoch=1)[21:28]  # the fourth of the second epoch
    beginning = reference.beginning(trainer.recipe.architecture, weights)
    expected = reference.trained_once(trainer.recipe, beginning, x[:, batch], t[batch], 0.01, step=11, count=1)
    np.testing.assert_allclose(trainer.parameters, expected.parameters, rtol=1e-5, atol=1e-6)


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
    moment = reference.beginning(trainer.recipe.architecture, weights)
    expected = reference.trained_once(trainer.recipe, moment, x[:, batch], t[batch], 0.01, step=3, count=4)
    np.testing.assert_allclose(trainer.parameters, expected.parameters, rtol=1e-5, atol=1e-6)
    trainer.run(trainer.steps_to_epoch_end if batch_size < 32 else 0)
    assert (trainer.progress, trainer.epoch) == (0, 1)


@pytest.mark.parametrize("samples, place", [(53, (0, 21)), (200, (0, 21)), (22, (0, 21)), (21, (1, 0)), (5, (1, 0))])
def test_other_data_keep_the_network_and_the_place_if_they_have_it(samples, place):
    trainer = trainer_of(optimizer=Optimizer.ADAM)
    trainer.run(3)
    before = trainer.state()
    trainer.adapt(trainer.recipe, data_of(trainer.recipe.architecture, samples, seed=5))
    after = trainer.state()
    for part in ("parameters", "first", "second"):
        np.testing.assert_array_equal(getattr(after, part), getattr(before, part))
    assert tuple(after.where) == (*place, 3, 3)
    trainer.run(50)
    assert trainer.finite()


def test_the_same_data_again_change_nothing():
    touched, alone = trainer_of(), trainer_of()
    for trainer in (touched, alone):
        trainer.run(3)
    touched.adapt(touched.recipe, data_of(touched.recipe.architecture))
    for trainer in (touched, alone):
        trainer.run(30)
    assert bytes_of(touched) == bytes_of(alone)


def test_other_sizes_without_origins_are_refused_and_change_nothing():
    trainer = trainer_of()
    recipe, before = trainer.recipe, bytes_of(trainer)
    with pytest.raises(ValueError, match="Expected origins"):
        adapted(trainer, architecture=architecture_of(2, 5, 4, 1))
    assert trainer.recipe is recipe and bytes_of(trainer) == before
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
    before = bytes_of(trainer)
    with pytest.raises(ValueError, match="Expected"):
        trainer.adapt(replace(recipe, learning_rate=9.0), wrong)
    assert trainer.recipe is recipe and bytes_of(trainer) == before


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
    before, old = trainer.state(), trainer.recipe.architecture.sizes
    architecture = architecture_of(*sizes)
    trainer.adapt(replace(trainer.recipe, architecture=architecture), data_of(architecture), origins)
    after, recipe = trainer.state(), trainer.recipe
    fresh = initial_parameters(architecture.layout, recipe.initialization, recipe.gain, recipe.seed)
    for part, new in (("parameters", fresh), ("first", 0 * fresh), ("second", 0 * fresh)):
        expected = reference.grafted(old, getattr(before, part), sizes, new, origins)
        np.testing.assert_array_equal(getattr(after, part), expected)
    np.testing.assert_array_equal(after.where, before.where)
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
    other.restore(trainer.state())
    trainer.run(20)
    other.run(20)
    assert bytes_of(trainer) == bytes_of(other)


def test_reset_after_a_reshape_draws_the_new_networks_weights():
    sizes, origins = RESHAPED["a layer more"]
    trainer, architecture = trainer_of(), architecture_of(*sizes)
    trainer.run(8)
    trainer.adapt(replace(trainer.recipe, architecture=architecture), None, origins)
    trainer.reset()
    assert bytes_of(trainer) == bytes_of(trainer_of(*sizes))


# --- normalization that comes and goes


KINDS = [(PLAIN, PLAIN), (BATCH, PLAIN), (LAYER, BATCH), (BATCH, BATCH), (PLAIN, LAYER)]


def of_kinds(trainer, kinds):
    """The trainer's architecture, normalized otherwise."""
    return replace(trainer.recipe.architecture, normalizations=kinds)


def cut(architecture, parameters):
    """Each layer's weights, biases, and if it is normalized γ and β."""
    return reference.layers_of(architecture, parameters)


@pytest.mark.parametrize("before, after", [pair for pair in product(KINDS, KINDS) if pair[0] is not pair[1]], ids=str)
@pytest.mark.parametrize("optimizer", [Optimizer.SGD, Optimizer.ADAM])
def test_another_normalization_keeps_the_weights_and_their_memory(before, after, optimizer):
    trainer = trainer_of(kinds=before, optimizer=optimizer)
    trainer.run(11)
    was, left = trainer.state(), trainer.recipe.architecture
    adapted(trainer, architecture=of_kinds(trainer, after))
    now, architecture = trainer.state(), trainer.recipe.architecture
    for part, new_scale in (("parameters", 1), ("first", 0), ("second", 0)):
        for old, new in zip(cut(left, getattr(was, part)), cut(architecture, getattr(now, part)), strict=True):
            for ours, theirs in zip(new, old, strict=False):  # γ and β only where there were some
                np.testing.assert_array_equal(ours, theirs)
            if len(new) > len(old):
                np.testing.assert_array_equal(new[2], new_scale)
                np.testing.assert_array_equal(new[3], 0)
    np.testing.assert_array_equal(now.where, was.where)
    trainer.run(50)
    assert trainer.finite() and trainer.step == 61


def test_batch_normalization_switched_on_computes_at_first_what_was_computed():
    """Its running statistics start with mean 0 and variance 1, so nothing jumps on the page."""
    trainer = trainer_of()
    trainer.run(30)
    before = trainer.evaluate()
    adapted(trainer, architecture=of_kinds(trainer, (BATCH, BATCH)))
    np.testing.assert_allclose(trainer.evaluate().test.loss, before.test.loss, rtol=1e-4)


def test_a_layer_that_stays_normalized_keeps_scale_shift_and_statistics_when_another_changes():
    trainer = trainer_of(kinds=(BATCH, PLAIN), optimizer=Optimizer.ADAM)
    trainer.run(30)
    gamma, beta = cut(trainer.recipe.architecture, trainer.parameters.copy())[0][2:]
    statistics = trainer.statistics.copy()
    assert (gamma != 1).all() and beta.any() and statistics[0, 2:7].all() and (statistics[1, 2:7] != 1).all()
    adapted(trainer, architecture=of_kinds(trainer, (BATCH, LAYER)))
    kept = cut(trainer.recipe.architecture, trainer.parameters)[0][2:]
    np.testing.assert_array_equal(kept, (gamma, beta))
    np.testing.assert_array_equal(trainer.statistics, statistics)


@pytest.mark.parametrize("change", RESHAPED)
@pytest.mark.parametrize("kind", [BATCH, LAYER])
def test_units_that_stay_keep_scale_shift_and_statistics(change, kind):
    sizes, origins = RESHAPED[change]
    trainer = trainer_of(kinds=(kind, kind), optimizer=Optimizer.ADAM)
    trainer.run(20)
    before, old = trainer.state(), trainer.recipe.architecture
    architecture = architecture_of(*sizes, kinds=(kind,) * (len(sizes) - 2))
    trainer.adapt(replace(trainer.recipe, architecture=architecture), data_of(architecture), origins)
    after, recipe = trainer.state(), trainer.recipe
    fresh = initial_parameters(architecture.layout, recipe.initialization, recipe.gain, recipe.seed)
    normalized = old.layout.normalized, architecture.layout.normalized
    for part, new in (("parameters", fresh), ("first", 0 * fresh), ("second", 0 * fresh)):
        expected = reference.grafted(old.sizes, getattr(before, part), sizes, new, origins, *normalized)
        np.testing.assert_array_equal(getattr(after, part), expected)
    expected = reference.grafted_statistics(old.sizes, before.statistics, sizes, origins, *normalized)
    np.testing.assert_array_equal(after.statistics, expected.astype(np.float32))
    trainer.run(50)
    assert trainer.finite() and np.isfinite(trainer.statistics).all()


@pytest.mark.parametrize("grown", ["batch", "data and batch", "normalization", "layer"])
def test_a_mini_batch_that_grows_is_still_normalized_as_one(grown):
    """It needs more room, whatever made it grow: a batch of 150 in pieces of 64 would have other statistics."""
    few = grown == "data and batch"
    start = (
        dict(kinds=(BATCH, PLAIN), batch_size=7)
        if grown != "normalization"
        else dict(kinds=(LAYER, PLAIN), batch_size=150)
    )
    trainer = trainer_of(samples=50 if few else 200, **start)
    recipe = replace(trainer.recipe, batch_size=150)
    sizes, origins = ((2, 5, 4, 3, 1), RESHAPED["a layer more"][1]) if grown == "layer" else ((2, 5, 3, 1), None)
    architecture = architecture_of(*sizes, kinds=(BATCH, *[PLAIN] * (len(sizes) - 3)))
    data = data_of(architecture, 200)
    trainer.adapt(replace(recipe, architecture=architecture), data, origins)
    expected = reference.trained_once(
        trainer.recipe, reference.beginning(architecture, trainer.parameters, trainer.statistics),
        *(part[..., reference.shuffled(200, recipe.seed, 0)[:150]] for part in (data.x_train, data.t_train)), 0.03,
        step=0, count=1,
    )  # fmt: skip
    trainer.run(1)
    np.testing.assert_allclose(trainer.statistics, expected.statistics, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(trainer.parameters, expected.parameters, rtol=1e-4, atol=1e-5)


# --- dropout and noise


def test_what_it_says_was_dropped_was():
    """In batches of one, a unit that was silent has left no gradient on its weights to the next layer."""
    trainer = trainer_of(2, 9, 6, 1, batch_size=1, dropout=(0.4, 0.6), learning_rate=0.1)
    assert not trainer.dropped(1).any() and not trainer.dropped(2).any()
    for _ in range(40):
        before = trainer.parameters.copy()
        trainer.run(1)
        moved = cut(trainer.recipe.architecture, trainer.parameters - before)
        first, second = trainer.dropped(1), trainer.dropped(2)
        assert not moved[1][0][:, first].any() and not moved[2][0][:, second].any()
        assert moved[2][0][:, ~second].all()
        if not second.all():
            assert np.abs(moved[1][0][np.ix_(~second, ~first)]).min(initial=1) > 0
        assert not moved[1][0][second].any() and not moved[1][1][second].any()
    trainer.run(300)
    assert 0 < trainer.dropped(1).sum() < 9 or 0 < trainer.dropped(2).sum() < 6


def test_without_dropout_nothing_is_dropped():
    trainer = trainer_of(dropout=(0.9, 0.0))
    trainer.run(5)
    assert trainer.dropped(1).any() and not trainer.dropped(2).any()
    adapted(trainer, dropout=())
    assert not trainer.dropped(1).any()


@pytest.mark.parametrize("rates", [(0.5,), (0.5, 0.5, 0.5)])
def test_dropout_rates_that_do_not_fit_the_layers_are_refused(rates):
    trainer = trainer_of()
    with pytest.raises(ValueError, match="Expected a dropout rate for each of the 2 hidden layers"):
        replace(trainer.recipe, dropout=rates)


def test_noise_moves_each_sample_anew_in_every_step_by_the_deviation_that_was_set():
    """One linear unit with a weight of 0: its gradient is the mean of −t times the jittered input."""
    architecture = Architecture((1, 1), (), OutputActivation.IDENTITY)
    ones = np.ones(1, np.float32)
    data = TrainingData(np.full((1, 1), 3, np.float32), -ones, np.full((1, 1), 3, np.float32), -ones)
    recipe = recipe_of(
        architecture, Loss.SQUARED_ERROR, learning_rate=1.0, input_noise=0.5, initialization=Initialization.ZEROS,
        batch_size=1
    )  # fmt: skip
    trainer, seen = Trainer(recipe, data), []
    for _ in range(3000):
        trainer.parameters[:] = 0
        trainer.run(1)
        seen.append(-trainer.parameters[0])
    assert len(set(seen)) > 2900
    np.testing.assert_allclose(np.mean(seen), 3, atol=4 * 0.5 / np.sqrt(3000))
    np.testing.assert_allclose(np.std(seen), 0.5, rtol=0.06)
    assert trainer.evaluate().train.loss == np.float32((trainer.parameters @ [3, 1] + 1) ** 2 / 2)


# --- schedules and clipping


def rates_used(trainer, steps):
    """The learning rate of each step, from how far a gradient of 1 moves: one bias, whose target is out of reach."""
    rates = []
    for _ in range(steps):
        before = float(trainer.parameters[-1])
        trainer.run(1)
        rates.append(float(trainer.parameters[-1]) - before)
    return np.array(rates)


def steady(**changes):
    """A gradient of 1 on the bias in every step: the absolute error of a far target. Four steps an epoch,
    one of them short.
    """
    architecture = Architecture((1, 1), (), OutputActivation.IDENTITY)
    x, t = np.zeros((1, 10), np.float32), np.full(10, 1e6, np.float32)
    recipe = recipe_of(
        architecture, Loss.ABSOLUTE, initialization=Initialization.ZEROS, learning_rate=0.5, batch_size=3, **changes
    )  # fmt: skip
    return Trainer(recipe, TrainingData(x, t, x, t))


BEGUN = np.array([epoch + done / 10 for epoch in range(5) for done in (0, 3, 6, 9)])  # epochs, at each step's beginning
ENDED = np.array([epoch + done / 10 for epoch in range(5) for done in (3, 6, 9, 10)])


@pytest.mark.parametrize(
    "schedule, expected",
    [
        (Schedule.CONSTANT, 1 + 0 * BEGUN),
        (Schedule.STEP, 0.5 ** np.floor(BEGUN / 2)),
        (Schedule.EXPONENTIAL, 0.5 ** (BEGUN / 2)),
        (Schedule.COSINE, (1 + np.cos(np.pi * np.minimum(BEGUN / 2, 1))) / 2),
        (Schedule.WARM_UP, np.minimum(ENDED / 2, 1)),
    ],
)
def test_a_schedule_sets_the_rate_of_every_step(schedule, expected):
    """By the epochs before it, parts included; a warm-up by those after it, so that its first step does something."""
    trainer = steady(schedule=schedule, schedule_epochs=2.0, schedule_factor=0.5)
    np.testing.assert_allclose(rates_used(trainer, 20), 0.5 * expected, rtol=1e-5, atol=1e-6)


def test_the_rate_that_is_shown_is_the_schedules_at_this_moment():
    trainer = steady(schedule=Schedule.EXPONENTIAL, schedule_epochs=2.0, schedule_factor=0.5)
    assert trainer.learning_rate == 0.5
    trainer.run(6)
    np.testing.assert_allclose(trainer.learning_rate, 0.5 * 0.5 ** (1.6 / 2))
    adapted(trainer, schedule=Schedule.CONSTANT)
    assert trainer.learning_rate == 0.5


@pytest.mark.parametrize("schedule", list(Schedule))
def test_the_rate_that_is_shown_is_the_one_the_next_step_uses(schedule):
    """Also while warming up, and before an epoch's last step, which has fewer samples."""
    trainer = steady(schedule=schedule, schedule_epochs=2.0, schedule_factor=0.5)
    for _ in range(20):
        shown = trainer.learning_rate
        np.testing.assert_allclose(rates_used(trainer, 1), shown, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("slices", [[40], [1] * 40, [7, 33]], ids=len)
def test_a_schedule_does_not_depend_on_slices(slices):
    trainer, whole = (trainer_of(schedule=Schedule.COSINE, schedule_epochs=3.3) for _ in range(2))
    for steps in slices:
        trainer.run(steps)
    whole.run(40)
    assert bytes_of(trainer) == bytes_of(whole)


def test_clipping_shortens_long_gradients_and_leaves_short_ones():
    free, loose, tight = (trainer_of(clip_norm=norm, learning_rate=1.0) for norm in (0.0, 1e3, 1e-3))
    start = free.parameters.copy()
    for trainer in (free, loose, tight):
        trainer.run(1)
    np.testing.assert_array_equal(loose.parameters, free.parameters)
    whole, short = free.parameters - start, tight.parameters - start
    np.testing.assert_allclose(np.linalg.norm(short), 1e-3, rtol=0.01)
    cosine = whole @ short / np.linalg.norm(whole) / np.linalg.norm(short)
    np.testing.assert_allclose(cosine, 1, atol=1e-4)


def test_clipping_does_not_look_at_the_penalty():
    """As with PyTorch's weight decay, which its optimizers add after gradients are clipped."""
    trainer = trainer_of(clip_norm=1e-6, penalty=Penalty.L2, penalty_rate=0.1, learning_rate=1.0)
    is_weight, before = reference.is_weight((2, 5, 3, 1)), trainer.parameters.copy()
    trainer.run(1)
    np.testing.assert_allclose(trainer.parameters[is_weight], 0.9 * before[is_weight], rtol=1e-4, atol=2e-6)


# --- held parameters


PENALTIES = [{}, {"penalty": Penalty.L1}, {"penalty": Penalty.L2}, {"penalty": Penalty.LP, "penalty_power": 0.5}]


@every_optimizer
@pytest.mark.parametrize("penalty", PENALTIES, ids=str)
def test_held_parameters_do_not_move(optimizer, penalty):
    trainer = trainer_of(
        kinds=(BATCH, PLAIN), optimizer=optimizer, learning_rate=0.05, **penalty | {"penalty_rate": 0.001}
    )
    layout = trainer.recipe.architecture.layout
    places = np.array(
        [0, 3, layout.bias(1).start, layout.scale(1).start + 1, layout.shift(1).stop - 1, layout.size - 1]
    )
    free = np.setdiff1d(np.arange(layout.size), places)
    trainer.run(5)
    before = trainer.parameters.copy()
    trainer.hold(places)
    trainer.run(100)
    np.testing.assert_array_equal(trainer.parameters[places], before[places])
    assert (trainer.parameters[free] != before[free]).mean() > 0.5


def test_parameters_are_held_at_what_is_asked_for_from_at_once():
    trainer = trainer_of()
    trainer.hold(np.array([2, 9]), np.array([0.0, -1.5], np.float32))
    np.testing.assert_array_equal(trainer.parameters[[2, 9]], [0, -1.5])
    trainer.run(20)
    np.testing.assert_array_equal(trainer.parameters[[2, 9]], [0, -1.5])


def test_only_the_last_ones_asked_for_are_held_and_they_go_on_as_if_they_had_never_moved():
    trainer = trainer_of(optimizer=Optimizer.MOMENTUM)
    trainer.hold(np.array([2, 9]))
    trainer.run(50)
    before = trainer.parameters.copy()
    assert not trainer.state().first[[2, 9]].any()  # a gathered velocity would throw them far
    trainer.hold(np.array([4]))
    trainer.run(1)
    assert trainer.parameters[4] == before[4] and (trainer.parameters[[2, 9]] != before[[2, 9]]).all()
    trainer.hold(np.empty(0, np.int64))
    trainer.run(1)
    assert trainer.parameters[4] != before[4]


def test_held_parameters_have_no_part_in_the_norm_that_is_clipped():
    trainer = trainer_of(clip_norm=1e-3, learning_rate=1.0)
    trainer.hold(np.arange(3, trainer.parameters.size))
    before = trainer.parameters.copy()
    trainer.run(1)
    np.testing.assert_allclose(np.linalg.norm(trainer.parameters - before), 1e-3, rtol=0.01)


def test_a_reset_holds_on():
    trainer = trainer_of()
    trainer.hold(np.array([2, 9]), np.array([0.0, -1.5], np.float32))
    trainer.run(20)
    trainer.reset()
    np.testing.assert_array_equal(trainer.parameters[[2, 9]], [0, -1.5])
    fresh = initial_parameters(trainer.recipe.architecture.layout, trainer.recipe.initialization, 1.0, 42)
    np.testing.assert_array_equal(np.delete(trainer.parameters, [2, 9]), np.delete(fresh, [2, 9]))


def test_what_is_held_can_be_set_by_hand_and_is_held_there():
    trainer = trainer_of()
    trainer.hold(np.array([3, 10]))  # the weight into unit 1 from source 1, and the bias of unit 0
    trainer.set_weight(1, unit=1, source=1, value=4.5)
    trainer.set_bias(1, unit=0, value=-0.25)
    trainer.run(20)
    np.testing.assert_array_equal(trainer.parameters[[3, 10]], [4.5, -0.25])


def test_a_live_change_holds_on_and_a_reshape_lets_go():
    trainer = trainer_of()
    trainer.hold(np.array([2, 9]))
    adapted(trainer, learning_rate=0.5, optimizer=Optimizer.ADAM)
    held = trainer.parameters[[2, 9]].copy()
    trainer.run(20)
    np.testing.assert_array_equal(trainer.parameters[[2, 9]], held)
    sizes, origins = RESHAPED["a unit more"]
    trainer.adapt(replace(trainer.recipe, architecture=architecture_of(*sizes)), None, origins)
    trainer.run(1)
    assert (trainer.parameters[[2, 9]] != held).all()


@pytest.mark.parametrize(
    "at, values", [([0, 37], None), ([0, -38], None), ([37], [1.0]), ([0, 1], [1.0, 2.0, 3.0])], ids=str
)
def test_what_is_not_there_cannot_be_held(at, values):
    """The kernel would write beyond the parameters."""
    trainer, untouched = trainer_of(), trainer_of()
    assert trainer.parameters.size == 37
    with pytest.raises((IndexError, ValueError)):
        trainer.hold(np.array(at), values)
    for each in (trainer, untouched):
        each.run(1)
    assert bytes_of(trainer) == bytes_of(untouched)


def test_the_statistics_of_a_held_unit_do_not_move_and_those_of_the_others_do():
    trainer = trainer_of(kinds=(BATCH, BATCH), learning_rate=0.05)
    layout = trainer.recipe.architecture.layout
    trainer.run(5)
    trainer.hold(np.array([layout.bias(1).start + 4, layout.bias(2).start, layout.scale(1).start, 0]))
    held, before = [2 + 4, 2 + 5], trainer.statistics.copy()  # columns: two inputs come first, then five units
    moving = [column for column in range(2, 2 + 5 + 3) if column not in held]
    trainer.run(40)
    np.testing.assert_array_equal(trainer.statistics[:, held], before[:, held])
    assert (trainer.statistics[:, moving] != before[:, moving]).all()
    trainer.reset()
    np.testing.assert_array_equal(trainer.statistics[:, held], before[:, held])
    np.testing.assert_array_equal(trainer.statistics[:, moving], np.repeat([[0], [1]], len(moving), axis=1))
    trainer.hold(np.empty(0, np.int64))
    trainer.run(1)
    assert (trainer.statistics[:, held] != before[:, held]).all()


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_statistics_that_are_no_ordinary_numbers_are_noticed(value):
    trainer = trainer_of(kinds=(BATCH, PLAIN))
    trainer.run(5)
    assert trainer.finite()
    trainer.statistics[1, 3] = value
    assert np.isfinite(trainer.parameters).all() and not trainer.finite()


def test_one_value_serves_for_all_places():
    trainer = trainer_of()
    trainer.hold(np.array([0, 5, 7]), np.float32([0.0]))
    trainer.run(20)
    np.testing.assert_array_equal(trainer.parameters[[0, 5, 7]], 0)


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


@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("penalty", list(Penalty))
@pytest.mark.parametrize("kind", list(Normalization))
def test_an_evaluation_is_the_twins(output, loss, units, penalty, kind):
    """Whatever is dropped or jittered in training."""
    trainer = trainer_of(
        3, 8, units, head=(output, loss), penalty=penalty, penalty_rate=0.02, penalty_power=1.5, huber_delta=0.5,
        kinds=(kind,),
        dropout=(0.3,), input_noise=0.5,
    )  # fmt: skip
    trainer.run(20)
    found, architecture, statistics = trainer.evaluate(), trainer.recipe.architecture, trainer.statistics
    data = data_of(architecture)
    for measures, x, t in ((found.train, data.x_train, data.t_train), (found.test, data.x_test, data.t_test)):
        exact = reference.mean_loss(architecture, loss, trainer.parameters, x, t, statistics, 0.5)
        np.testing.assert_allclose(measures.loss, exact, rtol=1e-5)
        check_scores(measures, architecture, trainer.parameters, x, t, statistics)
    weights = trainer.parameters[reference.is_weight(architecture.sizes, architecture.layout.normalized)]
    cost = reference.penalty_cost(reference.power_of(penalty, 1.5), 0.02, weights)
    np.testing.assert_allclose(found.penalty, cost, rtol=1e-6)


def check_scores(measures, architecture, parameters, x, t, statistics):
    if architecture.output is not OutputActivation.IDENTITY:
        assert measures.accuracy == reference.accuracy(architecture, parameters, x, t, statistics)
        assert measures.rmse is None and measures.r2 is None
        return
    y = reference.forward(architecture, parameters, x, statistics)[0][-1][0]
    np.testing.assert_allclose(measures.rmse, np.sqrt(((y - t) ** 2).mean()), rtol=1e-5)
    np.testing.assert_allclose(
        measures.r2, 1 - ((y - t) ** 2).sum() / ((t - t.mean()) ** 2).sum(), rtol=1e-4, atol=1e-6
    )
    assert measures.accuracy is None


def test_targets_that_are_all_the_same_have_no_r2():
    architecture = architecture_of(2, 1, output=OutputActivation.IDENTITY)
    x, t = np.ones((2, 5), np.float32), np.full(5, 3, np.float32)
    measures = Trainer(recipe_of(architecture, Loss.SQUARED_ERROR), TrainingData(x, t, x, t)).evaluate().test
    assert measures.r2 is None and measures.rmse > 0


def test_what_is_set_aside_is_measured_like_the_test_data():
    trainer = trainer_of(2, 3, 1)
    data = data_of(trainer.recipe.architecture)
    trainer.adapt(trainer.recipe, replace(data, x_validation=data.x_test, t_validation=data.t_test))
    found = trainer.evaluate()
    assert found.validation == found.test != found.train
    with pytest.raises(ValueError, match="Expected inputs of 2 features"):
        trainer.adapt(trainer.recipe, replace(data, x_validation=data.x_test, t_validation=data.t_test[:-1]))


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
