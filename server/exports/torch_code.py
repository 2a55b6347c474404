"""Writes a network as a PyTorch program: a plain module with its weights, to use or to train on."""

from glassbox.engine.choices import Activation, OutputActivation
from glassbox.exports.network_copy import NetworkCopy
from glassbox.exports.source_code import render

EXPRESSIONS = {  # of z, a tensor [n, units]
    Activation.LINEAR.value: "z",
    Activation.SIGMOID.value: "torch.sigmoid(z)",
    Activation.TANH.value: "torch.tanh(z)",
    Activation.RELU.value: "torch.relu(z)",
    Activation.LEAKY_RELU.value: "nn.functional.leaky_relu(z, 0.01)",
    Activation.ELU.value: "nn.functional.elu(z)",
    Activation.SOFTPLUS.value: "nn.functional.softplus(z)",
    Activation.SILU.value: "nn.functional.silu(z)",
    Activation.GELU.value: 'nn.functional.gelu(z, approximate="tanh")',
    Activation.SINE.value: "torch.sin(z)",
    Activation.STEP.value: "(z > 0).to(z.dtype)  # it has no gradient, so the layers before it cannot learn",
    OutputActivation.SOFTMAX.value: "torch.softmax(z, dim=1)",
    OutputActivation.IDENTITY.value: "z",
    OutputActivation.SCORE.value: "z",
}


def write_torch(copy: NetworkCopy) -> bytes:
    """The text of the program, which defines the module `network`, `predict(x)` and, for classes, `decide(x)`."""
    return render("torch.py.jinja", copy, expressions=EXPRESSIONS)
