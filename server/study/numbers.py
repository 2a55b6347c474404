"""Numbers as JSON can hold them: it knows neither infinity nor NaN, and long digits only make an answer longer."""

import math


def finite(value: float | None) -> float | None:
    """What is beyond the numbers is told as missing."""
    return value if value is not None and math.isfinite(value) else None


def short(value: float, digits: int) -> float | None:
    """With so many significant digits; None for what is not finite."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else None
