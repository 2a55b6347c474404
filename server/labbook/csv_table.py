"""An owner's rows as CSV, for a spreadsheet: a column for each fact and each setting, and nothing that it would run."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from glassbox.labbook import words
from glassbox.labbook.records import DamagedRow, Row, RunRecord
from glassbox.words.current import word
from glassbox.words.joined import APART, listed
from glassbox.words.sentence import say

NO_FACTS = {"key", "version", "settings", "picture", "checkpoint", "is_kept"}
FACTS = (
    *(name for name in RunRecord.__dataclass_fields__ if name not in NO_FACTS | {"stop_text"}),
    "stop_text",
)  # the sentence last
CHANGED = say(
    "{name} was {first} at first, changed {times} × while it trained, the last time at epoch {epochs:.4g}"
)  # `name` as the headings have it
TIMES = {"created", "updated"}
SETTING = "settings."  # before the name of each setting's column
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a spreadsheet runs a text that begins so


def csv_table(rows: Sequence[Row]) -> str:
    """The rows with a line of headings above them, by RFC 4180."""
    settings = list(dict.fromkeys(name for row in rows if isinstance(row, RunRecord) for name in row.settings))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*FACTS, *(SETTING + name for name in settings)])
    writer.writerows(_cells(row, settings) for row in rows)
    return text.getvalue()


def _cells(row: Row, settings: Sequence[str]) -> list[str]:
    if isinstance(row, DamagedRow):
        left = {"created": _time(row.created), "updated": _time(row.updated), "name": cell(row.name)}
        return [left.get(name, "") for name in FACTS[:-1]] + [word(words.DAMAGED_ROW)] + [""] * len(settings)
    facts = [_fact(name, getattr(row, name)) for name in FACTS]
    return facts + [setting_text(row.settings.get(name)) for name in settings]


def _fact(name: str, value: Any) -> str:
    if name in TIMES:
        return _time(value)
    return cell(changed_text(value) if name == "changed" else value)


def _time(seconds: float | None) -> str:
    return "" if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def changed_text(changed: Mapping[str, Any] | None) -> str:
    """“learning_rate 0.03 until epoch 12, changed 3 times”: what was not as the row says during all of its run."""
    told = (
        CHANGED.format(name=name, first=setting_text(each["first"]), times=each["times"], epochs=each["epochs"])
        for name, each in (changed or {}).items()
    )
    return listed(told, APART)


def setting_text(value: Any) -> str:
    """Lists as the page's address has them: "4-relu,2"."""
    if not isinstance(value, list):
        return cell(value)
    return _harmless(",".join(_layer(each) if isinstance(each, dict) else str(each) for each in value) or "none")


def _layer(layer: Mapping[str, Any]) -> str:
    marks = {"dropout": "drop{}", "normalization": "norm_{}"}
    own = [marks.get(name, "{}").format(value) for name, value in layer.items() if value is not None]
    return "-".join(own)


def cell(value: object) -> str:
    """Numbers as they are, since a sign before them is no formula; texts so that they stay texts."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(word(value))
    return json.dumps(value, ensure_ascii=False)


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
