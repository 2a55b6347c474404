"""Reads what a server tells a page as an English page does."""

import json
from typing import Any

import msgspec

from glassbox.words.wire import kept_sentence


def read(text: str | bytes) -> Any:
    """A message in JSON, with its sentences in English."""
    return json.loads(text, object_hook=english)


def unpack(raw: bytes, kind: Any) -> Any:
    """What is in MessagePack, likewise."""
    return msgspec.convert(english(msgspec.msgpack.decode(raw)), kind, builtin_types=(bytes,))


def english(told: Any) -> Any:
    """Plain data with the sentences in it in English."""
    if isinstance(told, list):
        return [english(each) for each in told]
    if not isinstance(told, dict):
        return told
    if isinstance(told.get("msgid"), str):
        return str(kept_sentence(told))
    return {name: english(each) for name, each in told.items()}
