"""What a curve shows, by fixed criteria: a U, a second descent, a fall … Of medians, from left to right.

A value is a number, or infinite where all trainings diverged; never NaN.
"""

from collections.abc import Callable, Sequence

U_FACTOR = 1.2  # both ends of a U are so many times its lowest point
PEAK_FACTOR = 1.3  # a peak is so many times a lower point on each side
SLOPE_FACTOR = 1.5  # of a fall or rise, from one end to the other
FLAT_FACTOR = 1.2  # all of a curve without an effect lies within

Medians = Sequence[float]


def lowest(medians: Medians) -> list[int]:
    """Where the lowest value is: more than one place if there are ties."""
    least = min(medians)
    return [at for at, value in enumerate(medians) if value == least]


def is_u(medians: Medians, factor: float = U_FACTOR) -> bool:
    """Whether the lowest point lies inside, and both ends are `factor` times as high or more."""
    least, first, last = min(medians), medians[0], medians[-1]
    return min(first, last) > least and min(first, last) >= factor * least


def peak(medians: Medians, factor: float = PEAK_FACTOR) -> int | None:
    """Where a peak stands out most: `factor` times a lower point on each side, or more; None: there is none."""
    inner = range(1, len(medians) - 1)
    best = max(inner, key=lambda at: (_prominence(medians, at), medians[at]), default=None)
    return best if best is not None and _prominence(medians, best) >= factor else None


def _prominence(medians: Medians, at: int) -> float:
    """How many times the lowest point of that side that is less low."""
    foot = max(min(medians[:at]), min(medians[at + 1 :]))
    if medians[at] <= foot:
        return 0.0
    return medians[at] / foot if foot > 0 else float("inf")


def is_double_descent(medians: Medians, factor: float = PEAK_FACTOR) -> bool:
    """Whether the curve falls, rises to a peak, and falls again."""
    return peak(medians, factor) is not None


def falls(medians: Medians, factor: float = SLOPE_FACTOR) -> bool:
    """Whether the first value is `factor` times the last or more."""
    return medians[0] > medians[-1] and medians[0] >= factor * medians[-1]


def rises(medians: Medians, factor: float = SLOPE_FACTOR) -> bool:
    """Whether the last value is `factor` times the first or more."""
    return falls(medians[::-1], factor)


def has_no_effect(medians: Medians, factor: float = FLAT_FACTOR) -> bool:
    """Whether no value is more than `factor` times another."""
    return max(medians) <= factor * min(medians)


CRITERIA: dict[str, Callable[..., bool]] = {
    "u": is_u,
    "double_descent": is_double_descent,
    "falls": falls,
    "rises": rises,
    "no_effect": has_no_effect,
}
"""The verdicts that need medians alone, and perhaps a factor of their own."""


def is_lowest_within(values: Sequence[float], medians: Medians, bounds: tuple[float, float]) -> bool:
    """Whether the lowest point, each of them if there are ties, lies at a value within the bounds."""
    return all(bounds[0] <= values[at] <= bounds[1] for at in lowest(medians))


def is_peak_within(values: Sequence[float], medians: Medians, bounds: tuple[float, float]) -> bool:
    """Whether there is a peak, and it lies at a value within the bounds."""
    at = peak(medians)
    return at is not None and bounds[0] <= values[at] <= bounds[1]
