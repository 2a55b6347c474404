"""How sentences go into JSON: worded, for whoever asked, or as they are, for each of many pages to word, or to be kept
and worded whenever they are read.

Where only a text is kept, it is the English, then a sign that no text has, and the sentence as JSON.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from glassbox.words.current import word
from glassbox.words.sentence import Plural, Sentence

KEPT = "\x1f"  # after the English of what is kept as a text


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


def kept_text(text: str) -> str:
    """A sentence, or any other text, to be kept in a text: `read_kept` reads it."""
    if not isinstance(text, Sentence):
        return text
    return f"{text}{KEPT}{msgspec.json.encode(text, enc_hook=open_sentence).decode()}"


def read_kept(text: str) -> str:
    """What was kept; where it is damaged, its English."""
    english, sign, kept = text.partition(KEPT)
    if not sign:
        return text
    try:
        return kept_sentence(msgspec.json.decode(kept)) or english
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, RecursionError):
        return english


def keep(told: Any) -> Any:
    """For an encoder: a sentence as a text."""
    return kept_text(told) if isinstance(told, Sentence) else open_sentence(told)


def _worded(told: Any) -> Any:
    return word(told) if isinstance(told, Sentence) else open_sentence(told)
