"""Small experiments for the tests of this folder."""

from glassbox.experiments.definition import Experiment

CURVE = {
    "dataset": "multi_gauss", "samples": 100, "training_share": 20, "label_noise": 0.3, "hidden": [{"units": 2}],
    "loss": "squared_error", "optimizer": "adam", "learning_rate": 0.01,
}  # fmt: skip


def an_experiment(**asked):
    """Widths of a small network on few points, unless something else is asked."""
    usual = {
        "title": "How wide?",
        "base": CURVE,
        "axes": [{"name": "width", "values": [1, 4, 2]}],
        "seeds": 2,
        "epochs": 5,
        "measures": ["train_mse", "test_mse"],
    }
    return Experiment.model_validate(usual | asked)


def axis(name, *values, **more):
    return {"name": name, "values": list(values), **more}
