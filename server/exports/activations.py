"""The three ways to write an activation in a file that is taken home: in NumPy, in PyTorch, and as ONNX operations.

Activations of outputs are the same functions under the same names; softmax and the plain values are theirs alone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from glassbox.engine.choices import Activation, OutputActivation
from glassbox.exports import words

if TYPE_CHECKING:  # the onnx package takes its time, and programs do without it
    from glassbox.exports.onnx_graph import GraphInMaking

LEAK = 0.01

Piece = Callable[["GraphInMaking", str], str]


class Written(NamedTuple):
    """An activation as source text and as nodes of a graph.

    Attributes:
        numpy, torch: expressions of z, an array or a tensor [n, units].
        onnx: adds φ(z) to a graph, in operations that even old runtimes know (operator set 13); returns its name.
        numpy_note, torch_note: what a reader is told of the expression; "" if nothing.
    """

    numpy: str
    torch: str
    onnx: Piece
    numpy_note: str = ""
    torch_note: str = ""


def written(kind: Activation | OutputActivation) -> Written:
    """How φ is written."""
    return WRITTEN[kind.value]


def _operation(name: str, **attributes: Any) -> Piece:
    """What ONNX has an operation for."""
    return lambda graph, z: graph.compute(name, z, **attributes)


def _itself(graph: "GraphInMaking", z: str) -> str:
    return z


def _silu(graph: "GraphInMaking", z: str) -> str:
    return graph.compute("Mul", z, graph.compute("Sigmoid", z))


def _gelu(graph: "GraphInMaking", z: str) -> str:
    """½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))"""
    square = graph.compute("Mul", z, z)
    bend = graph.compute("Add", graph.compute("Mul", square, graph.number(0.044715)), graph.number(1))
    inner = graph.compute("Mul", graph.compute("Mul", z, bend), graph.number(0.7978845608028654))
    share = graph.compute("Add", graph.compute("Tanh", inner), graph.number(1))
    return graph.compute("Mul", graph.compute("Mul", z, graph.number(0.5)), share)


def _step(graph: "GraphInMaking", z: str) -> str:
    return graph.as_number(graph.compute("Greater", z, graph.number(0)))


WRITTEN: dict[str, Written] = {
    Activation.LINEAR.value: Written("z", "z", _itself),
    Activation.SIGMOID.value: Written(
        "0.5 + 0.5 * np.tanh(0.5 * z)", "torch.sigmoid(z)", _operation("Sigmoid"), numpy_note=words.STABLE
    ),
    Activation.TANH.value: Written("np.tanh(z)", "torch.tanh(z)", _operation("Tanh")),
    Activation.RELU.value: Written("np.maximum(z, 0)", "torch.relu(z)", _operation("Relu")),
    Activation.LEAKY_RELU.value: Written(
        "np.where(z > 0, z, 0.01 * z)", "nn.functional.leaky_relu(z, 0.01)", _operation("LeakyRelu", alpha=LEAK)
    ),
    Activation.ELU.value: Written(
        "np.where(z > 0, z, np.expm1(np.minimum(z, 0)))",
        "nn.functional.elu(z)",
        _operation("Elu", alpha=1.0),
        numpy_note=words.EXPM1,
    ),
    Activation.SOFTPLUS.value: Written(
        "np.logaddexp(0, z)", "nn.functional.softplus(z)", _operation("Softplus"), numpy_note="ln(e⁰ + eᶻ)"
    ),
    Activation.SILU.value: Written(
        "z * (0.5 + 0.5 * np.tanh(0.5 * z))", "nn.functional.silu(z)", _silu, numpy_note=words.STABLE
    ),
    Activation.GELU.value: Written(
        "0.5 * z * (1 + np.tanh(0.7978845608 * (z + 0.044715 * z * z * z)))",
        'nn.functional.gelu(z, approximate="tanh")',
        _gelu,
    ),
    Activation.SINE.value: Written("np.sin(z)", "torch.sin(z)", _operation("Sin")),
    Activation.STEP.value: Written(
        "np.where(z > 0, 1, 0).astype(z.dtype)",
        "(z > 0).to(z.dtype)",
        _step,
        torch_note=words.NO_GRADIENT,
    ),
    OutputActivation.SOFTMAX.value: Written(
        "exponentials / exponentials.sum(axis=1, keepdims=True)",  # numpy.py.jinja says what they are
        "torch.softmax(z, dim=1)",
        _operation("Softmax", axis=1),
    ),
    OutputActivation.IDENTITY.value: Written("z", "z", _itself),
    OutputActivation.SCORE.value: Written("z", "z", _itself),
}
