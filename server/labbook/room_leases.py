"""Which of several fronts has a room of a class: a row for each room that is had, which holds for a few seconds and is
renewed every second.

Two fronts never write one room, however slow one of them or its clock is: whoever writes looks in the same transaction
whether the room is (still) its own, and time is the database's. So what can happen is this:

- A front dies: its leases run out, and whoever is asked for one of its rooms takes it.
- A front was held up for longer than a lease: if nobody asked for its rooms meanwhile, it goes on. A room that another
  took is not its own any more, which it notices when it renews or writes next; what it had not written is lost, and was
  acknowledged to nobody.
- A front cannot reach the database, while others can: it goes on with those who are with it and acknowledges nothing;
  the rest is as above.
- The database is away: nobody can take anything, and every front goes on with what it has.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, func, literal, select, update

from glassbox.labbook.room_record import Holder
from glassbox.labbook.tables import room_leases, rooms
from glassbox.labbook.upsert import insert_into

LASTS = 4.0  # seconds


def database_time(connection: Connection) -> float:
    """Seconds since 1970, by the clock that all who share the database go by."""
    if connection.dialect.name == "sqlite":
        now = (func.julianday("now") - 2440587.5) * 86400.0
    else:
        now = func.date_part("epoch", func.clock_timestamp())
    return float(connection.execute(select(now)).scalar_one())


def claim(connection: Connection, code: str, holder: Holder, now: float) -> bool:
    """Have the room of this code, which is only to be opened; whether no room has it yet."""
    if connection.execute(select(rooms.c.code).where(rooms.c.code == code)).first():
        return False
    values = {"code": code, "holder": holder.key, "front": holder.front, "until": now + LASTS}
    statement = insert_into(connection, room_leases).values(values).on_conflict_do_nothing(index_elements=["code"])
    return connection.execute(statement.returning(room_leases.c.code)).first() is not None


def take(connection: Connection, codes: Collection[str], holder: Holder, now: float) -> dict[str, int]:
    """Have of these rooms those that are there and that nobody has now.

    Returns:
        Of each that is there the number of the front that has it from now on; 0 is for `holder` itself.
    """
    leases = insert_into(connection, room_leases)
    wanted = select(rooms.c.code, literal(holder.key), literal(holder.front), literal(now + LASTS))
    names = [column.name for column in room_leases.c]
    statement = leases.from_select(names, wanted.where(rooms.c.code.in_(codes)).order_by(rooms.c.code))
    changed = {name: leases.excluded[name] for name in names if name != "code"}
    connection.execute(
        statement.on_conflict_do_update(index_elements=["code"], set_=changed, where=room_leases.c.until < now)
    )
    found = select(room_leases.c.code, room_leases.c.holder, room_leases.c.front)
    rows = connection.execute(found.where(room_leases.c.code.in_(codes)))
    return {code: 0 if key == holder.key else front for code, key, front in rows}


def renew(connection: Connection, holder: Holder, now: float) -> set[str]:
    """Have for longer what is had, also where the lease was over and nobody took the room; those rooms."""
    own = room_leases.c.holder == holder.key
    connection.execute(update(room_leases).where(own).values(until=now + LASTS))
    return set(connection.scalars(select(room_leases.c.code).where(own)))


def release(connection: Connection, holder: Holder, codes: Iterable[str] | None = None) -> None:
    """Have these no more, or none at all: others may take them at once."""
    statement = delete(room_leases).where(room_leases.c.holder == holder.key)
    connection.execute(statement if codes is None else statement.where(room_leases.c.code.in_(list(codes))))


def held(connection: Connection, codes: Iterable[str], holder: Holder) -> set[str]:
    """Those of these rooms that are `holder`'s, and nobody else's until the end of the transaction."""
    own = room_leases.c.code.in_(list(codes)), room_leases.c.holder == holder.key
    return set(connection.scalars(select(room_leases.c.code).where(*own).with_for_update()))


def left_alone(connection: Connection, since: float, now: float) -> list[str]:
    """The rooms that nobody has, and that were not written since then."""
    had = select(room_leases.c.code).where(room_leases.c.until >= now)
    return list(connection.scalars(select(rooms.c.code).where(rooms.c.updated < since, rooms.c.code.not_in(had))))
