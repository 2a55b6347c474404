"""A network's parameters cut into the boxes of the graph and put together again."""

import numpy as np

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from tests.study.graphs import graph_case

ENDS = (OutputActivation.SIGMOID, Loss.CROSS_ENTROPY, 1)


def test_the_boxes_hold_all_parameters_once():
    network, _ = graph_case(Activation.TANH, *ENDS, Normalization.BATCH, 5)
    parts = network.parts(network.parameters)
    assert parts["W1"].shape == (4, 3) and parts["γ1"].shape == (4, 1) and "γ3" not in parts
    np.testing.assert_array_equal(network.flat(parts), network.parameters)


def test_there_is_a_name_for_every_parameter():
    network, _ = graph_case(Activation.TANH, *ENDS, Normalization.BATCH, 5)
    names = network.names()
    assert len(names) == len(set(names)) == network.parameters.size
    assert names[:2] == ["w⁽¹⁾₁₁", "w⁽¹⁾₁₂"]
