"""Writes tests/golden/followed.json: what followers of many networks are sent, and the page's own frame of the same
moment and view, which they must make of it.

Run it from the repository when either has changed on purpose: python -m tests.run.make_golden_followed
"""

import base64
import json
from pathlib import Path

import msgspec
import numpy as np

from glassbox.engine.choices import Activation
from glassbox.protocol import broadcast, frames
from glassbox.protocol.broadcast import Most, pack_points
from glassbox.protocol.messages import View
from glassbox.run.broadcast import take_look, take_whole
from glassbox.run.frame import frame_builder
from tests.run.tools import run_of, tell

GOLDEN = Path(__file__).parents[1] / "golden" / "followed.json"
FEW = {"samples": 24, "hidden": [{"units": 5}, {"units": 3}]}
LOOK = {"map_size": 20, "unit_size": 8, "wrong": True, "guessed": (0, 3, 999)}
MANY = {"dataset": "penguins", "samples": 24, "hidden": [{"units": 4}]}
PICTURES = {"dataset": "digits", "samples": 16, "hidden": [{"units": 3}, {"units": 4}]}
ALL_FEATURES = ["x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2"]
MOST = Most(6000, 40)

CASES = {
    **{f"activation {each.value}": ({**FEW, "activation": each.value}, {}) for each in Activation},
    "nothing said of the view": (FEW, {}),
    "a unit of the second layer": (FEW, {"unit": (2, 1)}),
    "an input": (FEW, {"unit": (0, 1)}),
    "a unit that is not there": (FEW, {"unit": (2, 9)}),
    "windows": (FEW, {"windows": ((0, 1), (2, 3), (1, 2), (0, 1))}),
    "windows too large": (FEW, {"windows": ((0, 2), (4, 5), (0, 9), (0, 1))}),
    "features, scaled": ({**FEW, "features": ALL_FEATURES, "input_scale": 0.5}, {}),
    "batch norm": ({**FEW, "normalization": "batch"}, {}),
    "layer norm": ({**FEW, "normalization": "layer"}, {"unit": (1, 2)}),
    "each layer its own": (
        {"samples": 24, "hidden": [
            {"units": 3, "activation": "relu", "normalization": "batch"},
            {"units": 4, "activation": "sine", "normalization": "none"},
            {"units": 2, "activation": "gelu", "normalization": "layer"},
        ]}, {},
    ),
    "no hidden layer": ({"samples": 24, "hidden": []}, {}),
    "two classes by squared error": ({**FEW, "loss": "squared_error"}, {}),
    "two classes by hinge": ({**FEW, "loss": "hinge"}, {}),
    "several classes": ({**FEW, "dataset": "blobs"}, {}),
    "several classes, some on show": ({**FEW, "dataset": "spiral5"}, {"windows": ((0, 2), (0, 5), (0, 3), (1, 3))}),
    "several classes, one of them": ({**FEW, "dataset": "spiral5"}, {"unit": (3, 2)}),
    "several classes by hinge": ({**FEW, "dataset": "blobs", "loss": "hinge"}, {}),
    "regression": ({**FEW, "dataset": "multi_gauss"}, {}),
    "a curve": ({**FEW, "dataset": "sine", "features": ALL_FEATURES}, {}),
    "a unit of a curve": ({**FEW, "dataset": "step"}, {"unit": (1, 4)}),
    "many inputs": (MANY, {}),
    "a slice of many inputs": (MANY, {"axes": (3, 1), "held": (0.5, -1.0, 2.0)}),
    "axes that are not there": (MANY, {"axes": (0, 50)}),
    "pictures": (PICTURES, {}),
    "a unit of pictures": (PICTURES, {"unit": (1, 2)}),
    "validation": ({**FEW, "validation_share": 25, "goal": True}, {}),
    "lanes, of which there is one": (FEW, {"lanes": True}),
    "held": ({**FEW, "held": True}, {"windows": ((0, 2), (1, 3), (0, 2), (0, 1))}),
    "large": ({"samples": 24, "hidden": [{"units": 100}, {"units": 100}]}, {}),
}  # fmt: skip


def run_in(settings):
    """A run of this network, with weights and statistics as large as trained ones, the same on every machine."""
    is_held = settings.get("held", False)
    changes = {name: value for name, value in settings.items() if name not in ("held", "goal")}
    if settings.get("goal"):
        changes["goal"] = "validation_loss"
    run = run_of(**changes)
    chance = np.random.default_rng(len(run.trainer.parameters))
    run.trainer.parameters[:] = chance.normal(0, 0.8, run.trainer.parameters.size).astype(np.float32)
    run.trainer.statistics[0] = chance.normal(0, 0.5, run.trainer.statistics.shape[1]).astype(np.float32)
    run.trainer.statistics[1] = chance.uniform(0.5, 2.0, run.trainer.statistics.shape[1]).astype(np.float32)
    run.changed()
    if is_held:
        tell(run, "hold", action="freeze", layer=1, unit=2, on=True)
        tell(run, "hold", action="disable", layer=2, unit=1, on=True)
        tell(run, "hold", action="disable", layer=1, unit=3, source=1, on=True)
    return run


def entry(settings, view):
    """What is sent, and what is to be made of it."""
    run, seen = run_in(settings), View(**{**LOOK, **view})
    whole = take_whole(run, "alias").whole
    welcome = msgspec.structs.replace(whole.welcome, build="", settings={})  # which change with the page
    whole = msgspec.structs.replace(whole, welcome=welcome)
    look = take_look(run, None, 0, 0.0, MOST)
    told = msgspec.structs.replace(look.frame, frame=7, points=pack_points(look.columns))
    evaluation, _ = run.evaluate()
    first, columns = run.history.curves.since(0)
    points = frames.Points(first, np.array(columns, "<f8").tobytes())
    own = frame_builder.build(run, evaluation, seen, 7, 0.0, points, with_data=False)
    return {
        "view": seen.model_dump(mode="json"),
        "whole": _text(broadcast.encode_whole(whole)),
        "told": _text(broadcast.encode_frame(told)),
        "frame": _text(frames.encode(own)),
    }


def _text(data):
    return base64.b64encode(data).decode("ascii")


def golden():
    """Every case by its name."""
    return {name: entry(*case) for name, case in CASES.items()}


def main():
    """Write the file."""
    lines = [f"{json.dumps(name)}: {json.dumps(each)}" for name, each in golden().items()]
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
