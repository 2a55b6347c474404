"""Normalizations as ONNX operations that even old runtimes know (operator set 13)."""

from glassbox.engine.choices import Normalization
from glassbox.exports.layers import LayerCopy
from glassbox.exports.onnx_graph import GraphInMaking

EPSILON = 1e-5  # as the engine adds to variances; a test compares them


def normalize(graph: GraphInMaking, layer: LayerCopy, z: str) -> str:
    """The name of the layer's normalized sums, or `z` if it does not normalize."""
    if layer.normalization is Normalization.NONE:
        return z
    scale = graph.constant(f"layer_{layer.number}_scale", layer.scale)
    shift = graph.constant(f"layer_{layer.number}_shift", layer.shift)
    if layer.normalization is Normalization.BATCH:
        mean = graph.constant(f"layer_{layer.number}_running_mean", layer.mean)
        variance = graph.constant(f"layer_{layer.number}_running_variance", layer.variance)
        return graph.compute("BatchNormalization", z, scale, shift, mean, variance, epsilon=EPSILON)
    standard = _standardized_rows(graph, z)
    return graph.compute("Add", graph.compute("Mul", standard, scale), shift)


def _standardized_rows(graph: GraphInMaking, z: str) -> str:
    centred = graph.compute("Sub", z, _row_means(graph, z))
    variance = _row_means(graph, graph.compute("Mul", centred, centred))
    spread = graph.compute("Sqrt", graph.compute("Add", variance, graph.number(EPSILON)))
    return graph.compute("Div", centred, spread)


def _row_means(graph: GraphInMaking, z: str) -> str:
    return graph.compute("ReduceMean", z, axes=[1], keepdims=1)
