"""Networks of equal size: how wide hidden layers of one width may be within a budget of parameters.

For comparing deep networks with wide ones fairly. Free of kernels.
"""

from math import isqrt

from glassbox.engine.layout import Layout


def even_layout(depth: int, width: int, inputs: int, outputs: int, *, normalized: bool = False) -> Layout:
    """Of a network of `depth` hidden layers with `width` units each.

    Args:
        normalized: whether the hidden layers have a learned scale and shift.
    """
    return Layout((inputs, *[width] * depth, outputs), frozenset(range(1, depth + 1) if normalized else ()))


def width_within(budget: int, depth: int, inputs: int, outputs: int, *, normalized: bool = False) -> int | None:
    """The largest common width of `depth` hidden layers with which a network has at most `budget` parameters.

    None: not even layers of one unit fit in.

    Parameters grow with the width w as a w² + b w + outputs, so that the width is the root of a quadratic; in whole
    numbers, which are exact whatever their size.

    Raises:
        ValueError: there is no hidden layer, or a network has no inputs or outputs.
    """
    if min(depth, inputs, outputs) < 1:
        raise ValueError(
            f"Expected a hidden layer, an input and an output at least; got {depth} layers, {inputs} inputs and "
            f"{outputs} outputs."
        )
    of_unit = 3 if normalized else 1  # bias, and γ and β
    a, b, c = depth - 1, inputs + outputs + depth * of_unit, outputs - budget
    if a + b + c > 0:
        return None
    return (isqrt(b * b - 4 * a * c) - b) // (2 * a) if a else -c // b
