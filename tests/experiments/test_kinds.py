"""What the kinds of trial ask of an experiment, each in a sentence of its own where it is missing."""

import pytest

from glassbox.experiments import words
from glassbox.experiments.plan import Plan
from glassbox.protocol.refusals import Refusal
from tests.experiments.an_experiment import an_experiment, axis

SINE = {"dataset": "sine", "samples": 40}
HILLS = {"dataset": "multi_gauss", "samples": 40, "loss": "squared_error"}
DEGREES, WIDTHS = axis("degree", 1, 2), axis("width", 1, 2)


@pytest.mark.parametrize(
    ("kind", "base", "axes", "measure", "why"),
    [
        ("polynomial", SINE, [WIDTHS], "test_mse", words.POLYNOMIAL_WITHOUT_DEGREE),
        ("training", SINE, [DEGREES], "test_mse", words.DEGREE_WITHOUT_POLYNOMIAL),
        ("polynomial", SINE, [DEGREES], "best_epoch", "What is solved at once has no epochs"),
        ("random_features", HILLS, [axis("epochs", 1)], "test_mse", "What is solved at once has no epochs"),
        ("random_features", {}, [WIDTHS], "test_loss", words.SOLVED_NUMBERS_ONLY),
        ("polynomial", HILLS, [DEGREES], "test_mse", words.POLYNOMIAL_OF_ONE_INPUT),
        ("random_features", {**HILLS, "penalty": "l1"}, [WIDTHS], "test_mse", words.NO_CLOSED_FORM),
        ("random_features", {**HILLS, "loss": "huber"}, [WIDTHS], "test_mse", words.NO_CLOSED_FORM),
        ("random_features", {**HILLS, "hidden": []}, [axis("gain", 1.0)], "test_mse", words.NO_CLOSED_FORM),
    ],
)
def test_what_does_not_fit_is_refused(kind, base, axes, measure, why):
    asked = an_experiment(kind=kind, base=base, axes=axes, measures=[measure])
    with pytest.raises(Refusal) as refused:
        Plan(asked)
    assert str(refused.value).startswith(why)


def test_what_fits_is_laid_out_with_its_own_count_of_parameters():
    plan = Plan(an_experiment(kind="polynomial", base=SINE, axes=[DEGREES], measures=["test_mse"]))
    assert [plan.parameters_of(place) for place in plan.points] == [2, 3]
    assert [plan.trial(number).degree for number in range(plan.total)] == [1, 1, 2, 2]
    assert Plan(an_experiment(kind="random_features", base=HILLS, axes=[WIDTHS], measures=["test_mse"])).total == 4
