"""Writes tests/golden/trial_seconds.json: what trainings of every kind have taken, by their threads' own clocks.

Run it on a machine that is not too busy when the engine has become faster on purpose, then look at what `cost.py`
makes of it: python -m tests.experiments.make_golden_seconds
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is loaded

import json
import time
from pathlib import Path

from glassbox.engine.warm_up import warm_up
from glassbox.experiments.definition import Experiment
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import questions, ready, variants_of
from glassbox.experiments.train import train
from glassbox.settings import Settings

GOLDEN = Path(__file__).parents[1] / "golden" / "trial_seconds.json"
PLACES, TIMES = 4, 3  # trainings of an experiment, spread over its places; each trained so often
LAYERS = [[2], [16], [128], [64] * 2, [128] * 3, [32] * 6, [8] * 8]
OTHER = (
    {"optimizer": "adam"}, {"batch_size": 1}, {"batch_size": 250}, {"activation": "relu"}, {"dropout": 0.3},
    {"normalization": "batch"}, {"normalization": "layer"}, {"input_noise": 0.3}, {"activation": "gelu"},
)  # fmt: skip
STUDIED = ("best_test_loss", "regions", "lambda_max", "signal_ratio", "first_gradient")


def main():
    warm_up(lambda done, total, what: None)
    groups = dict(_groups())
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(group)}" for name, group in groups.items())
    GOLDEN.write_text(f"{{\n{lines}\n}}\n", "utf-8")


def _groups():
    for question in questions().values():
        for variant in variants_of(question.settings):
            for form in ("quick", "full"):
                name = f"{question.settings.name}, {variant.name}, {form}"
                yield name, _group(Plan(ready(question.settings.name, variant.name, form).experiment))
    base = {"dataset": "multi_gauss", "loss": "squared_error"}
    for layers in LAYERS:
        for other in ({}, *OTHER):
            yield f"{layers}, {other}", _group(_plan(base | {"hidden": [{"units": units} for units in layers]} | other))
    for measure in STUDIED:
        for layers in ([8], [64], [16] * 3):
            hidden = [{"units": units} for units in layers]
            plan = _plan(base | {"hidden": hidden, "activation": "relu"}, measure)
            yield f"{layers}, {measure}", _group(plan)


def _plan(base, *measures):
    """So many epochs that it takes about 0.02 s."""
    chosen = {"base": base, "measures": ("train_mse", *measures), "seeds": 1}
    each = Plan(Experiment(**chosen, epochs=11)).seconds - Plan(Experiment(**chosen, epochs=1)).seconds
    return Plan(Experiment(**chosen, epochs=max(5, min(3000, round(0.2 / each)))))


def _group(plan):
    """What `cost.seconds_of` is asked of some of its places, and what was measured; what is the same of all, once."""
    last = len(plan.training_places) - 1
    rows = [_row(plan, index) for index in sorted({round(at * last / (PLACES - 1)) for at in range(PLACES)})]
    first, experiment = rows[0]["settings"], plan.experiment
    shared = {name: value for name, value in first.items() if all(row["settings"].get(name) == value for row in rows)}
    for row in rows:
        row["settings"] = {name: value for name, value in row["settings"].items() if name not in shared}
    asked = {"kind": experiment.kind, "epochs": experiment.epochs, "measures": experiment.measures}
    return {"settings": shared, "asked": asked, "moments": len(plan.tell_at), "trainings": rows}


def _row(plan, index):
    place, usual = plan.training_places[index], Settings().model_dump(mode="json")
    settings = plan.settings_of(place)
    points, every = plan._counts_of(settings)
    return {
        "settings": {name: value for name, value in settings.model_dump(mode="json").items() if value != usual[name]},
        "points": [points, every], "degree": plan.degree_of(place),
        "seconds": round(min(_timed(plan.trial(index * plan.experiment.seeds)) for _ in range(TIMES)), 6),
    }  # fmt: skip


def _timed(trial):
    began = time.thread_time()
    train(trial)
    return time.thread_time() - began


if __name__ == "__main__":
    main()
