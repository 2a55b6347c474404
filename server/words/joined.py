"""Joins sentences so that each is still worded in any language: one after the other, and the things of a list."""

from collections.abc import Iterable
from functools import reduce

from glassbox.words.sentence import Sentence, say_as

NEXT = say_as("sentences", "{before} {last}")
LIST = say_as("list", "{before}, {last}")
APART = say_as("list", "{before}; {last}")  # of what has commas itself
DOTS = say_as("list", "{before} · {last}")
AND = say_as("list", "{before} and {last}")
OR = say_as("list", "{before} or {last}")


def sentences(*texts: str) -> str:
    """Sentences in their order, as far as there is anything in them."""
    said = [text for text in texts if text]
    return reduce(lambda before, text: NEXT.format(before=before, last=text), said) if said else ""


def listed(things: Iterable[str], pair: Sentence = LIST, end: Sentence | None = None) -> str:
    """“a, b, c”, or joined otherwise: by `pair`, and the last one by `end`."""
    told, *further = list(things) or [""]
    for place, thing in enumerate(further, 1):
        told = (end if end and place == len(further) else pair).format(before=told, last=thing)
    return told


def all_of(things: Iterable[str]) -> str:
    """“a, b and c”."""
    return listed(things, end=AND)


def one_of(things: Iterable[str]) -> str:
    """“a, b or c”."""
    return listed(things, end=OR)
