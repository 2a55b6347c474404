"""Tests of the vocabularies: codes and names that stay, and words for every choice."""

from itertools import product

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, Optimizer, OutputActivation, Problem
from glassbox.engine.network import Architecture, fitting_loss, output_activation, outputs
from glassbox.engine.objectives import Objective
from glassbox.engine.vocabulary import Choice, Flat
from tests import reference
from tests.engine.networks import ENDS, HEADS, problem_of, recipe_of

VOCABULARIES = Choice.__subclasses__()
IN_A_FEW_WORDS = (OutputActivation, Objective)  # their notes are no sentences
every_vocabulary = pytest.mark.parametrize("vocabulary", VOCABULARIES)


@every_vocabulary
def test_codes_are_positions_and_plain_ints(vocabulary):
    """Kernels are given plain ints: an IntEnum would cost a compilation."""
    assert [choice.code for choice in vocabulary] == list(range(len(vocabulary)))
    assert all(type(choice.code) is int for choice in vocabulary)


@every_vocabulary
def test_a_choice_is_its_wire_name(vocabulary):
    for choice in vocabulary:
        assert choice == str(choice) == choice.value and vocabulary(choice.value) is choice
        assert choice.value.replace("_", "").isalnum() and choice.value.islower()


@every_vocabulary
def test_labels_are_distinct_and_sentences_end(vocabulary):
    assert len({choice.label for choice in vocabulary}) == len(vocabulary)
    for choice in vocabulary:
        assert choice.label and choice.note == choice.note.strip()
        assert not choice.note or choice.note.endswith(".") or vocabulary in IN_A_FEW_WORDS


def test_output_and_loss_come_in_the_pairs_that_the_tests_take():
    pairs = {
        (problem, output_activation(problem, loss), loss)
        for problem, loss in product(Problem, Loss)
        if fitting_loss(problem, loss) is loss
    }
    assert pairs == {(problem_of(Architecture((2, units), (), output)), output, loss) for output, loss, units in ENDS}


def test_a_loss_that_does_not_fit_gives_way_to_the_natural_one():
    natural = {
        Problem.BINARY: Loss.CROSS_ENTROPY,
        Problem.MULTICLASS: Loss.CROSS_ENTROPY,
        Problem.REGRESSION: Loss.SQUARED_ERROR,
    }
    for problem, loss in product(Problem, Loss):
        assert fitting_loss(problem, loss) in (loss, natural[problem])
    assert fitting_loss(Problem.REGRESSION, Loss.HINGE) is Loss.SQUARED_ERROR
    assert fitting_loss(Problem.BINARY, Loss.HUBER) is Loss.CROSS_ENTROPY


def test_only_several_classes_need_several_outputs():
    assert [outputs(problem, 3) for problem in Problem] == [1, 3, 1]


Z = np.linspace(-30, 30, 60_001)
FAR = np.array([-1e6, 1e6])


@pytest.mark.parametrize("activation", Activation)
def test_what_is_known_of_a_curve_is_true_of_its_twin(activation):
    values, slopes = reference.PHI[activation](FAR), reference.SLOPE[activation]
    assert activation.bounded is bool(values[1] < 1e3)
    assert np.abs(slopes(Z)).max() == pytest.approx(activation.steepest, rel=0.15)  # "about": GELU reaches 1.13
    if activation is not Activation.SINE:  # which is level at every crest, but nowhere for long
        flat_ends = int((np.abs(slopes(np.array([-20.0, 20.0]))) < 0.005).sum())
        assert activation.flat is Flat(flat_ends)


@pytest.mark.parametrize("activation", Activation)
def test_a_straight_through_slope_is_not_the_derivative(activation):
    z = np.linspace(-0.95, 0.95, 40)  # away from kinks
    phi = reference.PHI[activation]
    derivative = (phi(z + 1e-6) - phi(z - 1e-6)) / 2e-6
    assert np.allclose(derivative, reference.SLOPE[activation](z), atol=1e-5) is not activation.straight_through


def test_an_activation_can_die_or_saturate_but_not_both():
    assert {Activation.SIGMOID, Activation.TANH} <= {each for each in Activation if each.saturates}
    assert Activation.RELU.can_die and not Activation.LEAKY_RELU.can_die and not Activation.STEP.saturates
    for each in Activation:  # by its twin: flat far out on both sides, without a slope that is borrowed
        ends = np.abs(reference.SLOPE[each](FAR)) < 1e-6
        assert each.saturates is (bool(ends.all()) and not each.straight_through)
        assert each.can_die is (int(ends.sum()) == 1)
    assert not any(each.can_die and each.saturates for each in Activation)
    assert all(each.has_flat_parts for each in Activation if each.can_die or each.saturates or each.straight_through)


@pytest.mark.parametrize("optimizer", Optimizer)
def test_an_adaptive_optimizers_first_step_hardly_grows_with_the_gradient(optimizer):
    output, loss = HEADS[0]
    recipe = recipe_of(Architecture((2, 1), (), output), loss, optimizer=optimizer)
    nothing = np.zeros(1)
    small, large = (
        reference.updated(recipe, 0.1, np.zeros(1), np.array([g]), nothing, nothing, 1)[0][0] for g in (1.0, 100.0)
    )
    assert bool(abs(large) < 2 * abs(small)) is optimizer.adaptive
    assert optimizer.large_rate > 0
