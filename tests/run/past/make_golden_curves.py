"""Writes tests/golden/history.json: what remains of curves that were left and of many flags, for the page's twin.

Run it from the repository when the rules have changed on purpose: python -m tests.run.past.make_golden_curves
"""

import json
from pathlib import Path

import msgspec

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.server_messages import Mark
from glassbox.run.lows import NO_LOWS
from glassbox.run.past.curves import Curves

GOLDEN = Path(__file__).parents[2] / "golden" / "history.json"

RUN = 3
INTERVAL = 0.5  # epochs from point to point
MARKS = [
    {"x": x, "changed": [name], "text": f"{name} {number}"}
    for number, (x, name) in enumerate(
        [(0, "a"), (0.5, "a"), (1.0, "a"), (1.5, "a"), (1.5, "b"), (1.6, "a"), (99, "a"), (100, "a"), (101, "a"),
        (102, "a")]
        + [(200 + 10 * number, "c") for number in range(210)]
    )
]  # fmt: skip

BRANCHES = [  # so many points, then on from each of these epochs with so many more
    {"points": 8, "rounds": []},
    {"points": 8, "rounds": [[1.5, 0]]},
    {"points": 8, "rounds": [[0.0, 3], [99.0, 2], [1.0, 4], [1.0, 4], [0.5, 4]]},
    {"points": 2345, "rounds": [[10.5, 20], [12.0, 2100]]},
]


def branched(points, rounds):
    """StoredCurves of a run that went on from its past, at the interval; flags every tenth point."""
    history, x = Curves(), 0.0

    def grow(count):
        nonlocal x
        for _ in range(count):
            measures = Metrics(x, None, 2 * x, None)
            history.record(x, Evaluation(measures, measures, 0.0), 0.1)
            if x % 5 == 0:
                history.mark(Mark(x, (str(x),), ""))
            x += INTERVAL

    grow(points)
    for start, more in rounds:
        history.go_on_from(start, NO_LOWS)
        x = start + INTERVAL
        grow(more)
    return history.plain(RUN)


def outcome(points, rounds):
    plain = branched(points, rounds)
    return {
        "points": points, "rounds": rounds, "branch": plain["branch"], "x": summary(plain["x"]),
        "marks": [mark.x for mark in plain["marks"]], "branches": [summary(each["x"]) for each in plain["branches"]],
    }  # fmt: skip


def summary(x):
    """Enough of a long column to tell it by."""
    return {"length": len(x), "first": x[:3], "last": x[-3:], "sum": sum(x)}


def golden():
    """The whole file as data."""
    marked = Curves()
    for mark in MARKS:
        marked.mark(Mark(mark["x"], tuple(mark["changed"]), mark["text"]))
    return {
        "interval": INTERVAL,
        "marks": MARKS,
        "branched": [outcome(**case) for case in BRANCHES],
        "kept": msgspec.to_builtins(marked.plain(RUN)["marks"]),
    }


def main():
    """Write the file."""
    GOLDEN.write_text(json.dumps(golden()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
