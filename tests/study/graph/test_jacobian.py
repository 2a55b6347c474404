"""Jacobians that would be too large are refused; their numbers are compared with autograd in test_by_layer."""

import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.jacobian import TooCoupled, factors
from tests.engine.networks import ENDS
from tests.study.graphs import graph_case


def test_more_coupled_samples_than_can_be_followed_are_refused(monkeypatch):
    network, chosen = graph_case(Activation.TANH, *ENDS[0], Normalization.BATCH, 5)
    tape = record_by_layer(network, chosen)
    monkeypatch.setattr("glassbox.study.graph.jacobian.MOST_NUMBERS", 79)  # 4 units by 4 by 5 samples
    with pytest.raises(TooCoupled):
        next(factors(tape, "a1", "x", 0, 0))
    monkeypatch.setattr("glassbox.study.graph.jacobian.MOST_NUMBERS", 80)
    assert next(factors(tape, "a1", "x", 0, 0)).product.shape == (4, 4)
