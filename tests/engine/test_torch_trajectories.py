"""Tests that training moves the weights as PyTorch's does: 50 mini-batches, step by step, whatever is switched on.

PyTorch's weights were recorded in float64 by `torch_trajectories/record.py`; where PyTorch is installed, it also runs
beside the engine, in float32 like the engine itself.
"""

from itertools import product

import numpy as np
import pytest

from glassbox.engine.choices import Initialization, Loss, Normalization, Optimizer, Penalty, Problem, Schedule
from glassbox.engine.network import Architecture, output_activation
from glassbox.engine.recipe import Recipe
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests.engine.torch_trajectories.cases import (
    BATCH,
    CASES,
    CHECKPOINTS,
    FIXTURE,
    PENALTIES,
    SEED,
    STATISTICS,
    batches,
    initial,
)

CLOSE = 3e-6  # PyTorch's own float32 differs from its float64 by up to 8e-7 after these 50 steps
NORMALIZED = 1e-5  # dividing by a small spread magnifies what rounding leaves
RECORDED = np.load(FIXTURE)
every_case = pytest.mark.parametrize("name", CASES)


def replay(network, rule, decay):
    """The engine's parameters after each step, [steps, parameters], and its running statistics at the end.

    Each mini-batch is handed over as all the data, and so is an epoch.
    """
    recipe = recipe_of(network, rule, decay)
    parts = [data_of(x, t) for x, t in zip(*batches(network), strict=True)]
    trainer = Trainer(recipe, parts[0])
    trainer.parameters[:] = initial(network)
    after = []
    for part in parts:
        trainer.adapt(recipe, part)
        trainer.run(1)
        after.append(trainer.parameters.copy())
    return np.array(after), trainer.statistics


def recipe_of(network, rule, decay):
    output = output_activation(network.problem, network.loss)
    return Recipe(
        architecture=Architecture(network.sizes, network.activations, output, network.normalizations),
        problem=network.problem,
        loss=network.loss,
        huber_delta=network.huber_delta,
        dropout=network.dropout,
        input_noise=network.input_noise,
        **vars(rule) | {"penalty": rule.penalty if decay else Penalty.NONE},
        penalty_rate=decay,
        batch_size=BATCH,
        initialization=Initialization.UNIFORM,
        gain=1.0,
        seed=SEED,
    )


def data_of(x, t):
    inputs = np.ascontiguousarray(x.T)
    return TrainingData(x_train=inputs, t_train=t, x_test=inputs, t_test=t)


def tolerance(network):
    return NORMALIZED if network.normalizations else CLOSE


@every_case
def test_the_weights_follow_those_recorded_from_pytorch(name):
    ours, _ = replay(*CASES[name])
    np.testing.assert_allclose(ours[np.array(CHECKPOINTS) - 1], RECORDED[name], rtol=0, atol=tolerance(CASES[name][0]))


@pytest.mark.parametrize("name", [name for name in CASES if name + STATISTICS in RECORDED.files])
def test_the_running_statistics_are_those_recorded_from_pytorch(name):
    _, statistics = replay(*CASES[name])
    np.testing.assert_allclose(statistics, RECORDED[name + STATISTICS], rtol=1e-5, atol=tolerance(CASES[name][0]))
    assert (statistics[1] != 1).sum() >= 6


@every_case
def test_the_weights_follow_pytorch_running_beside(name):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; to compare live: pip install torch==2.13.0")
    from tests.engine.torch_trajectories.record import trajectory

    network, rule, _ = CASES[name]
    # In float32, PyTorch's biases before batch normalization wander: of their gradient, 0, it keeps what rounding
    # leaves. And the closed form of the proximal step for p < 1 loses half its digits there.
    is_rough = Normalization.BATCH in network.normalizations or rule.penalty_power < 1
    dtype = torch.float64 if is_rough else torch.float32
    (ours, _), (theirs, _) = replay(*CASES[name]), trajectory(*CASES[name], dtype)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=tolerance(network))


@every_case
def test_training_went_somewhere(name):
    network, _, _ = CASES[name]
    assert np.abs(RECORDED[name][-1] - initial(network)).max() > 0.1


def test_a_penalty_with_a_kink_brings_weights_to_zero_as_in_pytorch(subtests):
    for penalty, name in product(("L1", "L0.5"), CASES):
        if name.endswith(f" {penalty}"):
            with subtests.test(name):
                np.testing.assert_array_equal(replay(*CASES[name])[0][-1] == 0, RECORDED[name][-1] == 0)
    for penalty in ("L1", "L0.5"):
        assert sum((RECORDED[f"regression, {optimizer}, {penalty}"][-1] == 0).sum() for optimizer in Optimizer) >= 5


def test_the_cases_cover_whatever_training_can_be_told():
    assert {name.removesuffix(STATISTICS) for name in RECORDED.files} == set(CASES)
    networks, rules = [network for network, _, _ in CASES.values()], [rule for _, rule, _ in CASES.values()]
    assert {network.problem for network in networks} == set(Problem)
    assert {network.loss for network in networks} == set(Loss)
    assert {kind for network in networks for kind in network.normalizations} == set(Normalization)
    assert {rule.schedule for rule in rules} == set(Schedule)
    assert {rule.optimizer for rule in rules} == set(Optimizer)
    assert {rule.penalty for rule in rules} == set(Penalty) - {Penalty.NONE}
    assert all(f"regression, {optimizer}, {penalty}" in CASES for optimizer, penalty in product(Optimizer, PENALTIES))
    assert any(network.dropout and network.input_noise for network in networks)
