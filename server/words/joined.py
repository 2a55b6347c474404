"""Joins sentences so that each is still worded in any language: one after the other, and the things of a list."""

from collections.abc import Iterable
from functools import reduce

from glassbox.words.sentence import say_as

NEXT = say_as("sentences", "{before} {last}")
LIST = say_as("list", "{before}, {last}")


def sentences(*texts: str) -> str:
    """Sentences in their order, as far as there is anything in them."""
    said = [text for text in texts if text]
    return reduce(lambda before, text: NEXT.format(before=before, last=text), said) if said else ""


def listed(things: Iterable[str]) -> str:
    """“a, b, c”."""
    named = list(things)
    return reduce(lambda before, last: LIST.format(before=before, last=last), named) if named else ""
