"""Writes tests/golden/frames.json: frames as bytes, with what they hold, for the tests in Python and in JavaScript.

Run it from the repository when the protocol has changed on purpose: python -m tests.protocol.make_golden_frames
"""

import base64
import json
from pathlib import Path

import msgspec
import numpy as np

from glassbox.engine.pictures import pack, unpack
from glassbox.protocol import frames

GOLDEN = Path(__file__).parents[1] / "golden" / "frames.json"


def pictures(count, size):
    """Images uint8 [count, size, size] with a slope and a few spots."""
    slope = np.add.outer(np.arange(size) * 5, np.arange(size) * 3)
    images = 100 + slope[None] + 20 * np.arange(count)[:, None, None]
    images[:, 1, 1] = 255
    return (images % 256).astype(np.uint8)


def floats(count):
    return (np.arange(count, dtype=np.float32) - 2) / 3


LENGTH = frames.Quantity("length", "mm", 44.0, 2.5, -6.0, 6.0)
DEPTH = frames.Quantity("depth", "", 0.0, 1.0, 0.0, 1.0)
SPECIES = frames.Quantity("species", "", 0.0, 1.0, -6.0, 6.0)
POINTS = (np.arange(16) / 3).tobytes()  # two points of eight columns


def binary():
    """The first frame of a network of two classes, data included, as a page sees it while it plays."""
    return frames.Frame(
        frame=0, run=1, lane=1, lane_count=1, branch=0,
        points=frames.Points(0, POINTS), present=None, revision=0, step=25, epoch=1, progress=0.25,
        playing=True,
        steps_per_second=1000.5, parameters=13,
        problem="binary", classes=2, train=frames.Measures(0.5, 0.75, None, None),
        test=frames.Measures(0.625, 0.5, None, None), validation=frames.Measures(0.5625, 0.5, None, None), penalty=0.0,
        learning_rate=0.03125, goal=None, sizes=(2, 3, 1), windows=((0, 2), (1, 2), (0, 1)),
        weights=floats(6).tobytes(), biases=floats(3).tobytes(),
        map=frames.Map(6, None, "signed", 1.0, pack(pictures(1, 6)), None),
        units=frames.Units(4, floats(5).tobytes(), pack(pictures(5, 4))), held=None, dropped=bytes([0, 0, 1, 0, 0]),
        answer=None, wrong=bytes([0b10]), guesses=None, lanes=None,
        data=frames.Data(
            3, "binary", 2, 1, 1, 1.0, 0, (LENGTH, DEPTH), SPECIES, ("no", "yes"), floats(4).tobytes(),
            floats(2).tobytes()
        ),
    )  # fmt: skip


def lane(number, differs, stopped):
    """One of two runs that are compared."""
    return frames.Lane(
        lane=number, step=2**40, epochs=2.5, parameters=13, differs=differs, stopped=stopped,
        reached=frames.Reached(2, 0.75, 13, by_hand=False) if stopped else None,
        train=frames.Measures(0.5, 0.75, None, None), test=frames.Measures(float("inf"), 0.5, None, None),
        sizes=(2, 1), weights=floats(2).tobytes(), biases=floats(1).tobytes(),
        map=frames.Map(5, None, "classes", 1.0, pack(pictures(1, 5)), pack(pictures(1, 5) % 3)),
    )  # fmt: skip


def multiclass():
    """A later frame of three classes, far into a long run."""
    return frames.Frame(
        frame=2**33, run=7, lane=2, lane_count=2, branch=2,
        points=frames.Points(2**12, b""), revision=12, step=2**40, epoch=2**32 + 1, progress=0.0,
        present=frames.Present(2**41, 2**33, 0.5), playing=False, steps_per_second=0.0,
        parameters=200_000, problem="multiclass", classes=3, train=frames.Measures(0.1, 1.0, None, None),
        test=frames.Measures(float("inf"), 0.25, None, None), validation=None, penalty=12.5, learning_rate=10.0,
        goal=frames.Goal(0.0, float("inf"), None, frames.Reached(212, 0.17, 13, by_hand=True), "Learning rate 0.3"),
        sizes=(2, 2, 3),
        windows=((0, 2), (0, 2), (0, 3)), weights=floats(10).tobytes(), biases=floats(5).tobytes(),
        map=frames.Map(5, None, "classes", 1.0, pack(pictures(1, 5)), pack(pictures(1, 5) % 3)),
        units=frames.Units(3, floats(7).tobytes(), pack(pictures(7, 3))),
        held=frames.Held(bytes([0, 0, 1, 2, 0, 0, 0]), bytes([0, 1] + 8 * [0]), floats(10).tobytes(), (0, 1, 0)),
        dropped=None, answer=floats(3).tobytes(), wrong=None, guesses=bytes([2, 0, 255]),
        lanes=(lane(1, "", "Stopped."), lane(2, "Learning rate 0.3", "")), data=None,
    )  # fmt: skip


