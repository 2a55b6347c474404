"""Writes a network as an ONNX model: from raw rows x to logits and predictions, inputs computed on the way.

Import it only when it is needed: the onnx package takes its time.
"""

import json
from dataclasses import asdict

import numpy as np
from onnx import TensorProto, checker, helper

from glassbox.exports import words
from glassbox.exports.activations import written
from glassbox.exports.layers import LayerCopy, layers_of
from glassbox.exports.network_copy import Formula, Input, NetworkCopy
from glassbox.exports.onnx_graph import GraphInMaking
from glassbox.exports.onnx_normalizations import normalize
from glassbox.words.current import word

OPERATORS = 13  # with these two, runtimes from 2020 on can read the file
FILE_VERSION = 7
X, LOGITS, PREDICTIONS = "x", "logits", "predictions"


def write_onnx(copy: NetworkCopy) -> bytes:
    """A model with the input `x` float32 [n, columns] and the outputs `logits` and `predictions` [n, output units]."""
    graph, units = GraphInMaking(), copy.architecture.sizes[-1]
    *hidden, last = layers_of(copy)
    values = _inputs(graph, copy)
    for layer in hidden:
        values = _layer(graph, layer, values)
    logits = _sums(graph, last, values, LOGITS)
    answers = _in_original_unit(graph, copy, logits) if copy.rescales else written(copy.output).onnx(graph, logits)
    graph.compute("Identity", answers, name=PREDICTIONS)
    model = helper.make_model(
        graph.finished(
            words.ONNX_NAME,
            {X: len(copy.columns)},
            {LOGITS: units, PREDICTIONS: units},
            {name: word(meaning) for name, meaning in words.onnx_meanings(copy.output, units).items()},
        ),
        producer_name=words.MAKER,
        ir_version=FILE_VERSION,
        opset_imports=[helper.make_opsetid("", OPERATORS)],
    )
    helper.set_model_props(model, _notes(copy))
    checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))


def _in_original_unit(graph: GraphInMaking, copy: NetworkCopy, values: str) -> str:
    scaled = graph.compute("Mul", values, graph.constant("target_spread", np.array([copy.target.spread], np.float32)))
    return graph.compute("Add", scaled, graph.constant("target_mean", np.array([copy.target.mean], np.float32)))


def _notes(copy: NetworkCopy) -> dict[str, str]:
    """What the model's numbers mean, as JSON texts, for who opens it."""
    notes = {
        "columns": [column.name for column in copy.columns],
        "target": copy.target.name,
        "inputs": [given.name for given in copy.inputs],
        "classes": list(copy.class_names),
        "problem": copy.problem.value,
        "loss": copy.loss.value,
        "seed": copy.seed,
        "epochs": copy.epochs,
    }
    if copy.codings:
        notes["cells"] = [asdict(coding) for coding in copy.codings]  # how a table's cells become the columns
    return {name: json.dumps(note, ensure_ascii=False) for name, note in notes.items()}


def _inputs(graph: GraphInMaking, copy: NetworkCopy) -> str:
    x = _standardized(graph, copy) if copy.standardized else X
    if copy.takes_columns_as_they_are:
        return x
    return graph.compute("Concat", *(_input(graph, x, given) for given in copy.inputs), axis=1, name="inputs")


def _standardized(graph: GraphInMaking, copy: NetworkCopy) -> str:
    """In float64, because years and prices are large beside their spread."""
    exact = graph.compute("Cast", X, to=TensorProto.DOUBLE)
    centred = graph.compute("Sub", exact, graph.constant("means", copy.means))
    scaled = graph.compute("Div", centred, graph.constant("spreads", copy.spreads))
    return graph.compute("Cast", scaled, to=TensorProto.FLOAT, name="standardised_x")


def _input(graph: GraphInMaking, x: str, given: Input) -> str:
    value = _formula(graph, x, given)
    return value if given.factor == 1 else graph.compute("Mul", value, graph.number(given.factor))


def _formula(graph: GraphInMaking, x: str, given: Input) -> str:
    columns = [_column(graph, x, at) for at in given.columns]
    if given.formula is Formula.SINE:
        return graph.compute("Sin", columns[0])
    if given.formula is Formula.COLUMN:
        return columns[0]
    return graph.compute("Mul", columns[0], columns[-1])  # a square is a column times itself


def _column(graph: GraphInMaking, x: str, at: int) -> str:
    return graph.compute("Gather", x, graph.constant(f"place_{at}", np.array([at], np.int64)), axis=1)


def _layer(graph: GraphInMaking, layer: LayerCopy, values: str) -> str:
    assert layer.activation is not None
    sums = _sums(graph, layer, values, f"layer_{layer.number}_sums")
    return written(layer.activation).onnx(graph, normalize(graph, layer, sums))


def _sums(graph: GraphInMaking, layer: LayerCopy, values: str, name: str) -> str:
    weights = graph.constant(f"layer_{layer.number}_weights", layer.weights)
    biases = graph.constant(f"layer_{layer.number}_biases", layer.biases)
    return graph.compute("Gemm", values, weights, biases, transB=1, name=name)
