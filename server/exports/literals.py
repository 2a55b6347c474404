"""Writes float32 numbers as short decimals that read back as the very same float32, for JSON and for programs."""

import textwrap

import numpy as np

from glassbox.engine.arrays import Doubles, Floats

LINE = 100


def shortest(values: Floats) -> Doubles:
    """The same float32 numbers as the doubles with the fewest digits: 0.1, not 0.10000000149011612.

    A reader makes a double of the digits and a float32 of the double. Very rarely these two roundings end at the
    neighbour; such a number keeps all its digits.
    """
    short = values.astype(str).astype(np.float64)
    with np.errstate(over="ignore"):
        same = short.astype(np.float32) == values
    return np.where(same, short, values.astype(np.float64))


def numbers(values: Floats) -> list[float]:
    """A row as plain Python numbers."""
    return [float(value) for value in shortest(values)]


def rows(values: Floats) -> list[list[float]]:
    """A matrix as plain Python numbers, row by row."""
    return [numbers(row) for row in values]


def array_text(values: Floats) -> str:
    """A vector or matrix as source text, a row a line: the nested lists that NumPy and PyTorch take."""
    if values.ndim == 1:
        return _row_text(numbers(values), indent="")
    lines = (f"{_row_text(row, indent='    ')},\n" for row in rows(values))
    return f"[\n{''.join(lines)}]"


def _row_text(row: list[float], indent: str) -> str:
    return textwrap.fill(
        f"[{', '.join(map(repr, row))}]",
        width=LINE,
        initial_indent=indent,
        subsequent_indent=f"{indent} ",
        break_long_words=False,
        break_on_hyphens=False,
    )
