"""The ONNX model computes in onnxruntime what the engine computes, and says what its numbers mean."""

import json
import re
import subprocess
import sys

import numpy as np
import onnx
import pytest
from hypothesis import given, settings

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Feature
from glassbox.exports.network_copy import Column, Formula, Input
from glassbox.exports.onnx_file import write_onnx
from tests.exports.copies import HEADS, answers, assert_same, copies, copy_of

onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not to be had for this Python")


def run(copy, x):
    """Logits and predictions."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(write_onnx(copy), options, providers=["CPUExecutionProvider"])
    return session.run(["logits", "predictions"], {"x": np.asarray(x, np.float32)})


def check(copy):
    engine = answers(copy)
    logits, predictions = run(copy, engine.x)
    assert_same(logits, engine.logits)
    assert_same(predictions, engine.predictions)


@pytest.mark.parametrize("normalization", Normalization)
@pytest.mark.parametrize("activation", Activation)
def test_every_activation_and_normalization_with_every_output(activation, normalization):
    for head in HEADS:
        check(copy_of(((5, activation, normalization), (4, activation, normalization)), head, tuple(Feature)))


@settings(max_examples=40)
@given(copies())
def test_any_network(copy):
    check(copy)


def test_columns_are_standardised_inside():
    columns = (Column("year", 2000, 3.5), Column("b"))
    plain, raw = copy_of(()), copy_of((), columns=columns)
    for actual, expected in zip(run(raw, [[2007, 1]]), run(plain, [[2, 1]]), strict=True):
        assert_same(actual, expected)


def test_predicted_numbers_are_in_their_original_unit():
    logits, predictions = run(copy_of((), HEADS[-1], target=Column("price", 1000, 50)), [[1, 2], [3, -4]])
    assert_same(predictions, 1000 + 50 * logits)


def test_columns_may_come_in_any_number_and_order():
    columns = (Column("a"), Column("b"), Column("c"))
    inputs = (Input("c", Formula.COLUMN, (2,)), Input("ab", Formula.PRODUCT, (0, 1)))
    copy = copy_of((), columns=columns, inputs=inputs)
    weights, bias = copy.parameters[:2], copy.parameters[2]
    assert_same(run(copy, [[2, 3, 5]])[0], np.float32([[weights @ [5, 6] + bias]]))


def test_it_says_what_its_numbers_mean():
    copy = copy_of((), HEADS[3], class_names=("größe", "b\n", 'c"'))
    model = onnx.load_from_string(write_onnx(copy))
    notes = {note.key: json.loads(note.value) for note in model.metadata_props}
    assert notes["classes"] == ["größe", "b ", 'c"']
    assert notes["columns"] == ["x₁", "x₂"] and notes["seed"] == 42 and notes["epochs"] == 120
    assert [value.doc_string for value in model.graph.output] == [
        "the sums of the last layer", "the probability of each class, in the order of classes",
    ]  # fmt: skip


def test_old_runtimes_can_read_it():
    """ONNX asks for identifiers as names; operator set and file version are those of 2020."""
    model = onnx.load_from_string(
        write_onnx(copy_of(((3, Activation.GELU, Normalization.LAYER),), features=tuple(Feature)))
    )
    names = [name for node in model.graph.node for name in (node.name, *node.input, *node.output)]
    assert all(re.fullmatch(r"[A-Za-z_]\w*", name) for name in names)
    assert model.opset_import[0].version == 13 and model.ir_version == 7


def test_the_onnx_package_is_imported_only_for_onnx():
    code = "import sys, glassbox.exports.take_home, glassbox.exports.reading; sys.exit('onnx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
