"""Jacobians of the graph by layer: how one sample's numbers in a box depend on one sample's numbers in a box before it.

Rows of the identity are pulled back box by box, as gradients are, so that whatever a box couples is counted: batch
normalization makes every sample of a mini-batch depend a little on all others, and where there are several such layers
by many ways at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from glassbox.study.graph.tape import Array, Node, Tape

MOST_NUMBERS = 3_000_000  # pulled back at once; only large mini-batches of large networks with batch norm have more
SampleColumns = slice | list[int]


@dataclass(frozen=True)
class Factor:
    """The product of the Jacobians from the chosen box back to the box `name`: [units of that, units of this]."""

    name: str
    product: Array

    @property
    def stretch(self) -> float:
        """By how much it lengthens a small change at most: its largest singular value."""
        return float(np.linalg.norm(self.product, 2)) if np.isfinite(self.product).all() else float("nan")


class TooCoupled(ValueError):
    """The samples depend on each other in more ways than can be followed."""


def chain(tape: Tape, end: str) -> list[str]:
    """The straight way from the inputs to a box, that included."""
    names = [end]
    while (node := tape.nodes[names[-1]]).parents:
        names.append(node.parents[node.through])
    return names[::-1]


def couples(tape: Tape, end: str, start: str) -> bool:
    """Whether, on the way from one box to another, a sample comes to depend on other samples."""
    return any(_operation_couples(tape.nodes[name]) for name in _way_back(tape, end, start)[:-1])


def factors(tape: Tape, end: str, start: str, of: int, by: int) -> Iterator[Factor]:
    """∂ end / ∂ each box before it down to `start`, the nearest first: of the sample `of`, by the sample `by`,
    both from 0.

    The loss is of all samples together: there, `of` counts for nothing.

    Raises:
        TooCoupled: see `MOST_NUMBERS`.
    """
    way, of = _way_back(tape, end, start), by if end == tape.end.name else of
    columns: SampleColumns = slice(None) if couples(tape, end, start) else [of]
    pulled = _first_rows(tape, way, of, columns)
    for name, before in pairwise(way):
        pulled = _pulled(tape, tape.nodes[name], pulled, columns)
        yield Factor(before, _of_sample(pulled, columns, of, by))


def _way_back(tape: Tape, end: str, start: str) -> list[str]:
    way = chain(tape, end)
    return way[way.index(start) :][::-1]


def _operation_couples(node: Node) -> bool:
    return node.operation is not None and node.operation.couples


def _first_rows(tape: Tape, way: list[str], of: int, columns: SampleColumns) -> Array:
    """Each number of the last box by itself: [units, units, samples], 1 where it is the own one."""
    units, samples = tape.values[way[0]].shape
    widest = max(len(tape.values[name]) for name in way)
    count = samples if isinstance(columns, slice) else 1
    if units * widest * count > MOST_NUMBERS:
        raise TooCoupled
    rows = np.zeros((units, units, count))
    rows[:, :, min(of, count - 1)] = np.eye(units)
    return rows


def _pulled(tape: Tape, node: Node, rows: Array, columns: SampleColumns) -> Array:
    """Through one box; the loss, which is of all samples together, is taken apart into theirs."""
    assert node.operation is not None
    if node is tape.end:
        return node.operation.back(rows, tape.values[node.name], *tape.given(node))[..., columns]
    given = (
        tape.values[name] if tape.nodes[name].kind == "parameter" else tape.values[name][:, columns]
        for name in (*node.parents, *node.reads)
    )
    return node.operation.back(rows, tape.values[node.name][:, columns], *given)


def _of_sample(rows: Array, columns: SampleColumns, of: int, by: int) -> Array:
    if isinstance(columns, slice):
        return rows[..., by]
    return rows[..., 0] if of == by else np.zeros(rows.shape[:-1])
