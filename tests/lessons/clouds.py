"""The four clouds of a logic gate, as `static/state/logic_data.js` makes them, for readers without a browser."""

import math

GATES = {
    "and": lambda one, other: one and other,
    "or": lambda one, other: one or other,
    "xor": lambda one, other: one != other,
}
EACH, CENTRE, SPREAD = 60, 2.5, 0.6
GOLDEN = math.pi * (3 - math.sqrt(5))


def clouds_of(gate):
    """What a page sends to have them kept."""
    points = [_point(at, one, other, gate) for at in range(EACH) for one in (False, True) for other in (False, True)]
    return {"classes": 2, "points": points, "numbers": list(range(len(points)))}


def _point(at, one, other, gate):
    radius, angle = SPREAD * math.sqrt(-2 * math.log(1 - (at + 0.5) / EACH)), at * GOLDEN
    x1, x2 = (CENTRE if on else -CENTRE for on in (one, other))
    return [x1 + radius * math.cos(angle), x2 + radius * math.sin(angle), float(GATES[gate](one, other))]
