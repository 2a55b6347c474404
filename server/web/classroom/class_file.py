"""What a teacher takes home of a class before the room ends: each network's settings and final map, and all answers.

Made on the server, of what it knows at that moment, and kept nowhere. Names are the page's words for the drawn ones.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from glassbox.classroom.asking import Asking
from glassbox.classroom.room import Room
from glassbox.classroom.said import Asked
from glassbox.classroom.told import Value
from glassbox.protocol.tiles import Tile
from glassbox.session.questions import NotAnswered
from glassbox.session.registry import Registry

SIDE = 48  # pixels of a map


@dataclass(frozen=True)
class Network:
    """A member's own network: its settings JSON-ready, and how it did."""

    settings: Mapping[str, Any]
    tile: Tile


@dataclass(frozen=True)
class Row:
    """A member: the answers are in the order of the columns, "" where there is none."""

    name: str
    network: Network | None
    answers: tuple[str, ...]
    record: float | None


@dataclass(frozen=True)
class ClassFile:
    """All of it. `columns` has each question with its round; `differing` the settings that are not the same for all."""

    code: str
    columns: tuple[tuple[Asking, int], ...]
    rows: tuple[Row, ...]
    differing: tuple[str, ...]

    @property
    def shared(self) -> dict[str, Any]:
        """The settings that are the same for all networks, by name; nothing where there is no network."""
        networks = [row.network for row in self.rows if row.network is not None]
        settings = networks[0].settings if networks else {}
        return {name: value for name, value in settings.items() if name not in self.differing}


async def class_file(
    room: Room, registry: Registry, names: Mapping[str, str], worded: Callable[[Asked], Asked]
) -> ClassFile:
    """What the room has come to.

    Args:
        names: what each member is called, by its number as text; a member without one is called by that number.
        worded: the question in the language of whoever saves it.
    """
    asked = [replace(asking, asked=worded(asking.asked)) for asking in room.questions.values()]
    columns = tuple((asking, each) for asking in asked for each, given in asking.given.items() if given)
    members = list(room.members.values())
    networks = await asyncio.gather(*(_network(registry, member.session) for member in members))
    records = {row.member: row.value for row in room.challenge.rows()} if room.challenge else {}
    rows = [
        Row(
            _name(member.number, member.name, names),
            network,
            _answers(columns, member.number),
            records.get(member.number),
        )
        for member, network in zip(members, networks, strict=True)
    ]
    return ClassFile(room.code, columns, tuple(rows), _differing([network.settings for network in networks if network]))


def _name(number: int, name: object, names: Mapping[str, str]) -> str:
    """A name that a member chose is known here."""
    return name if isinstance(name, str) else names.get(str(number)) or str(number)


async def _network(registry: Registry, session: str | None) -> Network | None:
    if session is None:
        return None
    try:
        tile = await registry.ask(session, "tile", size=SIDE)
        moment = await registry.ask(session, "moment")
    except NotAnswered:
        return None
    return Network(moment.settings.model_dump(mode="json"), tile)


def _answers(columns: Sequence[tuple[Asking, int]], member: int) -> tuple[str, ...]:
    given = (asking.given[each].get(member) for asking, each in columns)
    return tuple(
        value_text(asking, found.value) if found else "" for (asking, _), found in zip(columns, given, strict=True)
    )


def value_text(asking: Asking, value: Value) -> str:
    """An answer as it is read: the option, the number with its unit, or a curve's points from left to right."""
    if isinstance(value, tuple):
        return " ".join(f"{each:.3g}" for each in value)
    if asking.asked.kind == "choice":
        return asking.asked.options[int(value)]
    return f"{value:g} {asking.asked.unit}".strip()


def _differing(all_settings: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    first = all_settings[0] if all_settings else {}
    return tuple(name for name in first if any(each[name] != first[name] for each in all_settings))
