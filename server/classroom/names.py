"""Drawn names: an adjective and an animal, as two numbers. The words are the page's.

Those are in static/text/classroom_names.js.
"""

import secrets
from collections.abc import Callable, Container
from itertools import product

ADJECTIVES = 64
ANIMALS = 64
DRAWS = 100  # until one is looked for in order: with fewer members than names it is never needed

Drawn = tuple[int, int]
Name = Drawn | str


def draw() -> Drawn:
    """One of 4,096."""
    return secrets.randbelow(ADJECTIVES), secrets.randbelow(ANIMALS)


def free_name(taken: Container[Name], draw: Callable[[], Drawn] = draw) -> Drawn:
    """A name that nobody in the room has.

    There must be fewer members than names, which the limit of members sees to.
    """
    for _ in range(DRAWS):
        name = draw()
        if name not in taken:
            return name
    return next(name for name in product(range(ADJECTIVES), range(ANIMALS)) if name not in taken)
