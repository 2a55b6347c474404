"""The files in which a network may be taken home, with the words a menu shows."""

from dataclasses import dataclass

from glassbox.engine.vocabulary import Choice
from glassbox.words.sentence import say


class Format(Choice):
    """A kind of file."""

    JSON = (
        "json",
        say("Network (JSON)"),
        "",
        say("Settings and weights, exactly. Opens again here."),
    )
    NUMPY = (
        "numpy",
        say("NumPy code"),
        "",
        say("A Python program of a page or two that needs nothing but NumPy: read how it works, then call predict."),
    )
    TORCH = (
        "torch",
        say("PyTorch code"),
        "",
        say(
            "A Python program with the same network as a PyTorch module, to train on or to build into something larger."
        ),
    )
    ONNX = (
        "onnx",
        say("ONNX"),
        "",
        say("The open format that browsers, phones and most tools for neural networks can run."),
    )


@dataclass(frozen=True)
class Download:
    """A file on its way out."""

    name: str
    media_type: str
    content: bytes
