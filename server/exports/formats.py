"""The files in which a network may be taken home, with the words a menu shows."""

from dataclasses import dataclass

from glassbox.engine.vocabulary import Choice


class Format(Choice):
    """A kind of file."""

    JSON = (
        "json",
        "network (JSON)",
        "",
        "Settings and weights, exactly. Opens again here.",
    )
    NUMPY = (
        "numpy",
        "NumPy code",
        "",
        "A Python program of a page or two that needs nothing but NumPy: read how it works, then call predict.",
    )
    TORCH = (
        "torch",
        "PyTorch code",
        "",
        "A Python program with the same network as a PyTorch module, to train on or to build into something larger.",
    )
    ONNX = (
        "onnx",
        "ONNX",
        "",
        "The open format that browsers, phones and most tools for neural networks can run.",
    )


@dataclass(frozen=True)
class Download:
    """A file on its way out."""

    name: str
    media_type: str
    content: bytes
