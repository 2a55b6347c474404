"""Writes what a program needs to take rows of the table that a network was trained on, texts and dates included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from glassbox.engine.coding import Coding, CodingKind
from glassbox.exports.network_copy import Column, NetworkCopy

_ROOM = 100  # characters of a line
_FURTHER = ",\n" + " " * 12
_EXAMPLES = 2


@dataclass(frozen=True)
class TableRows:
    """What the template of programs says of a table.

    Attributes:
        columns: the names of the table's own columns, each once.
        example: rows, by these names.
        cells: for each number the network is given, the expression that makes it of the row called `row`.
        kinds: of cells that there are.
        alike: whether there are texts that are one if they differ in capitals or spaces only.
    """

    columns: list[str]
    example: list[dict[str, Any]]
    cells: list[str]
    kinds: set[str]
    alike: bool


def table_rows(copy: NetworkCopy) -> TableRows | None:
    """What to say of the table; None where the network was trained on none."""
    if not copy.codings:
        return None
    return TableRows(
        columns=list(dict.fromkeys(coding.column for coding in copy.codings)),
        example=[_example(copy.columns, number) for number in range(_EXAMPLES)],
        cells=[_expression(coding) for coding in copy.codings],
        kinds={coding.kind.value for coding in copy.codings},
        alike=any(coding.alike for coding in copy.codings),
    )


def _expression(coding: Coding) -> str:
    function, more = {
        CodingKind.NUMBER: ("number", [] if coding.mark == "." else [coding.mark]),
        CodingKind.VALUE: ("indicator", list(coding.values)),
        CodingKind.DAYS: ("days", [coding.form, coding.start]),
    }[coding.kind]
    cell = f"row[{coding.column!r}]"
    given = [f"plain({cell})" if coding.alike else cell, *map(repr, more)]
    separator = ", " if sum(map(len, given)) < _ROOM else _FURTHER
    return f"{function}({separator.join(given)})"


def _example(columns: Sequence[Column], number: int) -> dict[str, Any]:
    """A row that may stand in the table: of its means, or somewhat more."""
    return {column.coding.column: _cell(column, column.coding, number) for column in columns if column.coding}


def _cell(column: Column, coding: Coding, number: int) -> Any:
    if coding.kind is CodingKind.VALUE:
        return coding.values[-number]
    if coding.kind is CodingKind.DAYS:
        return datetime.fromisoformat(coding.start).strftime(coding.form)
    return float(f"{column.mean + number * column.spread:.3g}")
