"""Data of a worker: drawn once for all trainings that learn from the same, and the same as if drawn anew."""

import numpy as np
import pytest

from glassbox.experiments.drawn import drawn
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import train
from glassbox.run.build import split_data
from glassbox.settings import Settings
from tests.experiments.an_experiment import an_experiment, axis

BASE = Settings()
OTHERS = {
    "dataset": "moons", "samples": 77, "training_share": 30, "noise": 0.3, "label_noise": 0.2, "data_seed": 9,
    "validation_share": 20, "features": ["x1", "x2", "x1_x2"], "input_scale": 2.0, "split": "counts",
}  # fmt: skip


def arrays(split):
    data = split.data
    parts = (data.x_train, data.t_train, data.x_test, data.t_test, data.x_validation, data.t_validation)
    return [np.zeros(0) if part is None else part for part in parts]


@pytest.mark.parametrize("name", OTHERS)
def test_every_setting_of_data_and_inputs_counts(name):
    drawn(BASE)
    settings = BASE.changed({name: OTHERS[name]})
    assert all(map(np.array_equal, arrays(drawn(settings)), arrays(split_data(settings))))
    assert drawn(settings) is not drawn(BASE)


def test_no_setting_that_the_data_depend_on_is_forgotten():
    """Whatever else is changed: the same are drawn anew."""
    for name, value in {"hidden": [{"units": 3}], "seed": 5, "batch_size": 7, "loss": "squared_error"}.items():
        settings = BASE.changed({name: value})
        assert drawn(settings) is drawn(BASE)
        assert all(map(np.array_equal, arrays(split_data(settings)), arrays(split_data(BASE))))


def test_no_training_writes_to_them():
    """With noise on the inputs, batches that are normalized, units that are dropped, and early stopping."""
    wild = {"input_noise": 0.5, "dropout": 0.3, "normalization": "batch", "patience": 3, "validation_share": 20}
    base = an_experiment().base | wild
    plan = Plan(an_experiment(base=base, axes=[axis("width", 2, 3)], seeds=1, epochs=20))
    trials = [plan.trial(0), plan.trial(1)]
    split = drawn(Settings.model_validate(trials[0].settings))
    before = [part.tobytes() for part in arrays(split)]
    first = train(trials[1])
    train(trials[0])
    assert [part.tobytes() for part in arrays(split)] == before
    assert drawn(Settings.model_validate(trials[1].settings)) is split and train(trials[1]) == first
