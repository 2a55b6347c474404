"""The bundles that kernels are given: places without gaps, and copies that share nothing."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, Optimizer, OutputActivation, Penalty, Schedule
from glassbox.engine.kernel_args import Counter, Hyper, Plan, State
from glassbox.engine.network import Architecture
from tests.engine.networks import recipe_of


def state():
    return State(np.arange(5.0), np.zeros(5), np.ones(5), np.zeros((2, 3)), np.array([4, 30, 17, 1234]))


@pytest.mark.parametrize("places", [Hyper, Counter])
def test_places_in_an_array_leave_no_gap(places):
    assert [int(place) for place in places] == list(range(len(places)))


def test_a_state_knows_where_its_run_is():
    assert len(state().where) == len(Counter)
    assert (state().epoch, state().step) == (4, 1234)
    assert type(state().epoch) is type(state().step) is int


def test_a_copy_of_a_state_shares_no_memory_with_it():
    before = state()
    after = before.copy()
    for one, other in zip(before, after, strict=True):
        np.testing.assert_array_equal(one, other)
        assert one.dtype == other.dtype and not np.shares_memory(one, other)


def test_a_plan_is_plain_numbers_with_the_codes_of_what_was_chosen():
    """Kernels switch on them: an enum would cost a compilation of its own."""
    architecture = Architecture((2, 3, 4, 1), (Activation.RELU, Activation.SINE), OutputActivation.IDENTITY)
    recipe = recipe_of(architecture, Loss.HUBER, optimizer=Optimizer.ADAM, penalty=Penalty.L1, schedule=Schedule.COSINE)
    plan = recipe.plan()
    assert isinstance(plan, Plan)
    assert plan.sizes.tolist() == [2, 3, 4, 1] and plan.sizes.dtype == np.int64
    assert plan.activations.tolist() == [Activation.RELU.code, Activation.SINE.code]
    assert len(plan.normalizations) == len(plan.dropout) == 2
    codes = {field: getattr(plan, field) for field in ("output", "loss", "optimizer", "penalty", "schedule")}
    assert codes == {
        "output": OutputActivation.IDENTITY.code, "loss": Loss.HUBER.code, "optimizer": Optimizer.ADAM.code,
        "penalty": Penalty.L1.code, "schedule": Schedule.COSINE.code,
    }  # fmt: skip
    assert all(type(code) is int for code in codes.values())
