"""One clear sentence for each kind of bad input: what was expected, what came, what to do.

Sentences name fields by their label where they have one, and never echo what came without shortening it.
"""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from glassbox.settings import Settings

LONGEST_ECHO = 40
NOT_JSON = "expected an object in JSON, such as {}; what came is not JSON. Mend it and send it again."

EXPECTED = {  # by pydantic's name of the fault; the braces are filled from its context
    "greater_than_equal": "expected {ge} or more",
    "less_than_equal": "expected {le} or less",
    "finite_number": "expected a finite number",
    "float_type": "expected a number",
    "int_type": "expected a whole number",
    "int_from_float": "expected a whole number",
    "bool_type": "expected true or false",
    "string_type": "expected a text",
    "string_unicode": "expected ordinary characters",
    "string_too_long": "expected at most {max_length} characters",
    "tuple_type": "expected a list",
    "dict_type": "expected an object",
    "model_type": "expected an object",
    "enum": "expected {expected}",
    "literal_error": "expected {expected}",
    "is_instance_of": "expected one of the options",
    "too_long": "expected at most {max_length} entries",
    "too_short": "expected {min_length} or more entries",
}


class Refusal(Exception):
    """Bad input, told in one sentence (`text`) to whoever sent it; nothing was changed."""

    def __init__(self, text: str, about: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.about = about


def sentence(error: ValidationError, about: str = "") -> str:
    """The first fault of a pydantic error as one sentence."""
    fault = error.errors(include_url=False)[0]
    name = _setting(fault) if error.title == Settings.__name__ else _last_name(fault)
    text = about + _explain(fault, name)
    return text[0].upper() + text[1:]


def faults(error: ValidationError) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Each fault of a pydantic error: the way to it, and one sentence without its capital."""
    for fault in error.errors(include_url=False):
        is_of_all = fault["type"] == "value_error" and not fault["loc"]
        yield fault["loc"], f"{fault['ctx']['error']}." if is_of_all else _explain(fault, _last_name(fault))


def _explain(fault: ErrorDetails, name: str) -> str:
    kind = fault["type"]
    if kind == "json_invalid":
        return NOT_JSON
    if kind == "extra_forbidden":
        return f"there is no field {name}; leave it out."
    if kind == "missing":
        return f"the field {name} is missing; add it."
    if kind == "value_error":
        return f"{name}: {fault['ctx']['error']}."
    return f"{name}: {_expected(fault)}, but got {echo(fault['input'])}."


def _last_name(fault: ErrorDetails) -> str:
    """The last name on the way to the fault."""
    names = [part for part in fault["loc"] if isinstance(part, str)]
    return f"“{echo_text(names[-1])}”" if names else "the message"


def _setting(fault: ErrorDetails) -> str:
    """The setting by its label, and the last name on the way to the fault if that is another."""
    field = Settings.model_fields.get(str(fault["loc"][0])) if fault["loc"] else None
    about = field.json_schema_extra if field else None
    name = _last_name(fault)
    return f"“{about['label']}” ({name[1:-1]})" if isinstance(about, dict) else name


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
    if not isinstance(value, float):
        return value
    return f"{value:.12f}".rstrip("0").rstrip(".") if value == 0 or 1e-9 <= abs(value) < 1e15 else str(value)


def echo(value: object) -> str:
    """What came, short enough to be read."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "a very large number"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, str):
        return f"the text “{echo_text(value)}”"
    if value is None:
        return "nothing"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    return f"an object of {len(value)}" if isinstance(value, dict) else "something else"


def echo_text(text: str) -> str:
    """A text from outside, printable, on one line and short."""
    printable = "".join(character if character.isprintable() else "·" for character in text[:LONGEST_ECHO])
    return printable + ("…" if len(text) > LONGEST_ECHO else "")
