"""Fills the templates of programs; what comes from people enters them only as literals and one-line comments.

Comments, docstrings and messages are in the language that is spoken; the program itself is the same in every language.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from glassbox.engine.choices import Activation, OutputActivation
from glassbox.engine.vocabulary import Choice
from glassbox.exports import words
from glassbox.exports.layers import layers_of
from glassbox.exports.literals import LINE, array_text
from glassbox.exports.network_copy import Formula, Input, NetworkCopy
from glassbox.exports.program_text import FILTERS, docstring, finalized, told, told_as, told_many
from glassbox.exports.table_rows import table_rows
from glassbox.words.joined import listed

NAMED = 10  # inputs that a comment tells by name

_INPUTS = {  # by formula, given columns a and b and the sine function of the library
    Formula.COLUMN: "{a}",
    Formula.SQUARE: "{a} * {a}",
    Formula.PRODUCT: "{a} * {b}",
    Formula.SINE: "{sine}({a})",
}


def render(template: str, copy: NetworkCopy, **more: Any) -> bytes:
    """The program of this network, in UTF-8."""
    text = _environment().get_template(template).render(
        copy=copy,
        layers=layers_of(copy),
        class_names=list(copy.class_names),
        meaning=words.prediction(copy.output, copy.architecture.sizes[-1]),
        network=words.network(copy.architecture.sizes),
        names=_first_names(copy.inputs),
        given_shape=f"[n, {len(copy.inputs)}]",
        shape=f"[n, {copy.architecture.sizes[-1]}]",
        example="EXAMPLE" if copy.codings else [[0.0] * len(copy.columns), [1.0] * len(copy.columns)],
        table=table_rows(copy),
        **more,
    )  # fmt: skip
    return text.encode()


def input_text(given: Input, sine: str) -> str:
    """The expression of an input in columns of x."""
    columns = [f"x[:, {at}]" for at in given.columns]
    text = _INPUTS[given.formula].format(a=columns[0], b=columns[-1], sine=sine)
    return text if given.factor == 1 else f"{given.factor!r} * ({text})"


def explanation(choice: Choice) -> str:
    """The inside of a function's docstring: name, formula and what it is for."""
    named = words.FUNCTION.format(label=choice.label, formula=choice.formula)
    return f"{docstring(named)}\n\n{docstring(choice.note, LINE)}"


def functions_of(copy: NetworkCopy) -> list[Activation | OutputActivation]:
    """The activations a program needs, each once; of an output only what is no hidden activation already."""
    used: list[Activation | OutputActivation] = [kind for kind in Activation if kind in copy.architecture.activations]
    if copy.output in (OutputActivation.IDENTITY, OutputActivation.SCORE) or copy.output.value in used:
        return used
    return [*used, copy.output]


def _first_names(inputs: Sequence[Input]) -> str:
    """Of the inputs, as far as a comment has room."""
    names = listed(given.name for given in inputs[:NAMED])
    return f"{names} …" if len(inputs) > NAMED else names


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # programs, not pages
        finalize=finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"array": array_text, "literal": repr, "explanation": explanation, **FILTERS}
    environment.globals |= {"input_text": input_text, "say": told, "say_as": told_as, "say_many": told_many}
    return environment
