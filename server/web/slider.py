"""Where a slider's thumb stands in the document, before the page's scripts are there to place it."""

from math import log
from typing import Any

DECADES_ABOVE_ZERO = 6  # of a logarithmic slider whose left end is 0; the twin of `state/settings.js`


def share(field: dict[str, Any]) -> float:
    """The default's place on the slider of a field of the catalogue, from 0 at its left end to 1 at its right."""
    least, most, value = (float(field[name]) for name in ("minimum", "maximum", "default"))
    if field["scale"] == "log":
        least = least or most / 10**DECADES_ABOVE_ZERO
        return round(log(value / least) / log(most / least), 4) if value > least else 0.0
    return round((value - least) / (most - least), 4)
