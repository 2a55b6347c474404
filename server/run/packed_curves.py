"""A run's curves in bytes and back, as a checkpoint has them.

A curve has six digits of a number, which float32 holds within its range; what lies beyond it is written in full, as
epochs are.
"""

from collections.abc import Mapping
from dataclasses import replace

import msgspec
import numpy as np

from glassbox.protocol.server_messages import Mark
from glassbox.run.lows import NO_LOWS, Lows
from glassbox.run.packed_numbers import DOUBLES, FLOATS, from_bytes, to_bytes
from glassbox.run.past.curves import Column, Columns, StoredCurves, shortened
from glassbox.words.wire import read_kept

SHORT = (1e-37, 1e38)  # between these, and at 0, float32 holds what a curve has of a number
SCORES = {"train_score", "test_score", "validation_score"}
SHORT_MARK, LONG_MARK, EXACT_MARK = b"4", b"8", b"="


class PackedCurves(msgspec.Struct):
    """Each column by its name, and what is told beside them."""

    columns: dict[str, bytes]
    marks: tuple[Mark, ...]
    branches: list[dict[str, bytes]]
    branch: int
    lows: Lows = NO_LOWS  # older ones have none


def pack_curves(curves: StoredCurves) -> PackedCurves:
    """Curves as they are kept."""
    return PackedCurves(
        columns=_packed_columns(curves.columns),
        marks=curves.marks,
        branches=[_packed_columns(branch) for branch in curves.branches],
        branch=curves.branch,
        lows=curves.lows,
    )


def _packed_columns(columns: Columns) -> dict[str, bytes]:
    return {name: _packed_epochs(c) if name == "x" else _packed_column(c) for name, c in columns.items()}


def _packed_epochs(column: Column) -> bytes:
    return EXACT_MARK + to_bytes(np.array(column, np.float64), DOUBLES)


def _packed_column(column: Column) -> bytes:
    exact = np.array(column, np.float64)  # a gap becomes NaN, which a curve has for nothing else
    sizes = np.abs(exact[np.isfinite(exact) & (exact != 0)])
    is_short = bool(((sizes >= SHORT[0]) & (sizes <= SHORT[1])).all())
    return SHORT_MARK + to_bytes(exact) if is_short else LONG_MARK + to_bytes(exact, DOUBLES)


def unpack_curves(packed: PackedCurves) -> StoredCurves:
    """The curves that were kept.

    Raises:
        ValueError: they are damaged.
    """
    return StoredCurves(
        columns=_columns(packed.columns),
        marks=tuple(Mark(mark.x, mark.changed, read_kept(mark.text)) for mark in packed.marks),
        branches=tuple(map(_columns, packed.branches)),
        branch=packed.branch,
        lows=packed.lows,
    )


def in_unit(curves: StoredCurves, factor: float) -> StoredCurves:
    """The curves with their scores times the factor: errors in another unit."""
    if factor == 1:
        return curves
    branches = tuple(_rescaled(branch, factor) for branch in curves.branches)
    return replace(curves, columns=_rescaled(curves.columns, factor), branches=branches)


def _rescaled(columns: Columns, factor: float) -> Columns:
    return {
        name: [value if value is None else shortened(factor * value) for value in column] if name in SCORES else column
        for name, column in columns.items()
    }


def _columns(packed: Mapping[str, bytes]) -> Columns:
    return {name: _column(column) for name, column in packed.items()}


def _column(packed: bytes) -> Column:
    if packed[:1] == EXACT_MARK:
        return list(from_bytes(packed[1:], DOUBLES).tolist())
    kind = FLOATS if packed[:1] == SHORT_MARK else DOUBLES
    return [shortened(value) for value in from_bytes(packed[1:], kind).tolist()]
