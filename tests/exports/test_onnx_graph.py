"""A graph that is collected operation by operation computes what was asked for, and names are identifiers."""

import re

import numpy as np
import onnx
from onnx import helper
from onnx.reference import ReferenceEvaluator

from glassbox.exports.onnx_graph import GraphInMaking

MEANINGS = {"x": "what comes in", "y": "what comes out"}


def finished(graph):
    """The model of two columns in and two out, and its graph, as ONNX accepts it."""
    made = graph.finished("network", {"x": 2}, {"y": 2}, MEANINGS)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(model, full_check=True)
    return model, made


def run(graph, x):
    model, _ = finished(graph)
    (y,) = ReferenceEvaluator(model).run(["y"], {"x": np.float32(x)})
    return y.tolist()


def test_it_computes_what_was_asked_for():
    graph = GraphInMaking()
    halved = graph.compute("Mul", "x", graph.number(0.5))
    graph.compute("Add", halved, graph.constant("shift", np.float32([10, 20])), name="y")
    assert run(graph, [[2, 4], [6, -8]]) == [[11, 22], [13, 16]]


def test_a_truth_becomes_a_number():
    graph = GraphInMaking()
    graph.compute("Identity", graph.as_number(graph.compute("Greater", "x", graph.number(0.0))), name="y")
    assert run(graph, [[-1, 3]]) == [[0, 1]]


def test_attributes_reach_their_operation():
    graph = GraphInMaking()
    graph.compute("Softmax", "x", axis=1, name="y")
    assert run(graph, [[3, 3]]) == [[0.5, 0.5]]


def test_a_constant_that_is_asked_for_again_is_there_once():
    graph = GraphInMaking()
    assert graph.number(-1e-05) == graph.number(-1e-05) != graph.number(1e-05)
    graph.compute("Mul", graph.compute("Mul", "x", graph.number(-1e-05)), graph.number(1e-05), name="y")
    _, made = finished(graph)
    assert len(made.initializer) == 2
    assert all(re.fullmatch(r"[A-Za-z_]\w*", each.name) for each in made.initializer)


def test_results_without_a_name_have_names_of_their_own():
    graph = GraphInMaking()
    names = [graph.compute("Neg", "x"), graph.compute("Neg", "x"), graph.compute("Neg", "x", name="y")]
    assert len(set(names)) == 3 and names[2] == "y"


def test_what_goes_in_and_comes_out_has_any_number_of_rows_and_says_what_it_means():
    graph = GraphInMaking()
    graph.compute("Identity", "x", name="y")
    _, made = finished(graph)
    shapes = [each.type.tensor_type.shape.dim for each in (*made.input, *made.output)]
    assert [(rows.dim_param, columns.dim_value) for rows, columns in shapes] == [("n", 2), ("n", 2)]
    assert [each.doc_string for each in (*made.input, *made.output)] == list(MEANINGS.values())
