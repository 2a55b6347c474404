"""The small notation of conditions, as in “test_accuracy >= 0.95 and parameters <= 10”: read once, held to facts.

`and` binds before `or`, and there are no brackets. Python never evaluates what a file says.
"""

import math
import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glassbox.lessons import words
from glassbox.lessons.facts import Fact, Facts, Value, find
from glassbox.protocol.refusals import echo_text

LONGEST = 400  # signs
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
NEAR = 1e-9  # shares of whole numbers are rounded: equal ones may differ by less than this
CONSTANTS = {"always": True, "otherwise": True, "never": False}

_NAME = r"(?:beside\.)?[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
_NUMBER = r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_TERM = re.compile(rf"({_NAME})\s*(<=|>=|<|>|is\s+not\b|is\b)\s*(\S.*)")
_PRODUCT = re.compile(rf"({_NUMBER})\s*\*\s*({_NAME})")
_WORD = re.compile(r"[A-Za-z0-9_.,:-]+")


class WrongCondition(ValueError):
    """A condition that cannot be read: one sentence why."""


@dataclass(frozen=True)
class Term:
    """One comparison; `value` is a word, or a number; with an `other` fact, so many times that.

    Attributes:
        test: "<", "<=", ">", ">=", "is" or "is not".
    """

    name: str
    test: str
    value: float | str
    other: str = ""

    def names(self) -> Iterator[str]:
        """The facts it is about."""
        yield self.name
        if self.other:
            yield self.other

    def holds(self, facts: Facts) -> bool:
        """Whether it does; not where a fact is missing."""
        found, wanted = facts.get(self.name), self._wanted(facts)
        if found is None or wanted is None:
            return False
        if isinstance(found, frozenset):
            return (wanted in found) is (self.test == "is")
        if self.test in COMPARISONS:
            return _compare(self.test, found, wanted)
        return _equal(found, wanted) is (self.test == "is")

    def _wanted(self, facts: Facts) -> Value | None:
        if not self.other:
            return self.value
        other = facts.get(self.other)
        return other * self.value if isinstance(other, float | int) and isinstance(self.value, float) else None


@dataclass(frozen=True)
class Condition:
    """Any of the `ways`, each of which is all of its terms; one without terms always holds.

    Attributes:
        text: as it was written.
    """

    text: str
    ways: tuple[tuple[Term, ...], ...]

    @property
    def names(self) -> frozenset[str]:
        """The facts it is about."""
        return frozenset(name for way in self.ways for term in way for name in term.names())

    def holds(self, facts: Facts) -> bool:
        """Whether it does, by these facts."""
        return any(all(term.holds(facts) for term in way) for way in self.ways)

    @property
    def is_always(self) -> bool:
        """Whether it asks for nothing."""
        return () in self.ways

    @property
    def is_never(self) -> bool:
        """Whether nothing is enough."""
        return not self.ways


def read_condition(text: str) -> Condition:
    """A condition as it stands in a file.

    Raises:
        WrongCondition: it is not of the notation, or names what there is not.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST:
        raise WrongCondition(words.CONDITION_LENGTH.format(most=LONGEST))
    if plain in CONSTANTS:
        return Condition(plain, ((),) if CONSTANTS[plain] else ())
    return Condition(plain, tuple(tuple(map(_term, way.split(" and "))) for way in plain.split(" or ")))


def _term(text: str) -> Term:
    match = _TERM.fullmatch(text.strip())
    if match is None:
        raise WrongCondition(words.NO_TERM.format(text=echo_text(text.strip())))
    name, test, value = match[1], " ".join(match[2].split()), match[3]
    fact = find(name)
    if fact is None:
        raise WrongCondition(words.NO_SUCH_FACT.format(name=echo_text(name)))
    if not fact.is_number:
        return _of_word(fact, name, test, value)
    return _of_number(name, test, value)


def _of_word(fact: Fact, name: str, test: str, value: str) -> Term:
    if test in COMPARISONS:
        raise WrongCondition(words.WORD_COMPARED.format(name=name, test=test))
    if not _WORD.fullmatch(value):
        raise WrongCondition(words.NO_WORD.format(name=name, text=echo_text(value)))
    if fact.options and value not in fact.options:
        raise WrongCondition(words.NO_OPTION.format(name=name, options=", ".join(fact.options), text=echo_text(value)))
    return Term(name, test, value)


def _of_number(name: str, test: str, value: str) -> Term:
    if re.fullmatch(_NUMBER, value):
        return Term(name, test, _number(value))
    product = _PRODUCT.fullmatch(value)
    factor, other = (_number(product[1]), product[2]) if product else (1.0, value)
    found = find(other)
    if found is None or not found.is_number:
        raise WrongCondition(words.NO_NUMBER.format(name=name, text=echo_text(value)))
    return Term(name, test, factor, other)


def _number(text: str) -> float:
    return float(text.replace("−", "-"))


def _compare(test: str, found: Value, wanted: Value) -> bool:
    if not isinstance(found, float | int) or not isinstance(wanted, float | int):
        return False
    near = NEAR * abs(wanted)
    room = {"<=": near, ">=": -near}.get(test, 0.0)
    return COMPARISONS[test](found, wanted + room)


def _equal(found: Value, wanted: Value) -> bool:
    if isinstance(found, float | int) and isinstance(wanted, float | int):
        return math.isclose(found, wanted, rel_tol=NEAR, abs_tol=NEAR)
    return found == wanted
