"""Tests that a network before all samples at once has the slow twin's loss and gradients, whatever it is trained by."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Optimizer, Penalty, Schedule
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import assert_close, assert_gradients_close, cases, recipe_of

METHODS = dict(
    optimizer=Optimizer.ADAM, penalty=Penalty.L2, penalty_rate=0.3, clip_norm=0.01, input_noise=0.5, batch_size=3,
    schedule=Schedule.STEP,
)  # fmt: skip


@settings(max_examples=15)
@given(cases(np.float32, deepest=2, samples=st.integers(1, 100), widths=st.integers(1, 5)))
def test_methods_on_top_change_nothing_of_it(case):
    dropout = (0.5,) * len(case.architecture.activations)
    recipe = recipe_of(case.architecture, case.loss, huber_delta=case.delta, dropout=dropout, **METHODS)
    trainer = Trainer(recipe, TrainingData(case.x, case.t, case.x, case.t))
    trainer.parameters[:] = case.parameters
    trainer.run(3)
    state = trainer.state()._replace(parameters=case.parameters)
    batch = FullBatch(recipe, case.x, case.t)
    for _ in range(2):  # it stands where it is told to, whatever was asked before
        z = reference.forward(case.architecture, case.parameters, case.x)[0][-1]
        costs = reference.sample_losses(case.architecture.output, case.loss, z, case.t, case.delta)
        assert_close(batch.loss(state), costs.mean(), 1e-4, 1e-2)
        expected = reference.gradients(case.architecture, case.loss, case.parameters, case.x, case.t, delta=case.delta)
        assert_gradients_close(case, batch.gradients(state), expected)
