"""Networks that were handed on: settings and weights under a short id, for everyone who has the link."""

import json
from collections.abc import Callable

from sqlalchemy import Connection, select

from glassbox.labbook.ids import Owner
from glassbox.labbook.pruning import prune
from glassbox.labbook.records import Limits, SharedNetwork
from glassbox.labbook.sound import as_stored, read_share
from glassbox.labbook.tables import shares
from glassbox.labbook.upsert import insert_into

MOST_DRAWS = 20  # of an id that is free; even a second one is next to never needed
SHOWN = [column for column in shares.c if column.name in SharedNetwork.__dataclass_fields__]


def share(
    connection: Connection, owner: Owner, network: SharedNetwork, limits: Limits, draw_id: Callable[[], str]
) -> str:
    """Keep a network, and let the oldest shared ones go for it; the id to find it by."""
    facts = {column.name: getattr(network, column.name) for column in SHOWN}
    size = len(json.dumps(network.settings)) + len(network.weights)
    values = {**facts, "owner": owner.digest, "size": size}
    key = _insert(connection, values, draw_id)
    prune(connection, shares, shares.c.created, limits.shares_of_owner, owner.digest)
    prune(connection, shares, shares.c.created, limits.shares)
    return key


def shared(connection: Connection, key: str) -> SharedNetwork | None:
    """The network of this id, if it is still there.

    Raises:
        DamagedShare: it is, but cannot be read any more.
    """
    found = connection.execute(select(*map(as_stored, SHOWN)).where(shares.c.key == key)).mappings().first()
    return read_share(SHOWN, dict(found)) if found else None


def _insert(connection: Connection, values: dict[str, object], draw_id: Callable[[], str]) -> str:
    for _ in range(MOST_DRAWS):
        key = draw_id()
        statement = insert_into(connection, shares).values(key=key, **values).on_conflict_do_nothing()
        if connection.scalar(statement.returning(shares.c.key)) is not None:
            return key
    raise RuntimeError("no free id was drawn; is the source of chance broken?")
