"""Tests of the vocabularies: codes and names that stay, and words for every choice."""

from itertools import product

import pytest

from glassbox.engine.choices import Choice, Loss, OutputActivation, Problem
from glassbox.engine.network import Architecture, fitting_loss, output_activation, outputs
from tests.engine.networks import ENDS, problem_of

VOCABULARIES = Choice.__subclasses__()
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
        assert not choice.note or choice.note.endswith(".") or vocabulary is OutputActivation


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
