"""How sentences go into JSON: worded, for whoever asked, or as they are, for each of many pages to word, or to be kept
and worded whenever they are read.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from glassbox.words.current import word
from glassbox.words.sentence import Plural, Sentence


def worded_json(told: Any) -> bytes:
    """An answer in JSON, its sentences in the language of whoever asked."""
    return msgspec.json.encode(told, enc_hook=_worded)


def plain(told: Any) -> Any:
    """JSON-ready data with each sentence as an object: `msgid`, and as it has them `values`, `plural`, `n`, `context`.

    `static/text/say.js` words them.
    """
    return msgspec.to_builtins(told, enc_hook=open_sentence)


def open_sentence(told: Any) -> Any:
    """For an encoder: a sentence as an object.

    Raises:
        NotImplementedError: it is no sentence, and nothing that JSON knows.
    """
    if not isinstance(told, Sentence):
        raise NotImplementedError(f"{type(told).__name__} is nothing that can be sent")
    made: dict[str, Any] = {"msgid": told.text}
    if told.values:
        made["values"] = dict(told.values)
    if told.plural:
        made |= {"plural": told.plural.text, "n": told.plural.number}
    if told.context:
        made["context"] = told.context
    return made


def kept_sentence(told: Any) -> str:
    """What was kept of a sentence, or a text that was none; "" for what is neither."""
    if isinstance(told, str):
        return told
    if not isinstance(told, Mapping) or not isinstance(told.get("msgid"), str):
        return ""
    values, plural, number = (told.get(name) for name in ("values", "plural", "n"))
    is_counted = isinstance(plural, str) and isinstance(number, int)
    return Sentence(
        told["msgid"],
        {name: _kept_value(value) for name, value in values.items()} if isinstance(values, Mapping) else None,
        Plural(str(plural), int(number or 0)) if is_counted else None,
        str(told.get("context") or ""),
    )


def _kept_value(value: Any) -> str | int:
    return value if isinstance(value, int) else kept_sentence(value)


def _worded(told: Any) -> str:
    if not isinstance(told, Sentence):
        raise NotImplementedError(f"{type(told).__name__} is nothing that can be sent")
    return word(told)
