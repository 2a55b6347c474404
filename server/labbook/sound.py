"""Reads rows of the database one at a time: one that is damaged is told as such, and the others are as they were.

SQLite keeps whatever it is given in any column, and a disk that fails may leave anything there.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Double, Integer, LargeBinary, String, Text, cast

from glassbox.engine.data_choices import Dataset
from glassbox.labbook.records import WEIGHT_BYTES, DamagedRow, DamagedShare, Row, RunRecord, SharedNetwork
from glassbox.words.wire import read_kept

SAID = ("data", "stop_text")  # columns with sentences
LABELS = {str(dataset.label): dataset.label for dataset in Dataset}  # of which the names of data are kept in English
KINDS: dict[type[Any], tuple[type[Any], ...]] = {
    Double: (float, int),
    Integer: (int,),  # BigInteger is one as well
    String: (str,),  # Text is one as well
    LargeBinary: (bytes, memoryview),
    JSON: (str,),
}


def as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """For a query: JSON as the text it is, so that a row with another text costs no other row."""
    return cast(column, Text).label(column.name) if isinstance(column.type, JSON) else column


def read_share(columns: list[Column[Any]], found: Mapping[str, Any]) -> SharedNetwork:
    """A network that was kept for a link, found likewise.

    Raises:
        DamagedShare: it cannot be read any more.
    """
    try:
        network = SharedNetwork(**{column.name: sound(column, found[column.name]) for column in columns})
    except (ValueError, TypeError, RecursionError):
        raise DamagedShare from None
    if not isinstance(network.settings, dict) or len(network.weights) % WEIGHT_BYTES:
        raise DamagedShare
    return network


def read_run(columns: list[Column[Any]], found: Mapping[str, Any]) -> Row:
    """A row as it was found by a query for these columns, `as_stored`, and `is_kept`."""
    try:
        facts = {column.name: sound(column, found[column.name]) for column in columns}
        if not isinstance(facts["settings"], dict):
            raise ValueError("settings are names with values")
        facts |= {name: read_kept(facts[name]) for name in SAID if facts[name] is not None}
        facts["data"] = LABELS.get(facts["data"], facts["data"])
        return RunRecord(**facts, is_kept=bool(found["is_kept"]))
    except (ValueError, TypeError, RecursionError):
        return _rest_of(found)


def sound(column: Column[Any], value: Any) -> Any:
    """The value.

    Raises:
        ValueError: it is none that this column may have.
    """
    if value is None and column.nullable:
        return None
    if not isinstance(value, _kinds(column)) or (isinstance(value, float) and not math.isfinite(value)):
        raise ValueError(f"{column.name} is damaged")
    return _read_json(value) if isinstance(column.type, JSON) else value


def _read_json(text: str) -> Any:
    """As JSON proper, which can be told to a page: without NaN, and with whole characters only."""
    value = json.loads(text)
    json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    return value


def _kinds(column: Column[Any]) -> tuple[type[Any], ...]:
    return next(kinds for kind, kinds in KINDS.items() if isinstance(column.type, kind))


def _rest_of(found: Mapping[str, Any]) -> DamagedRow:
    name = found["name"]
    return DamagedRow(
        key=str(found["key"]),
        created=_number(found["created"]),
        updated=_number(found["updated"]),
        name=name if isinstance(name, str) else "",
    )


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, float | int) else None
