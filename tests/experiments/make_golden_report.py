"""Writes tests/golden/experiment_report.json: the report of a small finished experiment, for Python and JavaScript.

Run it when reports have changed on purpose: python -m tests.experiments.make_golden_report
"""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from glassbox.experiments.answers import Guess
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import ready
from glassbox.experiments.report import About, report
from glassbox.words.wire import worded_json
from tests.experiments.running import finished

GOLDEN = Path(__file__).parents[1] / "golden" / "experiment_report.json"
MACHINE = "a processor, glassbox 0.1.0"  # numbers differ from machine to machine in their last digits; so would this


def the_experiment():
    """The first ready question, short and from few seeds."""
    asked = ready("width", form="quick")
    axes = ({"name": "width", "values": (1, 2, 3, 8, 32)},)
    return asked.experiment.model_validate(asked.experiment.plain() | {"axes": axes, "seeds": 3, "epochs": 600})


def the_report():
    """As the page gets it, plain."""
    plan = Plan(the_experiment())
    with ThreadPoolExecutor(1) as threads:
        tally = finished(plan, threads)
    about = About(
        key="golden_experiment_22_a", question="width", variant="width", form="quick", state="done",
        guess=Guess("test_mse", [0.3, 0.2, 0.1, None, 0.1]),
    )  # fmt: skip
    told = msgspec.structs.replace(report(plan, tally, about, None), revision=7, machine=MACHINE)
    return json.loads(worded_json(told))


def main():
    GOLDEN.write_text(json.dumps(the_report(), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
