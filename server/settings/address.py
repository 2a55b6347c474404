"""Settings as the address of the page has them, for links to it;
`static/state/address.js` reads and writes the same.
"""

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
    parts = {name: _text(getattr(settings, name)) for name in difference(Settings(), settings)}
    return parts | {SCHEME_NAME: str(SCHEME)} if parts else parts


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_text, value)) or EMPTY
    if isinstance(value, Layer):
        return _layer_text(value)
    if isinstance(value, Choice):
        return value.value
    return str(value).removesuffix(".0") if isinstance(value, float) else str(getattr(value, "value", value))


def _layer_text(layer: Layer) -> str:
    """As in "4-relu-drop0.2-norm_batch"."""
    own = [
        layer.activation and layer.activation.value,
        None if layer.dropout is None else f"drop{_text(layer.dropout)}",
        layer.normalization and f"norm_{layer.normalization.value}",
    ]
    return "-".join([str(layer.units), *filter(None, own)])
