"""One clear sentence for each kind of bad input: what was expected, what came, what to do.

Sentences name fields by their label where they have one, and never echo what came without shortening it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from glassbox.settings import Settings
from glassbox.words.joined import one_of
from glassbox.words.sentence import Sentence, say

LONGEST_ECHO = 40
# The same in two forms: within a sentence that begins otherwise, and by itself.
NOT_JSON = (
    say("expected an object in JSON, such as {example}; what came is not JSON. Mend it and send it again."),
    say("Expected an object in JSON, such as {example}; what came is not JSON. Mend it and send it again."),
)
NO_FIELD = (
    say("there is no field {name}; leave it out."),
    say("There is no field {name}; leave it out."),
)
MISSING = (
    say("the field {name} is missing; add it."),
    say("The field {name} is missing; add it."),
)
THE_MESSAGE = say("the message"), say("The message")
WRONG = say("{name}: {fault}.")
ENDED = say("{fault}.")
UNEXPECTED = say("{name}: {expected}, but got {actual}.")
NAME = say("“{name}”")
SETTING = say("“{label}” ({name})")

EXPECTED = {  # by pydantic's name of the fault; the braces are filled from its context
    "greater_than_equal": say("expected {ge} or more"),
    "less_than_equal": say("expected {le} or less"),
    "finite_number": say("expected a finite number"),
    "float_type": say("expected a number"),
    "int_type": say("expected a whole number"),
    "int_from_float": say("expected a whole number"),
    "bool_type": say("expected true or false"),
    "string_type": say("expected a text"),
    "string_unicode": say("expected ordinary characters"),
    "string_too_long": say("expected at most {max_length} characters"),
    "tuple_type": say("expected a list"),
    "dict_type": say("expected an object"),
    "model_type": say("expected an object"),
    "enum": say("expected {expected}"),
    "literal_error": say("expected {expected}"),
    "is_instance_of": say("expected one of the options"),
    "too_long": say("expected at most {max_length} entries"),
    "too_short": say("expected {min_length} or more entries"),
}

# what came
TRUE, FALSE = say("true"), say("false")
VERY_LARGE = say("a very large number")
A_TEXT = say("the text “{text}”")
NOTHING = say("nothing")
A_LIST = say("a list of {length}")
AN_OBJECT = say("an object of {length}")
SOMETHING_ELSE = say("something else")

QUOTED = re.compile(r"'[^']*'")  # as pydantic lists what may stand somewhere: 'a', 'b' or 'c'
ALTERNATIVES = re.compile(r"'[^']*'(?:(?:, | or )'[^']*')*")


class Refusal(Exception):
    """Bad input, told in one sentence (`text`) to whoever sent it; nothing was changed."""

    def __init__(self, text: str, about: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.about = about


def sentence(error: ValidationError, within: Callable[[str], str] | None = None) -> str:
    """The first fault of a pydantic error as one sentence; `within`: what makes one of it that begins otherwise."""
    fault = error.errors(include_url=False)[0]
    name = _setting(fault) if error.title == Settings.__name__ else _last_name(fault, begins=within is None)
    told = _explain(fault, name, begins=within is None)
    return told if within is None else within(told)


def faults(error: ValidationError) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Each fault of a pydantic error: the way to it, and one sentence without its capital."""
    for fault in error.errors(include_url=False):
        is_of_all = fault["type"] == "value_error" and not fault["loc"]
        yield fault["loc"], ENDED.format(fault=_said(fault)) if is_of_all else _explain(fault, _last_name(fault))


def _explain(fault: ErrorDetails, name: str, *, begins: bool = False) -> str:
    kind = fault["type"]
    if kind == "json_invalid":
        return NOT_JSON[begins].format(example="{}")
    if kind == "extra_forbidden":
        return NO_FIELD[begins].format(name=name)
    if kind == "missing":
        return MISSING[begins].format(name=name)
    if kind == "value_error":
        return WRONG.format(name=name, fault=_said(fault))
    return UNEXPECTED.format(name=name, expected=_expected(fault), actual=echo(fault["input"]))


def _said(fault: ErrorDetails) -> str:
    """What one of our own checks has to say."""
    told = fault["ctx"]["error"].args
    return told[0] if told and isinstance(told[0], str) else str(fault["ctx"]["error"])


def _last_name(fault: ErrorDetails, *, begins: bool = False) -> str:
    """The last name on the way to the fault."""
    name = _name(fault)
    return NAME.format(name=name) if name else THE_MESSAGE[begins]


def _name(fault: ErrorDetails) -> str:
    names = [part for part in fault["loc"] if isinstance(part, str)]
    return echo_text(names[-1]) if names else ""


def _setting(fault: ErrorDetails) -> str:
    """The setting by its label, and the last name on the way to the fault if that is another."""
    field = Settings.model_fields.get(str(fault["loc"][0])) if fault["loc"] else None
    about: Any = field.json_schema_extra if field else None
    return SETTING.format(label=about["label"], name=_name(fault)) if about else _last_name(fault, begins=True)


def _expected(fault: ErrorDetails) -> str:
    known = EXPECTED.get(fault["type"])
    if known is not None:
        return known.format(**{name: _bound(value) for name, value in fault.get("ctx", {}).items()})
    message = fault["msg"]
    return message[0].lower() + message[1:]


def _bound(value: object) -> object:
    """A limit as a person writes it: 10 and 0.00001, not 10.0 and 1e-05;
    only the very large and small with an exponent.
    """
    if isinstance(value, str) and not isinstance(value, Sentence) and ALTERNATIVES.fullmatch(value):
        return one_of(QUOTED.findall(value))
    if not isinstance(value, float):
        return value
    return f"{value:.12f}".rstrip("0").rstrip(".") if value == 0 or 1e-9 <= abs(value) < 1e15 else str(value)


def echo(value: object) -> str:
    """What came, short enough to be read."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, int) and abs(value) >= 10**18:
        return VERY_LARGE
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, str):
        return A_TEXT.format(text=echo_text(value))
    if value is None:
        return NOTHING
    if isinstance(value, list | tuple):
        return A_LIST.format(length=len(value))
    return AN_OBJECT.format(length=len(value)) if isinstance(value, dict) else SOMETHING_ELSE


def echo_text(text: str) -> str:
    """A text from outside, printable, on one line and short."""
    printable = "".join(character if character.isprintable() else "·" for character in text[:LONGEST_ECHO])
    return printable + ("…" if len(text) > LONGEST_ECHO else "")
