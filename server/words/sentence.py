"""Sentences: English text that can still be worded in any other language, wherever it is read.

A sentence is written in the code as English, whole, with named holes, and that English is its id in the catalogues
(`locales/`). It is a `str`, so whoever knows nothing of languages has the English text; what is joined to it with `+`
or an f-string is lost to the catalogues, so a sentence with a value in it is made by `format`:

    STOPPED = say("Stopped after {epochs:,} epochs.")
    STOPPED.format(epochs=2000)                      # "Stopped after 2,000 epochs.", and "训练 2,000 轮后停止。"
    UNITS = say_many("{n} unit", "{n} units")
    UNITS.of(3)                                      # "3 units"
    say_as("verb", "Open")                           # where one English word is two in another language

Values may be sentences themselves. Only `Language.word` looks inside.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, Self

Value = str | int
_HAN = "\u3400-\u9fff"
_LATIN = "A-Za-z0-9\u0391-\u03c9"  # and Greek
_MISSING_SPACE = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}%])(?=[{_HAN}])")
_OWN_SPACE = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
_NUMBER = re.compile(r"[+\u2212-]?[\d,]+(\.\d+)?(e[+-]?\d+)?%?")  # as Python writes one
HOLE = re.compile(r"\{\{|\}\}|\{(\w+)(?::([^{}]*))?\}")  # a doubled brace stands for itself, as in Python


class Plural(NamedTuple):
    """The English plural, and the number that decides between it and the singular."""

    text: str
    number: int


class Sentence(str):
    """A text in English with what is needed to word it anew.

    Attributes:
        text: as the code has it, with its holes: the id in the catalogues.
        values: by the names of the holes; None as long as they are open.
        plural: of what counts something. context: tells it from an equal text that means something else.
    """

    __slots__ = ("context", "plural", "text", "values")
    text: str
    values: Mapping[str, Value] | None
    plural: Plural | None
    context: str

    def __new__(
        cls, text: str, values: Mapping[str, Value] | None = None, plural: Plural | None = None, context: str = ""
    ) -> Self:
        """Its English as a `str`, the holes filled if there are `values`."""
        english = text if plural is None or plural.number == 1 else plural.text
        made = super().__new__(cls, english if values is None else fill(english, values))
        made.text, made.values, made.plural, made.context = text, values, plural, context
        return made

    def format(self, *args: Any, **values: Any) -> Self:
        """The sentence with its holes filled. A whole number in a hole that says `:,` is written as each language does.

        Raises:
            KeyError: a hole has no value.
        """
        if args:
            raise TypeError("the holes of a sentence have names")
        return type(self)(self.text, _written(self.text, values), self.plural, self.context)

    def __reduce__(self) -> tuple[Any, ...]:
        """So that it comes whole through a pickle or a copy."""
        return type(self), (self.text, self.values, self.plural, self.context)


class Counted(NamedTuple):
    """A sentence that counts something, in both English forms; `of` chooses."""

    one: str
    other: str

    def of(self, number: int, **values: Any) -> Sentence:
        """The sentence for so many, which also fill the hole `{n}`."""
        values = {"n": number} | values
        written = _written(self.one, values) | _written(self.other, values)
        return Sentence(self.one, written, Plural(self.other, number))


def say(text: str) -> Sentence:
    """A sentence; `format` fills its holes."""
    return Sentence(text)


def say_many(one: str, other: str) -> Counted:
    """A sentence that counts something: how English says it of one, and of any other number."""
    return Counted(one, other)


def say_as(context: str, text: str) -> Sentence:
    """A sentence that another language may have to tell from an equal one: `context` is a word for translators."""
    return Sentence(text, context=context)


def grouped(number: int) -> Sentence:
    """A whole number by itself, whose thousands each language parts in its own way; there is nothing to translate."""
    return Sentence("{n:,}", {"n": int(number)})


def fill(text: str, values: Mapping[str, Any], thousands: str = ",", point: str = ".") -> str:
    """A text with its holes filled. A name without a value is left as it stands: a catalogue may not break a page.

    A number in a hole that says how it is written (`{loss:.3g}`) has travelled as English writes it; here it gets the
    language's signs. Where a hole says nothing, a value such as a version stays as it is.
    """
    signs = str.maketrans({",": thousands, ".": point})

    def filled(hole: re.Match[str]) -> str:
        name = hole[1]
        if name is None:
            return hole[0][0]
        value: str | int = values.get(name, hole[0])
        if isinstance(value, int):
            return f"{value:,}".translate(signs)
        return value.translate(signs) if hole[2] and _NUMBER.fullmatch(value) else value

    return HOLE.sub(filled, text)


def spaced(text: str) -> str:
    """Chinese as it is set here: a space between its signs and Latin letters or digits, none between two of its own.

    The translation is written so; what fills its holes may be of either kind.
    """
    return _OWN_SPACE.sub("", _MISSING_SPACE.sub(" ", text))


def holes(text: str) -> set[str]:
    """The names of its holes."""
    return {hole[1] for hole in HOLE.finditer(text) if hole[1]}


def _written(text: str, values: Mapping[str, Any]) -> dict[str, Value]:
    return {hole[1]: _value(values[hole[1]], hole[2] or "") for hole in HOLE.finditer(text) if hole[1]}


def _value(value: Any, form: str) -> Value:
    """A value as it travels: what is a sentence stays one, and a number that is to be grouped stays a number."""
    if isinstance(value, Sentence) and not form:
        return value
    if form == "," and isinstance(value, int) and not isinstance(value, bool):
        return value
    return format(value, form)
