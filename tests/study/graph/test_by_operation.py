"""The graph by single operations: the same numbers as by layer, every node one formula, and every way back counted."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study.graph import words
from glassbox.study.graph.answer import MOST_OPERATIONS, graph
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.by_operation import record_by_operation
from glassbox.study.questions import GraphQuestion
from tests.engine.networks import ENDS
from tests.run.tools import run_of
from tests.study.graphs import graph_case, nodes_of, unpacked, update_at

H = 1e-6


@pytest.mark.parametrize("activation", list(Activation), ids=str)
@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("normalization", list(Normalization), ids=str)
def test_values_and_gradients_are_those_by_layer(activation, output, loss, units, normalization):
    """Which the other file holds against autograd: of inputs, parameters, sums, outputs and the loss."""
    network, chosen = graph_case(activation, output, loss, units, normalization, 1)
    tape, layers = record_by_operation(network, chosen), record_by_layer(network, chosen)
    found, expected = tape.gradients(), layers.gradients()
    for name, gradient in expected.items():
        if name[0] == "s" or name == "t":
            continue  # products are summed and shifted at once here
        for place in np.ndindex(gradient.shape):
            own = own_name(name, place, gradient.shape)
            np.testing.assert_allclose(
                tape.values[own][0, 0], layers.values[name][place], rtol=1e-9, atol=1e-12, err_msg=own
            )
            np.testing.assert_allclose(found[own][0, 0], gradient[place], rtol=1e-9, atol=1e-12, err_msg=own)


def own_name(name, place, shape):
    """Of the single node that stands for one number of a box."""
    unit, source = (index + 1 for index in place)
    if name in ("L", "y") or (name == "p" and shape == (1, 1)):
        return name
    if name in ("x", "p"):
        return f"{name}{unit}"
    return f"{name}.{unit}.{source}" if name[0] == "W" else f"{name}.{unit}"


@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("normalization", list(Normalization), ids=str)
def test_local_derivatives_are_small_differences(output, loss, units, normalization):
    """Each node by itself: its own operation, asked again with one parent moved.
    A loss also reads the sums of a chance.
    """
    network, chosen = graph_case(Activation.TANH, output, loss, units, normalization, 1)
    tape = record_by_operation(network, chosen)
    for node in tape.computed:
        given = tape.given(node)
        if node.kind == "loss" and node.reads != node.parents[:-1]:
            continue
        for place, slope in enumerate(node.operation.locals(tape.values[node.name], *given)):
            if slope is None:
                continue
            also = place + units + 1 if node.kind == "loss" else place
            moved = [[part + by * (at in (place, also)) for at, part in enumerate(given)] for by in (H, -H)]
            up, down = (node.operation.value(*parts)[0, 0] for parts in moved)
            assert slope[0, 0] == pytest.approx((up - down) / (2 * H), rel=1e-5, abs=1e-8), node.name


def test_the_gradient_of_an_input_is_the_sum_over_all_paths():
    """Each path's product of local derivatives, by brute force."""
    run = run_of(hidden=[{"units": 3}, {"units": 2}])
    nodes = nodes_of(graph(take_snapshot(run), GraphQuestion(sample=5, detail="operation")))
    slopes = {
        (parent, name): slope
        for name, node in nodes.items()
        for parent, slope in zip(node.parents, node.locals or (), strict=False)
    }

    def paths(name):
        if name == "L":
            return [1.0]
        return [
            slope * rest
            for (parent, child), slope in slopes.items()
            if parent == name and slope is not None
            for rest in paths(child)
        ]

    products = paths("x1")
    assert len(products) == 3 * 2
    assert unpacked(nodes["x1"].gradient) == pytest.approx(sum(products))
    parts = [unpacked(part.gradient).item() for part in nodes["x1"].back]
    assert len(parts) == 3 and sum(parts) == pytest.approx(sum(products))


def test_parameters_know_their_place():
    run = run_of(hidden=[{"units": 3}], normalization="layer")
    answer, update = (
        graph(take_snapshot(run), GraphQuestion(sample=0, detail="operation")),
        update_at(take_snapshot(run), 0),
    )
    before = update.stages["before"]
    starts = {node.symbol: node.start for node in answer.nodes if node.kind == "parameter"}
    assert sorted(starts.values()) == list(range(len(before)))
    for node in answer.nodes:
        if node.kind == "parameter":
            assert unpacked(node.value) == before[node.start]
            assert unpacked(node.gradient) == pytest.approx(update.stages["gradient"][node.start])


def test_too_many_operations_and_mini_batches_are_refused_in_a_sentence():
    small, large = run_of(hidden=[{"units": 8}, {"units": 4}]), run_of(hidden=[{"units": 8}, {"units": 8}])
    nodes = graph(take_snapshot(small), GraphQuestion(sample=0, detail="operation")).nodes
    assert len(nodes) <= MOST_OPERATIONS
    seen = set()
    for node in nodes:
        assert seen.issuperset(node.parents)
        seen.add(node.id)
    with pytest.raises(Refusal, match=r"would take about 229 single operations, and they are drawn for at most 160"):
        graph(take_snapshot(large), GraphQuestion(sample=0, detail="operation"))
    with pytest.raises(Refusal) as refused:
        graph(take_snapshot(small), GraphQuestion(detail="operation"))
    assert refused.value.text == words.ONE_BY_ONE_ONLY
