"""An owner's rows as CSV, for a spreadsheet: a column for each fact and each setting, and nothing that it would run."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from glassbox.labbook.records import RunRecord

NO_FACTS = {"key", "version", "settings", "picture", "checkpoint", "is_kept"}
FACTS = tuple(name for name in RunRecord.__dataclass_fields__ if name not in NO_FACTS)
TIMES = {"created", "updated"}
SETTING = "settings."  # before the name of each setting's column
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a spreadsheet runs a text that begins so


def csv_table(rows: Sequence[RunRecord]) -> str:
    """The rows with a line of headings above them, by RFC 4180."""
    settings = list(dict.fromkeys(name for row in rows for name in row.settings))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*FACTS, *(SETTING + name for name in settings)])
    writer.writerows(_cells(row, settings) for row in rows)
    return text.getvalue()


def _cells(row: RunRecord, settings: Iterable[str]) -> list[str]:
    facts = [_time(getattr(row, name)) if name in TIMES else _cell(getattr(row, name)) for name in FACTS]
    return facts + [_cell(row.settings.get(name)) for name in settings]


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _cell(value: object) -> str:
    """Numbers as they are, since a sign before them is no formula; texts so that they stay texts."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    return json.dumps(value, ensure_ascii=False)


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
