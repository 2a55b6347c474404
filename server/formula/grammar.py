"""Reads a formula by its grammar, from what binds least to what binds most:

either      both { "or" both }
both        denied { "and" denied }
denied      "not" denied | comparison
comparison  sum { ("<" | "<=" | ">" | ">=" | "=" | "!=") sum }        0 < x1 < 1 means what it says
sum         product { ("+" | "-") product }
product     signed { ("*" | "/") signed }
signed      ("+" | "-") signed | power
power       atom [ "^" signed ]                                       so −x^2 is −(x^2), and 2^3^2 is 2^9
atom        number | "x1" | "x2" | "pi" | "e" | name "(" either { "," either } ")" | "(" either ")"
"""

import math
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from glassbox.formula import words
from glassbox.formula.expression import (
    COMPARISONS,
    CONSTANTS,
    FUNCTIONS,
    FUNCTIONS_OF_TWO,
    INPUTS,
    Expression,
)
from glassbox.formula.tokens import Token, tokens_of
from glassbox.formula.wrong import WrongFormula

DEEPEST = 20  # nesting: parentheses, functions, signs and powers within each other

_KEYWORDS = ("and", "or", "not")


def read_formula(text: str) -> Expression:
    """The formula in a text of at most `tokens.LONGEST` signs, nested at most `DEEPEST` deep.

    Raises:
        WrongFormula: it is none; the sentence names the place.
    """
    return _Reader(tokens_of(text)).whole()


class _Reader:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def whole(self) -> Expression:
        expression = self._either()
        if self._next.kind != "end":
            raise self._unexpected()
        return expression

    def _either(self) -> Expression:
        return self._joined(self._both, ("or",))

    def _both(self) -> Expression:
        return self._joined(self._denied, ("and",))

    def _joined(self, part: Callable[[], Expression], signs: Collection[str]) -> Expression:
        left = part()
        while token := self._taken(signs):
            left = _of_truths(token, left, part())
        return left

    def _denied(self) -> Expression:
        token = self._taken(("not",))
        if token is None:
            return self._comparison()
        with self._deeper(token):
            return _of_truths(token, self._denied())

    def _comparison(self) -> Expression:
        left = self._sum()
        chain: list[Expression] = []
        while token := self._taken(COMPARISONS):
            right = self._sum()
            chain.append(_of_numbers(token, token.text, left, right))
            left = right
        if not chain:
            return left
        whole = chain[0]
        for link in chain[1:]:
            whole = Expression("and", (whole, link))
        return whole

    def _sum(self) -> Expression:
        return self._computed(self._product, ("+", "-"))

    def _product(self) -> Expression:
        return self._computed(self._signed, ("*", "/"))

    def _computed(self, part: Callable[[], Expression], signs: Collection[str]) -> Expression:
        left = part()
        while token := self._taken(signs):
            left = _of_numbers(token, token.text, left, part())
        return left

    def _signed(self) -> Expression:
        token = self._taken(("+", "-"))
        if token is None:
            return self._power()
        with self._deeper(token):
            part = self._signed()
        negative = _of_numbers(token, "negative", part)
        return negative if token.text == "-" else part

    def _power(self) -> Expression:
        base = self._atom()
        token = self._taken(("^",))
        if token is None:
            return base
        with self._deeper(token):
            return _of_numbers(token, "^", base, self._signed())

    def _atom(self) -> Expression:
        token = self._next
        if token.kind == "number":
            self._place += 1
            return Expression("number", number=_number(token))
        if token.kind == "name" and token.text not in _KEYWORDS:
            self._place += 1
            return self._named(token)
        if self._taken(("(",)):
            return self._inside(token)[0]
        raise WrongFormula(words.EXPECTED_VALUE.format(at=token.at))

    def _named(self, token: Token) -> Expression:
        name, is_called = token.text, self._next.text == "("
        takes = 1 if name in FUNCTIONS else 2 if name in FUNCTIONS_OF_TWO else 0
        if takes and not is_called:
            raise WrongFormula(words.NO_ARGUMENTS.format(at=token.at, name=name))
        if takes:
            return self._called(token, takes)
        if name not in INPUTS and name not in CONSTANTS:
            functions = ", ".join([*FUNCTIONS, *FUNCTIONS_OF_TWO])
            raise WrongFormula(words.UNKNOWN_NAME.format(at=token.at, functions=functions))
        if is_called:
            raise WrongFormula(words.NOT_A_FUNCTION.format(at=token.at, name=name))
        return Expression(name) if name in INPUTS else Expression("number", number=CONSTANTS[name])

    def _called(self, token: Token, takes: int) -> Expression:
        self._place += 1
        parts = self._inside(token, most=takes)
        if len(parts) != takes:
            expected = words.ONE if takes == 1 else words.TWO
            raise WrongFormula(words.HOW_MANY.format(at=token.at, name=token.text, takes=expected, count=len(parts)))
        return _of_numbers(token, token.text, *parts)

    def _inside(self, opened: Token, most: int = 1) -> list[Expression]:
        """What stands in parentheses, behind the opening one; after commas, more of it."""
        with self._deeper(opened):
            parts = [self._either()]
            while most > 1 and self._taken((",",)):
                parts.append(self._either())
        if not self._taken((")",)):
            raise self._unexpected() if self._next.kind != "end" else WrongFormula(
                words.UNCLOSED.format(at=self._next.at)
            )  # fmt: skip
        return parts

    def _taken(self, signs: Collection[str]) -> Token | None:
        """The next token, if it is one of these; then it is done with."""
        token = self._next
        if token.text not in signs:
            return None
        self._place += 1
        return token

    @contextmanager
    def _deeper(self, token: Token) -> Iterator[None]:
        self._depth += 1
        if self._depth > DEEPEST:
            raise WrongFormula(words.TOO_DEEP.format(at=token.at, most=DEEPEST))
        yield
        self._depth -= 1

    def _unexpected(self) -> WrongFormula:
        """Behind a value that is complete stands something that cannot go on with it."""
        reasons = {",": words.DECIMAL_COMMA, ")": words.UNOPENED}
        return WrongFormula(reasons.get(self._next.text, words.NOTHING_BETWEEN).format(at=self._next.at))


def _number(token: Token) -> float:
    value = float(token.text)
    if math.isinf(value):
        raise WrongFormula(words.NUMBER_TOO_LARGE.format(at=token.at))
    return value


def _of_numbers(token: Token, operation: str, *parts: Expression) -> Expression:
    if any(part.is_truth for part in parts):
        raise WrongFormula(words.NEEDS_NUMBERS.format(at=token.at))
    return Expression(operation, parts)


def _of_truths(token: Token, *parts: Expression) -> Expression:
    if not all(part.is_truth for part in parts):
        raise WrongFormula(words.NEEDS_TRUTHS.format(at=token.at))
    return Expression(token.text, parts)
