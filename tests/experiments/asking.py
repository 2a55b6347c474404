"""Asks a ready question in its quick form, on seeds of the tests' own, and holds its medians against what it expects.

Split by groups of questions over several files, so that they can run beside each other.
"""

import numpy as np
import pytest

from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import Expect, questions, ready, variants_of
from glassbox.experiments.train import train

FIRST_SEED = 70_001  # no recipe was looked for or measured with these


def variants(*groups: str) -> list[object]:
    """The variants of all questions of these groups, as parameters of a test."""
    return [
        pytest.param(name, variant.name, id=f"{name}/{variant.name}")
        for name, question in questions().items()
        if question.settings.group in groups
        for variant in variants_of(question.settings)
    ]


def missing(question: str, variant: str) -> list[Expect]:
    """What is expected of the medians and is not so."""
    asked = ready(question, variant, "quick")
    seeds = max(expect.of for expect in asked.expect)
    plan = Plan(asked.experiment.model_copy(update={"first_seed": FIRST_SEED, "seeds": seeds}))
    values = np.array([_told(plan, number) for number in range(plan.total)], dtype=float)
    return [expect for expect in asked.expect if not expect.holds(*_curve(plan, values, expect))]


def _told(plan: Plan, number: int) -> list[list[float]]:
    """A list for each measure; infinite where the training diverged."""
    told = train(plan.trial(number)).told
    return [[np.inf if value is None else value for value in told[name]] for name in plan.experiment.measures]


def _curve(plan: Plan, values: np.ndarray, expect: Expect) -> tuple[list[object], list[float]]:
    """The first axis and the medians along it, at the expected place of the others."""
    others = [axis.index(value) for axis, value in zip(plan.values[1:], expect.others, strict=True)]
    measure = plan.experiment.measures.index(expect.measure)
    medians = []
    for at in range(plan.shape[0]):
        point = (at, *others)
        trials = list(plan.trials_of(point))[: expect.of]
        medians.append(float(np.quantile(values[trials, measure, plan.moment_of(point)], 0.5, method="inverted_cdf")))
    return list(plan.values[0]), medians
