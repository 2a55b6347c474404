"""Writes a network as a PyTorch program: a plain module with its weights, to use or to train on."""

from glassbox.exports.activations import WRITTEN
from glassbox.exports.network_copy import NetworkCopy
from glassbox.exports.program_text import with_comment
from glassbox.exports.source_code import render


def write_torch(copy: NetworkCopy) -> bytes:
    """The text of the program, which defines the module `network`, `predict(x)` and, for classes, `decide(x)`."""
    expressions = {name: with_comment(each.torch, each.torch_note) for name, each in WRITTEN.items()}
    return render("torch.py.jinja", copy, expressions=expressions)
