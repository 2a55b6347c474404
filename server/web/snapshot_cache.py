"""Snapshots of live networks that were asked about lately,
so that one can go on asking about them while the runs go on.
"""

from collections import OrderedDict
from dataclasses import replace
from itertools import count

from glassbox.run.past.curves import NO_CURVES
from glassbox.run.snapshot import Snapshot

MOST_OF_SESSION = 4  # the one that is looked at, and a few that followed on it before the page stood still
MOST = 256


class SnapshotCache:
    """Snapshots by session and name, the longest unasked forgotten first. For one event loop."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Snapshot] = OrderedDict()
        self._names = (str(number) for number in count(1))

    def keep(self, session: str, snapshot: Snapshot) -> tuple[str, Snapshot]:
        """Its name, and what is kept of it: all but the curves, which can be long."""
        name, kept = next(self._names), replace(snapshot, curves=NO_CURVES)
        self._kept[session, name] = kept
        self._forget([key for key in self._kept if key[0] == session], MOST_OF_SESSION)
        self._forget(list(self._kept), MOST)
        return name, kept

    def find(self, session: str, name: str | None) -> tuple[str, Snapshot] | None:
        """None if there is none of that name, or no longer."""
        key = (session, name or "")
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return key[1], self._kept[key]

    def drop(self, session: str) -> None:
        """Forget all of this session."""
        self._forget([key for key in self._kept if key[0] == session], 0)

    def _forget(self, keys: list[tuple[str, str]], most: int) -> None:
        for key in keys[: max(0, len(keys) - most)]:
            del self._kept[key]