def regression():
    """A unit looked at large, in the smallest network."""
    return frames.Frame(
        frame=41, run=1, lane=1, lane_count=1, branch=0,
        points=frames.Points(3, POINTS), present=None, revision=2, step=3, epoch=0, progress=0.5,
        playing=True,
        steps_per_second=1.0, parameters=2,
        problem="regression", classes=0, train=frames.Measures(0.25, None, 0.5, 0.875),
        test=frames.Measures(0.25, None, 0.5, None), validation=None, penalty=0.125, learning_rate=0.0,
        goal=frames.Goal(0.5, None, frames.Reached(0, 0.5, 2, by_hand=False), None, ""), sizes=(1, 1),
        windows=((0, 1), (0, 1)),
        weights=floats(1).tobytes(), biases=floats(1).tobytes(),
        map=frames.Map(4, (1, 0), "signed", 2.5, pack(pictures(1, 4)), None),
        units=frames.Units(2, floats(2).tobytes(), pack(pictures(2, 2))), held=None, dropped=None, answer=None,
        wrong=b"", guesses=None,
        lanes=None, data=None,
    )  # fmt: skip


def curve():
    """The same network, where what it answers is a function of one number."""
    return msgspec.structs.replace(
        regression(), frame=42, map=frames.Map(5, None, "curve", 2.5, b"", None, floats(5).tobytes())
    )  # fmt: skip


def digits():
    """The first frame of data that are pictures, which come packed."""
    data = frames.Data(
        1, "multiclass", 3, 1, 0, 1.0, 2, (LENGTH, DEPTH, LENGTH, DEPTH), SPECIES, (), pack(pictures(3, 2)),
        floats(3).tobytes(),
        frames.Grain(-0.5, 0.0625),
    )  # fmt: skip
    return msgspec.structs.replace(multiclass(), frame=43, data=data)


CASES = {"binary": binary, "multiclass": multiclass, "regression": regression, "curve": curve, "digits": digits}


def meaning(frame):
    """What the page should read: arrays as lists of numbers, pictures as pixels; infinity as a word, for JSON."""
    told = {name: getattr(frame, name) for name in frame.__struct_fields__}
    told |= {
        name: fields(getattr(frame, name))
        for name in ("train", "test", "validation", "present")
        if getattr(frame, name)
    }
    told["points"] = fields(frame.points) | {"values": list(frame.points.values)}
    told["weights"], told["biases"] = numbers(frame.weights), numbers(frame.biases)
    told["map"] = map_of(frame.map)
    told["answer"] = None if frame.answer is None else numbers(frame.answer)
    told["lanes"] = frame.lanes and [
        fields(each)
        | {"train": fields(each.train), "test": fields(each.test), "map": map_of(each.map)}
        | {"reached": each.reached and fields(each.reached)}
        | {"weights": numbers(each.weights), "biases": numbers(each.biases)}
        for each in frame.lanes
    ]
    if frame.goal:
        reached, earlier = frame.goal.reached, frame.goal.earlier
        told["goal"] = fields(frame.goal) | {
            "reached": reached and fields(reached),
            "earlier": earlier and fields(earlier),
        }
    count = len(frame.units.scales) // 4
    told["units"] = fields(frame.units) | {
        "scales": numbers(frame.units.scales),
        "pixels": pictures(count, frame.units.size).ravel().tolist(),
    }
    told["wrong"] = None if frame.wrong is None else list(frame.wrong)
    told["guesses"] = None if frame.guesses is None else list(frame.guesses)
    if frame.dropped is not None:
        told["dropped"] = list(frame.dropped)
    if frame.held:
        told["held"] = {
            "units": list(frame.held.units), "cut": list(frame.held.cut),
            "remembered": numbers(frame.held.remembered), "frozen": list(frame.held.frozen),
        }  # fmt: skip
    if frame.data:
        told["data"] = fields(frame.data) | {
            "points": points_of(frame.data),
            "targets": numbers(frame.data.targets),
            "inputs": [fields(quantity) for quantity in frame.data.inputs],
            "target": fields(frame.data.target),
            "grain": frame.data.grain and fields(frame.data.grain),
        }
    return told


def points_of(data):
    if not data.grain:
        return numbers(data.points)
    return (
        (data.grain.origin + data.grain.step * unpack(data.points, len(data.targets) // 4, data.side)).ravel().tolist()
    )


def map_of(picture):
    return fields(picture) | {
        "pixels": pictures(1, picture.size).ravel().tolist() if picture.pixels else [],
        "classes": None if picture.classes is None else (pictures(1, picture.size) % 3).ravel().tolist(),
        "values": None if picture.values is None else numbers(picture.values),
    }


def fields(struct):
    values = {name: getattr(struct, name) for name in struct.__struct_fields__}
    return {name: "Infinity" if value == float("inf") else value for name, value in values.items()}


def numbers(raw):
    return np.frombuffer(raw, "<f4").tolist()


def golden():
    """The whole file as data."""
    return {
        name: {"bytes": base64.b64encode(frames.encode(make())).decode(), "frame": meaning(make())}
        for name, make in CASES.items()
    }


def main():
    """Write the file."""
    lines = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in golden().items()]
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
