"""One clear sentence for each kind of bad input: what was expected, what came, what to do.

Sentences name fields by their label where they have one, and never echo what came without shortening it.
"""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from server.settings import Settings

LONGEST_ECHO = 40


class Refusal(Exception):
    """Bad input, told in one sentence (`text`) to whoever sent it; nothing was changed."""

    def __init__(self, text: str, about: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.about = about


def sentence(error: ValidationError, about: str = "") -> str:
    """The first fault of a pydantic error as one sentence."""
    return about + _explain(error.errors(include_url=False, include_context=True)[0])


def _explain(fault: ErrorDetails) -> str:
    name = _name(fault)
    kind = fault["type"]
    if kind == "extra_forbidden":
        return f"there is no field {name}; leave it out."
    if kind == "missing":
        return f"the field {name} is missing; add it."
    return f"{name}: {_expected(fault)}, but got {echo(fault['input'])}."


def _name(fault: ErrorDetails) -> str:
    """The last name on the way to the fault, by its label if it is a setting."""
    names = [part for part in fault["loc"] if isinstance(part, str)]
    name = names[-1] if names else "the value"
    field = Settings.model_fields.get(name)
    about = field.json_schema_extra if field else None
    label = str(about["label"]) if isinstance(about, dict) else ""
    return f"“{label}” ({name})" if label else f"“{echo_text(name)}”"


def _expected(fault: ErrorDetails) -> str:
    bounds = fault.get("ctx", {})
    match fault["type"]:
        case "greater_than_equal":
            return f"expected {bounds['ge']} or more"
        case "less_than_equal":
            return f"expected {bounds['le']} or less"
        case "finite_number":
            return "expected a finite number"
        case "float_type" | "float_parsing":
            return "expected a number"
        case "int_type" | "int_from_float" | "int_parsing":
            return "expected a whole number"
        case "bool_type":
            return "expected true or false"
        case "enum" | "literal_error":
            return f"expected {bounds['expected']}"
        case "too_long":
            return f"expected at most {bounds['max_length']} entries"
        case "too_short":
            return f"expected at least {bounds['min_length']} entries"
        case "value_error":
            return str(bounds["error"])
        case _:
            message: str = fault["msg"]
            return message[0].lower() + message[1:]


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
        return "a list"
    return "an object" if isinstance(value, dict) else "something else"


def echo_text(text: str) -> str:
    """A text from outside, printable, on one line and short."""
    printable = "".join(character if character.isprintable() else "·" for character in text[:LONGEST_ECHO])
    return printable + ("…" if len(text) > LONGEST_ECHO else "")
