"""Writes tests/golden/history.json: what remains of long curves and many flags, for the page's twin of `History`.

Run it from the repository when the rules have changed on purpose: python -m tests.session.make_golden_history
"""

import json
from pathlib import Path

from server.engine.trainer import Evaluation, Measures
from server.session.history import History, Mark

GOLDEN = Path(__file__).parents[1] / "golden" / "history.json"

RUN = 3
INTERVAL = 0.5  # epochs from point to point
POINTS = [1, 2000, 2001, 2002, 4001, 7777, 20_001]
MARKS = [
    {"x": x, "changed": [name], "text": f"{name} {number}"}
    for number, (x, name) in enumerate(
        [(0, "a"), (0.5, "a"), (1.0, "a"), (1.5, "a"), (1.5, "b"), (1.6, "a"), (99, "a"), (100, "a"), (101, "a"), (102, "a")]
        + [(200 + 10 * number, "c") for number in range(210)]
    )
]  # fmt: skip


def history_of(points):
    history = History()
    for index in range(points):
        measures = Measures(index, None, 2 * index, None)
        history.record(index * INTERVAL, Evaluation(measures, measures, 0.0), 0.1)
    return history


def summary(x):
    """Enough of a long column to tell it by."""
    return {"length": len(x), "first": x[:3], "last": x[-3:], "sum": sum(x)}


def golden():
    """The whole file as data."""
    marked = History()
    for mark in MARKS:
        marked.mark(Mark(mark["x"], tuple(mark["changed"]), mark["text"]))
    return {
        "interval": INTERVAL,
        "curves": [{"points": points, "x": summary(history_of(points).plain(RUN)["x"])} for points in POINTS],
        "marks": MARKS,
        "kept": marked.plain(RUN)["marks"],
    }


def main():
    """Write the file."""
    GOLDEN.write_text(json.dumps(golden()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
