"""The update that the graph announces against the step that the engine then takes, and the gradient check."""

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.graph.answer import graph
from glassbox.study.questions import GraphQuestion
from tests.run.tools import run_of, tell, train_epochs
from tests.study.graphs import update_at

SETTINGS = [
    *({"optimizer": name} for name in ("sgd", "momentum", "nesterov", "rmsprop", "adam")),
    {"clip_norm": 0.05},
    {"penalty": "l1", "penalty_rate": 0.02},
    {"penalty": "l2", "penalty_rate": 0.1, "clip_norm": 0.05},
    {"penalty": "lp", "penalty_power": 0.5, "penalty_rate": 0.01},
    {"penalty": "lp", "penalty_power": 3.0, "penalty_rate": 0.1, "optimizer": "adam"},
    {"schedule": "warm_up", "schedule_epochs": 10.0, "optimizer": "momentum"},
    {"schedule": "cosine", "schedule_epochs": 7.0},
    {"penalty": "l1", "penalty_rate": 0.02, "optimizer": "momentum"},
    {"penalty": "lp", "penalty_power": 0.5, "penalty_rate": 0.005, "optimizer": "nesterov"},
    {"penalty": "l1", "penalty_rate": 0.02, "optimizer": "rmsprop"},
    {"normalization": "batch", "optimizer": "adam"},
    {"normalization": "layer"},
    *(
        {
            "optimizer": name,
            "penalty": penalty,
            "penalty_rate": 0.02,
            "clip_norm": 0.03,
            "schedule": schedule,
            "schedule_epochs": 9.0,
        }
        for name, penalty, schedule in (
            ("momentum", "l2", "step"),
            ("nesterov", "l1", "exponential"),
            ("rmsprop", "l2", "warm_up"),
            ("adam", "l1", "cosine"),
            ("adam", "l2", "exponential"),
        )
    ),
    {"optimizer": "adam", "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3},
    {"optimizer": "rmsprop", "rmsprop_decay": 0.5, "penalty": "lp", "penalty_power": 0.7, "penalty_rate": 0.02},
    {"optimizer": "nesterov", "momentum": 0.5, "normalization": "batch", "penalty": "l2", "penalty_rate": 0.05},
    {"dataset": "blobs", "activation": "gelu", "loss": "hinge"},
    {"dataset": "spiral3", "activation": "relu", "batch_size": 33},
    {"dataset": "multi_gauss", "loss": "huber", "huber_delta": 0.2, "hidden": []},
]


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: " ".join(map(str, settings.values())))
def test_the_update_is_the_engines_next_step(settings):
    """After some steps, so that the optimizer has a memory and the last mini-batch of an epoch was smaller."""
    run = run_of(**{"batch_size": 7, "learning_rate": 0.05} | settings)
    train_epochs(run, 2)
    run.trainer.run(3)
    update = update_at(take_snapshot(run))
    stages, before, trainer = update.stages, run.trainer.parameters.copy(), run.trainer
    trainer.run(1)
    np.testing.assert_array_equal(before, stages["before"])
    np.testing.assert_allclose(trainer.parameters, stages["after"], rtol=2e-6, atol=1e-6)
    moved = np.abs(trainer.parameters - before).max()
    np.testing.assert_allclose(
        trainer.parameters - before, stages["after"] - stages["before"], atol=2e-3 * moved + 1e-7
    )
    memory = trainer.state()
    for name, part in (("first", memory.first), ("second", memory.second)):
        if name in stages:
            np.testing.assert_allclose(part, stages[name], rtol=1e-4, atol=1e-6)
    assert update.numbers.updates == trainer.step


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: " ".join(map(str, settings.values())))
def test_what_is_frozen_or_disabled_does_not_move(settings):
    """A frozen unit, a disabled one and a disabled connection, held while it trains: the rest is the engine's."""
    run = run_of(**{"batch_size": 7, "learning_rate": 0.05, "hidden": [{"units": 4}, {"units": 3}]} | settings)
    train_epochs(run, 2)
    if len(run.trainer.recipe.architecture.sizes) > 2:
        tell(run, "hold", action="freeze", layer=1, unit=0, source=None, on=True)
        tell(run, "hold", action="disable", layer=1, unit=1, source=None, on=True)
    tell(run, "hold", action="disable", layer=1, unit=0, source=1, on=True)
    run.trainer.run(3)
    before, snapshot = run.trainer.parameters.copy(), take_snapshot(run)
    update, held = update_at(snapshot), snapshot.moment.holds.places
    after = update.after
    assert sorted(held) == sorted(run.trainer.held.at) and 0 < len(held) < len(before)
    run.trainer.run(1)
    np.testing.assert_array_equal(after[held], before[held])
    np.testing.assert_array_equal(run.trainer.parameters[held], before[held])
    np.testing.assert_array_equal(update.stages["change"][held], 0)
    moved = np.abs(run.trainer.parameters - before).max()
    assert moved > 0
    np.testing.assert_allclose(run.trainer.parameters - before, after - before, atol=2e-3 * moved + 1e-7)


def test_what_is_frozen_is_no_part_of_the_norm_that_is_clipped():
    run = run_of(clip_norm=0.01, hidden=[{"units": 3}])
    whole = graph(take_snapshot(run), GraphQuestion()).update.numbers.norm
    tell(run, "hold", action="freeze", layer=1, unit=None, source=None, on=True)
    update, held = update_at(take_snapshot(run)), take_snapshot(run).moment.holds.places
    learning = np.delete(update.stages["gradient"], held)
    assert update.numbers.norm == pytest.approx(np.linalg.norm(learning)) and update.numbers.norm < whole
