"""The wall of a class: each member's network as a tile, those first whose member may need help; which look alike."""

from collections.abc import Mapping
from operator import sub

from glassbox.protocol.tiles import Tile, WallTile

UNTOUCHED = 180.0  # seconds without anything done by hand, after which somebody may need help
NEEDS = ("diverged", "flat", "untouched")  # the most urgent first
ALIKE = 16.0  # mean difference of two signatures' bytes, of 255, up to which two pictures look alike …
FEW_OTHERS = 0.08  # … or the share of points that are put into other classes
SEVERAL = 3  # classes, from which on a signature names the class of each point


def wall(tiles: Mapping[int, Tile], now: float) -> list[WallTile]:
    """The tiles of members by their numbers, as a wall shows them: in the order in which help is needed.

    Args:
        now: on the clock of the tiles' `touched`.
    """
    groups = alike(tiles)
    made = [
        WallTile(
            member=member,
            needs=needs(tile, now),
            group=groups[member],
            untouched=int(_untouched(tile, now)),
            tile=tile,
        )
        for member, tile in tiles.items()
    ]
    return sorted(made, key=_urgency)


def needs(tile: Tile, now: float) -> tuple[str, ...]:
    """Why its member may need help, the most urgent reason first; nothing where all is well."""
    signs = {
        "diverged": tile.stopped == "not_finite" or tile.train_loss is None or tile.test_loss is None,
        "flat": tile.is_asleep,
        "untouched": _untouched(tile, now) >= UNTOUCHED,
    }
    return tuple(need for need in NEEDS if signs[need])


def alike(tiles: Mapping[int, Tile]) -> dict[int, int]:
    """Which look alike: for each member the number of its group, which is the lowest of its members' numbers.

    In the order of their numbers, each joins the first group whose first picture looks like its own, or begins one.
    """
    leaders: list[int] = []
    groups: dict[int, int] = {}
    for member in sorted(tiles):
        groups[member] = next((lead for lead in leaders if look_alike(tiles[lead], tiles[member])), member)
        if groups[member] == member:
            leaders.append(member)
    return groups


def look_alike(one: Tile, other: Tile) -> bool:
    """Whether two pictures do: the same kind of answer, nearly the same everywhere."""
    ours, theirs = one.signature, other.signature
    if (one.problem, one.classes, len(ours)) != (other.problem, other.classes, len(theirs)):
        return False
    if one.classes >= SEVERAL:
        return sum(one != other for one, other in zip(ours, theirs, strict=True)) <= FEW_OTHERS * len(ours)
    most = ALIKE * len(ours)
    return abs(sum(ours) - sum(theirs)) <= most and sum(map(abs, map(sub, ours, theirs))) <= most


def _untouched(tile: Tile, now: float) -> float:
    """Seconds; of a network that nobody has done anything to since it was made there is nothing to tell."""
    return 0.0 if tile.touched is None else max(0.0, now - tile.touched)


def _urgency(shown: WallTile) -> tuple[int, int, int]:
    first = NEEDS.index(shown.needs[0]) if shown.needs else len(NEEDS)
    return first, -shown.untouched if shown.needs else 0, shown.member
