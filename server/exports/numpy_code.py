"""Writes a network as a program in plain NumPy, to be read by someone who is learning how networks compute."""

from glassbox.engine.choices import Activation, OutputActivation
from glassbox.exports.network_copy import NetworkCopy
from glassbox.exports.source_code import functions_of, render

EXPRESSIONS = {  # of z, an array [n, units]
    Activation.LINEAR.value: "z",
    Activation.SIGMOID.value: "0.5 + 0.5 * np.tanh(0.5 * z)  # the same as the formula, but never too large to compute",
    Activation.TANH.value: "np.tanh(z)",
    Activation.RELU.value: "np.maximum(z, 0)",
    Activation.LEAKY_RELU.value: "np.where(z > 0, z, 0.01 * z)",
    Activation.ELU.value: "np.where(z > 0, z, np.expm1(np.minimum(z, 0)))  # expm1(z) is e to the z, minus 1",
    Activation.SOFTPLUS.value: "np.logaddexp(0, z)  # ln(e⁰ + eᶻ)",
    Activation.SILU.value: "z * (0.5 + 0.5 * np.tanh(0.5 * z))  # the same as the formula, but never too large to compute",
    Activation.GELU.value: "0.5 * z * (1 + np.tanh(0.7978845608 * (z + 0.044715 * z * z * z)))",
    Activation.SINE.value: "np.sin(z)",
    Activation.STEP.value: "np.where(z > 0, 1, 0).astype(z.dtype)",
    OutputActivation.SOFTMAX.value: "exponentials / exponentials.sum(axis=1, keepdims=True)",
}


def write_numpy(copy: NetworkCopy) -> bytes:
    """The text of the program, which defines `predict(x)`, `logits(x)` and, for classes, `decide(x)`."""
    functions = [(kind, EXPRESSIONS[kind.value]) for kind in functions_of(copy)]
    return render("numpy.py.jinja", copy, functions=functions)
