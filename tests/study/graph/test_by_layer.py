"""Every number of the graph against an independent automatic-differentiation library, at float64 precision."""

import autograd
import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.jacobian import chain, couples, factors
from tests.engine.networks import ENDS
from tests.study import autograd_network
from tests.study.graphs import graph_case

CLOSE = 1e-9


every_end = pytest.mark.parametrize("output, loss, units", ENDS, ids=str)


every_normalization = pytest.mark.parametrize("normalization", list(Normalization), ids=str)


every_activation = pytest.mark.parametrize("activation", list(Activation), ids=str)


one_or_many = pytest.mark.parametrize("samples", [1, 5], ids=["sample", "batch"])


class Twin:
    """The same network in autograd."""

    def __init__(self, network, chosen, tape):
        self.network, self.chosen, self.tape = network, chosen, tape
        self.nudges = {node.name: np.zeros_like(tape.values[node.name]) for node in tape.computed}
        self.leaves = {
            name: tape.values[name] for name, node in tape.nodes.items() if node.operation is None and name != "t"
        }

    def values(self, leaves, nudges):
        running = None if self.chosen.is_batch else self.network.statistics
        return autograd_network.values(self.network.recipe, leaves, nudges, self.chosen.t, running)

    def gradients(self):
        """∂L of every leaf, and of every computed node."""
        of_leaves = autograd.grad(lambda leaves: self.values(leaves, self.nudges)["L"][0, 0])(self.leaves)
        of_nodes = autograd.grad(lambda nudges: self.values(self.leaves, nudges)["L"][0, 0])(self.nudges)
        return of_leaves | of_nodes

    def jacobian(self, node, by, of, by_sample):
        """∂ node / ∂ by, of one sample's numbers by one sample's."""

        def through(moved):
            leaves = self.leaves | ({by: moved} if by in self.leaves else {})
            nudges = self.nudges | ({by: moved - self.tape.values[by]} if by in self.nudges else {})
            return self.values(leaves, nudges)[node]

        found = autograd.jacobian(through)(self.tape.values[by])
        return found[:, 0 if node == "L" else of, :, by_sample]


@pytest.fixture
def tape_and_twin(activation, output, loss, units, normalization, samples):
    network, chosen = graph_case(activation, output, loss, units, normalization, samples)
    tape = record_by_layer(network, chosen)
    return tape, Twin(network, chosen, tape)


@every_activation
@every_end
@every_normalization
@one_or_many
def test_values_gradients_and_jacobians_are_those_of_autograd(tape_and_twin, samples):
    tape, twin = tape_and_twin
    values, expected, found = twin.values(twin.leaves, twin.nudges), twin.gradients(), tape.gradients()
    assert set(found) == set(expected) | {"t"}
    for name, gradient in expected.items():
        np.testing.assert_allclose(tape.values[name], values[name], rtol=CLOSE, atol=CLOSE, err_msg=name)
        np.testing.assert_allclose(found[name], gradient, rtol=CLOSE, atol=CLOSE, err_msg=name)
    for node in tape.computed:
        before = node.parents[node.through]
        (own,) = factors(tape, node.name, before, samples - 1, samples - 1)
        exact = twin.jacobian(node.name, before, samples - 1, samples - 1)
        np.testing.assert_allclose(own.product, exact, rtol=CLOSE, atol=CLOSE, err_msg=node.name)


@every_end
@every_normalization
@one_or_many
@pytest.mark.parametrize("activation", [Activation.TANH], ids=str)
def test_products_along_every_path_are_those_of_autograd(tape_and_twin, samples, normalization):
    """Of one sample by itself and by another one, which reaches it through two batch norms, by way of all others,
    or not at all.
    """
    tape, twin = tape_and_twin
    for end in (node.name for node in tape.computed):
        way = chain(tape, end)
        for of, by in {(samples - 1, samples - 1), (samples - 1, 0)}:
            found = list(factors(tape, end, way[0], of, by))
            assert [factor.name for factor in found] == way[-2::-1]
            for factor in found:
                exact = twin.jacobian(end, factor.name, of, by)
                np.testing.assert_allclose(
                    factor.product, exact, rtol=CLOSE, atol=CLOSE, err_msg=f"{end} {factor.name} {of} {by}"
                )
                assert factor.stretch == pytest.approx(np.linalg.svd(exact)[1][0], abs=CLOSE)
        coupled = normalization is Normalization.BATCH and samples > 1 and "ẑ1" in way
        assert couples(tape, end, way[0]) == coupled
        assert end == "L" or of == by or bool(np.abs(found[-1].product).max() > 0) == coupled


@every_end
def test_without_a_hidden_layer(output, loss, units):
    network, chosen = graph_case(Activation.TANH, output, loss, units, Normalization.NONE, 5, hidden=())
    tape = record_by_layer(network, chosen)
    expected, found = Twin(network, chosen, tape).gradients(), tape.gradients()
    for name, gradient in expected.items():
        np.testing.assert_allclose(found[name], gradient, rtol=CLOSE, atol=CLOSE, err_msg=name)


@every_end
def test_far_from_zero_nothing_is_lost(output, loss, units):
    """Where chances round to 0 or 1, 1/p and ln p must not become infinite, nor their product nothing."""
    network, chosen = graph_case(Activation.LINEAR, output, loss, units, Normalization.NONE, 4, hidden=())
    network.parameters[:] *= 1e4
    tape = record_by_layer(network, chosen)
    gradients = tape.gradients()
    assert all(np.isfinite(values).all() for values in (*tape.values.values(), *gradients.values()))
    p, t = tape.values.get("p"), tape.values["t"]
    if p is not None and loss.value == "cross_entropy":
        np.testing.assert_allclose(gradients["z1"], (p - t) / 4, atol=1e-12)
