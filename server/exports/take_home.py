"""Makes the file of a network that someone asked for: the face of this room to whoever answers the request."""

from collections.abc import Callable

from glassbox.exports import words
from glassbox.exports.formats import Download, Format
from glassbox.exports.network_copy import NetworkCopy
from glassbox.exports.network_json import write_json
from glassbox.exports.numpy_code import write_numpy
from glassbox.exports.torch_code import write_torch
from glassbox.protocol.refusals import Refusal


def take_home(copy: NetworkCopy, chosen: Format) -> Download:
    """The network as a file; the same copy always makes the same bytes.

    Raises:
        Refusal: a weight is no ordinary number.
    """
    if not copy.finite:
        raise Refusal(words.NOT_FINITE)
    name, media_type, write = _FILES[chosen]
    return Download(name, media_type, write(copy))


def _write_onnx(copy: NetworkCopy) -> bytes:
    from glassbox.exports.onnx_file import write_onnx  # only now: the onnx package takes its time to import

    return write_onnx(copy)


_PYTHON = "text/x-python; charset=utf-8"
_FILES: dict[Format, tuple[str, str, Callable[[NetworkCopy], bytes]]] = {
    Format.JSON: ("network.json", "application/json", write_json),
    Format.NUMPY: ("network_numpy.py", _PYTHON, write_numpy),
    Format.TORCH: ("network_torch.py", _PYTHON, write_torch),
    Format.ONNX: ("network.onnx", "application/octet-stream", _write_onnx),
}
