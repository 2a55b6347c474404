"""What the commands answer to who calls them wrongly, in the language of the environment: Typer has it in English only.

Typer keeps its faults in a private module, which is left alone: they are known by what they bring along, and only what
they say is put in other words.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from pydantic import ValidationError
from typer.exceptions import TyperException

from glassbox.protocol.refusals import EXPECTED
from glassbox.words.current import word
from glassbox.words.joined import one_of
from glassbox.words.sentence import Sentence, say

NO_OPTION = say("There is no option {name}.")
NO_OPTION_BUT = say("There is no option {name}; perhaps {others} is meant.")
NO_VALUE = say("The option {name} needs a value.")
NEEDLESS_VALUE = say("The option {name} takes no value.")
MISSING = say("{name} is missing.")
INVALID = say("Invalid value for {name}: {fault}.")
TOO_MUCH = say("What is not expected here: {arguments}")
EXPECTED_OPTION = say("expected {expected}")
OF_TEXT = {  # by pydantic's name of the fault, where it is about a text that was to be something else
    "int_parsing": EXPECTED["int_type"],
    "float_parsing": EXPECTED["float_type"],
    "bool_parsing": EXPECTED["bool_type"],
}
QUOTED = re.compile(r"'[^']*'")


@contextmanager
def in_own_words() -> Iterator[None]:
    """What goes wrong inside says so in the language that is spoken."""
    try:
        yield
    except TyperException as fault:
        told = _told(fault)
        if told is not None:
            fault.format_message = lambda: word(told)  # type: ignore[method-assign]
        raise


def _told(fault: Any) -> str | None:
    """The fault as a sentence; None where it says it in our words already."""
    if hasattr(fault, "possibilities"):
        name, others = fault.option_name, fault.possibilities
        return NO_OPTION_BUT.format(name=name, others=one_of(sorted(others))) if others else NO_OPTION.format(name=name)
    if hasattr(fault, "option_name"):
        return (NO_VALUE if "requires" in fault.message else NEEDLESS_VALUE).format(name=fault.option_name)
    if isinstance(fault, typer.BadParameter):
        name = fault.param_hint or (fault.param.get_error_hint() if fault.param else "")
        name = name if isinstance(name, str) else " / ".join(name)
        return MISSING.format(name=name) if hasattr(fault, "param_type") else _invalid(fault, name)
    _, is_extra, arguments = fault.message.partition("unexpected extra argument(s) ")
    return TOO_MUCH.format(arguments=arguments.strip("()")) if is_extra else None


def _invalid(fault: typer.BadParameter, name: str) -> Sentence:
    cause = fault.__cause__
    said = _expected(cause) if isinstance(cause, ValidationError) else fault.message
    return INVALID.format(name=name, fault=said if isinstance(said, Sentence) else said.rstrip(".。"))


def _expected(error: ValidationError) -> str:
    """What the option has to be, by pydantic's first fault."""
    first = error.errors(include_url=False)[0]
    known = OF_TEXT.get(first["type"]) or EXPECTED.get(first["type"])
    if known is not None:
        return known.format(**first.get("ctx", {}))
    choices = QUOTED.findall(first["msg"])[1:]  # "'x' is not one of 'a', 'b'."
    return EXPECTED_OPTION.format(expected=one_of(choices)) if choices else first["msg"]
