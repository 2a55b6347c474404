"""Normalizations in ONNX, of sums small enough to reckon by hand."""

import numpy as np
import pytest
from onnx import helper

from glassbox.engine.choices import Activation, Normalization
from glassbox.exports.layers import LayerCopy
from glassbox.exports.onnx_graph import GraphInMaking
from glassbox.exports.onnx_normalizations import normalize

onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not to be had for this Python")


def layer(normalization):
    """Two units with γ = (2, 3), β = (10, 20), and running means (1, 2) and variances (4, 9)."""
    numbers = {"biases": (0, 0), "scale": (2, 3), "shift": (10, 20), "mean": (1, 2), "variance": (4, 9)}
    arrays = {name: np.float32(each) for name, each in numbers.items()}
    return LayerCopy(
        number=1, weights=np.eye(2, dtype=np.float32), activation=Activation.TANH, normalization=normalization, **arrays
    )


def normalized(layer, z):
    graph = GraphInMaking()
    graph.compute("Identity", normalize(graph, layer, "z"), name="y")
    made = graph.finished("network", {"z": 2}, {"y": 2}, {"z": "sums", "y": "normalized"})
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(["y"], {"z": np.float32(z)})[0]


def test_without_one_the_sums_stay_what_they_are():
    assert normalize(GraphInMaking(), layer(Normalization.NONE), "z") == "z"


def test_a_batch_is_normalized_by_what_the_layer_remembers():
    """(3 − 1) / 2 · 2 + 10 and (−7 − 2) / 3 · 3 + 20."""
    np.testing.assert_allclose(normalized(layer(Normalization.BATCH), [[3, -7]]), [[12, 11]], rtol=1e-5)


def test_a_layer_is_normalized_by_the_spread_of_each_row():
    """Of (1, 5) the mean is 3 and the spread 2, so −1 · 2 + 10 and 1 · 3 + 20; the other row the other way round."""
    np.testing.assert_allclose(
        normalized(layer(Normalization.LAYER), [[1, 5], [8, -8]]), [[8, 23], [12, 17]], rtol=1e-5
    )


def test_equal_sums_have_no_spread_and_only_the_shift_is_left():
    assert normalized(layer(Normalization.LAYER), [[4, 4]]).tolist() == [[10, 20]]


def test_a_variance_of_nothing_divides_by_what_the_engine_adds():
    """(2 − 1) / √0.00001 · 2 + 10; the other sum is the mean itself."""
    still = layer(Normalization.BATCH)
    still.variance[:] = 0
    np.testing.assert_allclose(normalized(still, [[2, 2]]), [[642.45553, 20]], rtol=1e-6)
