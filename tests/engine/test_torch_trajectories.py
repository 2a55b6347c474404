"""Tests that every optimizer moves the weights as PyTorch's does: 50 mini-batches, step by step.

PyTorch's weights were recorded in float64 by `torch_trajectories/record.py`; where PyTorch is installed, it also runs
beside the engine, in float32 like the engine itself.
"""

import numpy as np
import pytest

from server.engine.choices import Initialization, Penalty, Problem
from server.engine.network import Architecture, output_activation
from server.engine.trainer import Recipe, Trainer, TrainingData
from tests.engine.torch_trajectories.cases import BATCH, CASES, CHECKPOINTS, FIXTURE, batches, initial

CLOSE = 3e-6  # PyTorch's own float32 differs from its float64 by up to 8e-7 after these 50 steps
RECORDED = np.load(FIXTURE)
every_case = pytest.mark.parametrize("name", CASES)


def replay(network, rule, decay):
    """The engine's parameters after each step, [steps, parameters]; each mini-batch is handed over as all the data."""
    recipe = recipe_of(network, rule, decay)
    parts = [data_of(x, t) for x, t in zip(*batches(network), strict=True)]
    trainer = Trainer(recipe, parts[0])
    trainer.parameters[:] = initial(network)
    after = []
    for part in parts:
        trainer.adapt(recipe, part)
        trainer.run(1)
        after.append(trainer.parameters.copy())
    return np.array(after)


def recipe_of(network, rule, decay):
    output = output_activation(network.problem, network.loss)
    return Recipe(
        architecture=Architecture(network.sizes, network.activations, output),
        problem=network.problem,
        loss=network.loss,
        **vars(rule),
        penalty=Penalty.L2 if decay else Penalty.NONE,
        penalty_rate=decay,
        batch_size=BATCH,
        initialization=Initialization.UNIFORM,
        gain=1.0,
        seed=1,
    )


def data_of(x, t):
    inputs = np.ascontiguousarray(x.T)
    return TrainingData(x_train=inputs, t_train=t, x_test=inputs, t_test=t)


@every_case
def test_the_weights_follow_those_recorded_from_pytorch(name):
    ours = replay(*CASES[name])[np.array(CHECKPOINTS) - 1]
    np.testing.assert_allclose(ours, RECORDED[name], rtol=0, atol=CLOSE)


@every_case
def test_the_weights_follow_pytorch_running_beside(name):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; to compare live: pip install torch==2.13.0")
    from tests.engine.torch_trajectories.record import trajectory

    np.testing.assert_allclose(replay(*CASES[name]), trajectory(*CASES[name], torch.float32), rtol=0, atol=CLOSE)


@every_case
def test_training_went_somewhere(name):
    network, _, _ = CASES[name]
    assert np.abs(RECORDED[name][-1] - initial(network)).max() > 0.1


def test_the_cases_cover_every_optimizer_with_and_without_decay_and_every_problem():
    assert set(RECORDED.files) == set(CASES)
    assert {network.problem for network, _, _ in CASES.values()} == set(Problem)
