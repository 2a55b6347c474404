"""Puts rows into the order of one of their settings, whatever kind of value that has."""

import json
from collections.abc import Sequence
from typing import Any


def in_order_of(name: str, rows: Sequence[tuple[str, str]], descending: bool) -> list[str]:
    """The keys of rows (key, settings as JSON) in the order of the setting `name`; rows alike in it keep their order,
    and those without such a setting stand last.
    """
    places = {key: _place(settings, name) for key, settings in rows}
    known = [key for key, _ in rows if places[key] is not None]
    unknown = [key for key, _ in rows if places[key] is None]
    ordered = sorted(known, key=lambda key: _sortable(places[key]), reverse=descending)
    return [*ordered, *unknown]


def _place(settings: str, name: str) -> Any:
    try:
        return json.loads(settings).get(name)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _sortable(value: Any) -> tuple[int, Any]:
    """Numbers before texts before lists; of lists the shorter first, and layers by their units."""
    if isinstance(value, bool | int | float):
        return 0, value
    if isinstance(value, list):
        return 2, (len(value), [_sortable(each) for each in value])
    if isinstance(value, dict):
        return 0, value["units"] if isinstance(value.get("units"), int) else 0
    return 1, str(value).lower()
