"""Settings as the address of the page has them, for links to it and for lessons;
`static/state/address.js` reads and writes the same.
"""

import re
from typing import Any

from glassbox.engine.scheme import SCHEME
from glassbox.engine.vocabulary import Choice
from glassbox.settings.model import Settings, difference
from glassbox.settings.values import Layer

SCHEME_NAME = "v"  # short, since every link has it
EMPTY = "none"  # stands for a list without entries


def address_of(settings: Settings) -> dict[str, str]:
    """The parts of the address, by the settings' names: only what differs from the defaults, in the form's order.

    And if anything does, the number of the rules by which it is meant.
    """
    parts = {name: text_of(getattr(settings, name)) for name in difference(Settings(), settings)}
    return parts | {SCHEME_NAME: str(SCHEME)} if parts else parts


def text_of(value: object) -> str:
    """A setting's value as an address writes it."""
    if isinstance(value, tuple):
        return ",".join(map(text_of, value)) or EMPTY
    if isinstance(value, Layer):
        return _layer_text(value)
    if isinstance(value, Choice):
        return value.value
    return str(value).removesuffix(".0") if isinstance(value, float) else str(getattr(value, "value", value))


def _layer_text(layer: Layer) -> str:
    """As in "4-relu-drop0.2-norm_batch"."""
    own = [
        layer.activation and layer.activation.value,
        None if layer.dropout is None else f"drop{text_of(layer.dropout)}",
        layer.normalization and f"norm_{layer.normalization.value}",
    ]
    return "-".join([str(layer.units), *filter(None, own)])


def value_of(name: str, text: str) -> Any:
    """What a setting's text in an address stands for, not checked yet; as it is where it cannot be understood."""
    if name in ("hidden", "features"):
        parts = [] if text == EMPTY else [part.strip() for part in text.split(",") if part.strip()]
        layers = [_read_layer(part) for part in parts]
        return parts if name == "features" else text if None in layers else layers
    if Settings.model_fields[name].annotation not in (int, float):
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if Settings.model_fields[name].annotation is int and number.is_integer() else number


def _read_layer(text: str) -> dict[str, Any] | None:
    units, *own = text.split("-")
    if not re.fullmatch(r"[0-9]{1,9}", units):
        return None
    layer: dict[str, Any] = {"units": int(units)}
    for part in own:
        dropped, normalized = re.fullmatch(r"drop([0-9]*\.?[0-9]+)", part), re.fullmatch(r"norm_(\w+)", part)
        if dropped:
            layer["dropout"] = float(dropped[1])
        else:
            layer["normalization" if normalized else "activation"] = normalized[1] if normalized else part
    return layer
