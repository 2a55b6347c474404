"""Writes tests/golden/lesson.json: lessons as a page gets them, and what answers are told, for Python and JavaScript.

Run it when these have changed on purpose: python -m tests.lessons.make_golden_lesson
"""

import json
from pathlib import Path

from glassbox.lessons.checks import check
from glassbox.lessons.shelf import Shelf
from glassbox.words.wire import worded_json

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parents[1] / "golden" / "lesson.json"
AT_20 = {"epoch": 20.0, "test_accuracy": 0.996, "diverged": 0.0}
BY_HAND = {"train_wrong": 7.0, "wrong_orange": 7.0, "wrong_blue": 0.0, "largest_weight": 0.1, "step": 0.0, "w1": 0.1}


def verdicts(lesson):
    """One of each kind."""
    first, second, third = lesson.steps
    choice, number, curve, do = first.question(1), second.question(1), second.question(2), third.question(1)
    went = [0.7 * 0.8**at for at in range(10)]
    return {
        "waiting": check(choice, 0, 0, {"epoch": 3.0, "diverged": 0.0}),
        "right": check(choice, 0, 0, AT_20),
        "wrong": check(choice, 1, 0, AT_20),
        "number": check(number, 60, 0, AT_20 | {"epoch": 25.0}),
        "curve": check(curve, [0.5] * 10, 0, {"epoch": 30.0, "diverged": 0.0}, went),
        "missed": check(do, None, 0, BY_HAND),
        "hint": check(do, None, 1, BY_HAND),
        "reached": check(do, None, 0, BY_HAND | {"train_wrong": 0.0}),
    }


def golden():
    """All of it, plain."""
    shelved = Shelf(texts=SAMPLES).now()
    return {
        "list": json.loads(shelved.listing),
        "lessons": [json.loads(shelved.told(name)) for name in shelved.lessons],
        "verdicts": json.loads(worded_json(verdicts(shelved.lessons["first-line"]))),
    }


def main():
    GOLDEN.write_text(json.dumps(golden(), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
