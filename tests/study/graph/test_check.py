"""The gradient check: it agrees, it finds a fault, and it tells of every parameter."""

import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.run.answers import take_snapshot
from glassbox.study.graph import words
from glassbox.study.graph.answer import check
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.check import check_gradients, worst_first
from glassbox.study.questions import CheckQuestion
from tests.engine.networks import ENDS
from tests.run.tools import run_of
from tests.study.graphs import graph_case


@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("normalization", list(Normalization), ids=str)
@pytest.mark.parametrize("samples", [1, 6])
def test_the_gradient_check_agrees_and_finds_a_fault(output, loss, units, normalization, samples):
    network, chosen = graph_case(Activation.TANH, output, loss, units, normalization, samples)
    tape = record_by_layer(network, chosen)
    gradients = network.flat(tape.gradients())
    assert check_gradients(tape, network, gradients).errors.max() < 1e-5
    wrong = gradients.copy()
    wrong[3] *= 1.001
    assert int(check_gradients(tape, network, wrong).errors.argmax()) == 3


def test_the_check_tells_of_every_parameter_the_worst_first():
    run = run_of(hidden=[{"units": 11}])
    answer = check(take_snapshot(run), CheckQuestion(sample=4))
    assert answer.count == len(answer.rows) == run.trainer.parameters.size
    errors = [row.error for row in answer.rows]
    assert errors == sorted(errors, reverse=True) and answer.worst == errors[0]
    names = [row.name for row in answer.rows]
    assert {"w⁽¹⁾₁₁,₂", "w⁽¹⁾₁₂", "b⁽²⁾₁"} <= set(names) and len(set(names)) == len(names)


def test_the_steps_gradient_is_meant_to_differ():
    """And the table, which is as long as it may be, says so."""
    run = run_of(activation="step")
    answer = check(take_snapshot(run), CheckQuestion(sample=None))
    assert words.STRAIGHT_THROUGH in answer.notes and answer.worst > 0.5
    network, chosen = graph_case(Activation.STEP, *ENDS[0], Normalization.NONE, 3)
    tape = record_by_layer(network, chosen)
    assert len(worst_first(check_gradients(tape, network, network.flat(tape.gradients())), network.names(), 4)) == 4
