"""Writes a network as a program in plain NumPy, to be read by someone who is learning how networks compute."""

from glassbox.exports.activations import written
from glassbox.exports.network_copy import NetworkCopy
from glassbox.exports.program_text import with_comment
from glassbox.exports.source_code import functions_of, render


def write_numpy(copy: NetworkCopy) -> bytes:
    """The text of the program, which defines `predict(x)`, `logits(x)` and, for classes, `decide(x)`."""
    functions = [
        (kind, with_comment(each.numpy, each.numpy_note)) for kind in functions_of(copy) for each in [written(kind)]
    ]
    return render("numpy.py.jinja", copy, functions=functions)
