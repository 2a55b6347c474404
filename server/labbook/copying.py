"""Copies of runs for another owner: what somebody keeps of a class whose room will end."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select

from glassbox.labbook import checkpoints
from glassbox.labbook.ids import ID_BYTES, Owner
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import Limits
from glassbox.labbook.tables import moments, runs


def copy_newest(connection: Connection, of: Owner, to: Owner, limits: Limits) -> str | None:
    """Copy the newest run of one owner, with its checkpoint, to another; the key of the copy, None if there is no run.

    The same run that is copied once more takes the place of its earlier copy.
    """
    newest = select(runs).where(runs.c.owner == of.digest).order_by(runs.c.updated.desc(), runs.c.key).limit(1)
    run = connection.execute(newest).mappings().first()
    if run is None:
        return None
    key = _key_of_copy(run["key"], to)
    is_copy = (runs.c.key == key) & (runs.c.owner == to.digest)
    connection.execute(delete(runs).where(is_copy))
    connection.execute(insert(runs).values(dict(run) | {"key": key, "owner": to.digest}))
    checkpoints.remove(connection, key)
    moment = connection.execute(select(moments).where(moments.c.key == run["key"])).mappings().first()
    if moment is not None:
        connection.execute(insert(moments).values(dict(moment) | {"key": key, "owner": to.digest}))
    for owner in crowded(connection, runs, [to.digest], limits.runs_of_owner):
        prune(connection, runs, runs.c.updated, limits.runs_of_owner, owner)
    checkpoints.let_go(connection, [to.digest], limits)
    return key


def _key_of_copy(key: str, to: Owner) -> str:
    """As hard to guess as the run's own."""
    digest = sha256(key.encode() + to.digest).digest()[:ID_BYTES]
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
