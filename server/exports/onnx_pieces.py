"""Every activation and normalization as ONNX operations that even old runtimes know (operator set 13)."""

from collections.abc import Callable

from onnx import TensorProto

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.exports.layers import LayerCopy
from glassbox.exports.onnx_graph import GraphInMaking

EPSILON = 1e-5  # as the engine adds to variances; a test compares them
LEAK = 0.01

Piece = Callable[[GraphInMaking, str], str]


def activate(graph: GraphInMaking, kind: Activation | OutputActivation, z: str) -> str:
    """The name of φ(z)."""
    return _PIECES[kind.value](graph, z)


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


def _silu(graph: GraphInMaking, z: str) -> str:
    return graph.compute("Mul", z, graph.compute("Sigmoid", z))


def _gelu(graph: GraphInMaking, z: str) -> str:
    """½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))"""
    square = graph.compute("Mul", z, z)
    bend = graph.compute("Add", graph.compute("Mul", square, graph.number(0.044715)), graph.number(1))
    inner = graph.compute("Mul", graph.compute("Mul", z, bend), graph.number(0.7978845608028654))
    share = graph.compute("Add", graph.compute("Tanh", inner), graph.number(1))
    return graph.compute("Mul", graph.compute("Mul", z, graph.number(0.5)), share)


def _step(graph: GraphInMaking, z: str) -> str:
    return graph.compute("Cast", graph.compute("Greater", z, graph.number(0)), to=TensorProto.FLOAT)


_PIECES: dict[str, Piece] = {
    Activation.LINEAR.value: lambda graph, z: z,
    Activation.SIGMOID.value: lambda graph, z: graph.compute("Sigmoid", z),
    Activation.TANH.value: lambda graph, z: graph.compute("Tanh", z),
    Activation.RELU.value: lambda graph, z: graph.compute("Relu", z),
    Activation.LEAKY_RELU.value: lambda graph, z: graph.compute("LeakyRelu", z, alpha=LEAK),
    Activation.ELU.value: lambda graph, z: graph.compute("Elu", z, alpha=1.0),
    Activation.SOFTPLUS.value: lambda graph, z: graph.compute("Softplus", z),
    Activation.SILU.value: _silu,
    Activation.GELU.value: _gelu,
    Activation.SINE.value: lambda graph, z: graph.compute("Sin", z),
    Activation.STEP.value: _step,
    OutputActivation.SOFTMAX.value: lambda graph, z: graph.compute("Softmax", z, axis=1),
    OutputActivation.IDENTITY.value: lambda graph, z: z,
    OutputActivation.SCORE.value: lambda graph, z: z,
}
