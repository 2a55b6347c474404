"""Arrays of numbers as bytes and back, in one order of bytes on every machine."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

FLOATS, DOUBLES, INTEGERS = "<f4", "<f8", "<i8"


def to_bytes(numbers: NDArray[Any], kind: str = FLOATS) -> bytes:
    """The numbers one after the other, as values of this kind."""
    return np.ascontiguousarray(numbers, kind).tobytes()


def from_bytes(packed: bytes, kind: str = FLOATS) -> NDArray[Any]:
    """The numbers in this machine's order of bytes, to be written to, in one row.

    Raises:
        ValueError: there is a part of a number.
    """
    return np.frombuffer(packed, kind).astype(np.dtype(kind).newbyteorder("="))
