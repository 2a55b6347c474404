"""The trainings that `experiments.py` compares: the same work everywhere, in a file that workers find."""

import time

from glassbox.experiments.definition import MOST_SEEDS, Experiment
from glassbox.experiments.plan import MOST_TRIALS, Plan

KINDS = {"small": (8, 50, 500), "MG-64": (64, 100, 2000)}  # tanh units, points that train, epochs
BATCH, RATE = 10, 0.01


def plan_of(kind, seconds):
    """An experiment that takes about so long on one core, if that many trainings may be asked for: many seeds, and
    rates that hardly differ.
    """
    units, points, epochs = KINDS[kind]
    base = {"dataset": "multi_gauss", "samples": 10 * points, "training_share": 10, "label_noise": 0.3,
            "hidden": [{"units": units}], "loss": "squared_error", "optimizer": "adam", "learning_rate": RATE,
            "batch_size": BATCH, "activation": "tanh"}  # fmt: skip
    asked = {"base": base, "epochs": epochs, "measures": ("test_mse",)}
    trials = min(MOST_TRIALS, max(1, round(seconds / Plan(Experiment(**asked, seeds=1)).seconds)))
    rates = [round(RATE + 1e-6 * at, 6) for at in range(-(-trials // MOST_SEEDS))]
    axes = ({"name": "learning_rate", "values": rates},)
    return Plan(Experiment(**asked, axes=axes, seeds=-(-trials // len(rates))))


def train_for(kind, seconds):
    """Trainings a second of a process that is left to itself so long."""
    from glassbox.experiments.train import train

    plan, done, spent, began = plan_of(kind, 1.0), 0, 0.0, time.perf_counter()
    while spent < seconds:
        train(plan.trial(done % plan.total))
        done, spent = done + 1, time.perf_counter() - began
    return done / spent
