"""Reads what a server tells a page as an English page does."""

import json
from typing import Any

from glassbox.words.wire import kept_sentence


def read(text: str | bytes) -> Any:
    """A message, with its sentences in English."""
    return json.loads(text, object_hook=_said)


def _said(told: dict[str, Any]) -> Any:
    return str(kept_sentence(told)) if isinstance(told.get("msgid"), str) else told
