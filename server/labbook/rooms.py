"""The rows of classes' rooms: kept as they change, and deleted with everything that is theirs."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, delete, select, true

from glassbox.labbook.room_record import Place, RoomChanges, RoomRecord
from glassbox.labbook.tables import (
    experiments,
    moments,
    room_answers,
    room_leases,
    room_members,
    rooms,
    runs,
    shares,
    trials,
)
from glassbox.labbook.upsert import insert_into

OWNED = (runs, moments, shares, experiments)

Values = dict[str, Any]


def keep(connection: Connection, changes: RoomChanges) -> None:
    """Write what has changed."""
    of_rooms = [{"code": code, "updated": at, "state": state} for code, (at, state) in changes.rooms.items()]
    of_members = [
        {"room": room, "number": number, "owner": owner, "state": state}
        for (room, number), (owner, state) in changes.members.items()
    ]
    of_answers = [_named(place) | {"state": state} for place, state in changes.answers.items() if state is not None]
    for table, rows in ((rooms, of_rooms), (room_members, of_members), (room_answers, of_answers)):
        _write(connection, table, rows)
    for place, state in changes.answers.items():
        if state is None:
            is_it = (room_answers.c[name] == value for name, value in _named(place).items())
            connection.execute(delete(room_answers).where(*is_it))


def everything(connection: Connection, codes: Collection[str] | None = None) -> list[RoomRecord]:
    """All rooms, or those of these codes, with those who are in them and their answers."""

    def of(room: Column[str]) -> ColumnElement[bool]:
        return true() if codes is None else room.in_(codes)

    members: defaultdict[str, dict[int, bytes]] = defaultdict(dict)
    those_in = select(room_members.c.room, room_members.c.number, room_members.c.state)
    for room, number, state in connection.execute(those_in.where(of(room_members.c.room))):
        if state:
            members[room][number] = state
    answers: defaultdict[str, dict[Place, bytes]] = defaultdict(dict)
    for *place, state in connection.execute(select(*room_answers.c).where(of(room_answers.c.room))):
        answers[place[0]][place[0], place[1], place[2], place[3]] = state
    found = connection.execute(select(*rooms.c).where(of(rooms.c.code)))
    return [RoomRecord(code, updated, state, members[code], answers[code]) for code, updated, state in found]


def remove(connection: Connection, code: str) -> list[bytes]:
    """Delete a room, its members, their answers, and all rows of the lab book that are theirs; whose those were."""
    owners = list(connection.scalars(_owners(code)))
    own = select(experiments.c.key).where(experiments.c.owner.in_(_owners(code)))
    connection.execute(delete(trials).where(trials.c.experiment.in_(own)))
    for table in OWNED:
        connection.execute(delete(table).where(table.c.owner.in_(_owners(code))))
    for table in (room_answers, room_members):
        connection.execute(delete(table).where(table.c.room == code))
    for table in (room_leases, rooms):
        connection.execute(delete(table).where(table.c.code == code))
    return owners


def _owners(code: str) -> Select[Any]:
    return select(room_members.c.owner).where(room_members.c.room == code)


def _write(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Insert, or bring up to date what is there."""
    if rows:
        statement = insert_into(connection, table)
        keys = [column.name for column in table.primary_key]
        changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), rows)


def _named(place: Place) -> Values:
    return dict(zip(("room", "question", "round", "member"), place, strict=True))
