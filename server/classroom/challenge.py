"""A challenge of a class: who has reached its goal, and in which order. One's own place is told only to oneself.

A record is what the server has measured and repeated; how, is no concern of this file (`study/challenge`).
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from glassbox.classroom import told
from glassbox.classroom.names import Name
from glassbox.protocol.challenge import Record

TOP = 5
MEASURES = ("test_loss", "test_accuracy", "test_rmse", "test_r2")  # what can be measured on hidden points
ALWAYS_LOCKED = ("data", "data_seed", "loss", "huber_delta")  # which points there are, and what a loss means


class Challenge:
    """One challenge of a room.

    Attributes:
        phase: "open", or "closed": nothing is scored any more.
        shows_top: whether the five best are told to all.
        on_trial: the numbers of the members whose networks reached the goal and are trained again to see whether it
            counts; not kept.
        begins_anew: whether the lead agreed that the shown network begins anew, without the rows that are held back.
    """

    def __init__(
        self, number: int, goal: told.Goal, by: told.By, locked: Iterable[str], *, begins_anew: bool = False
    ) -> None:
        self.number, self.goal, self.by, self.locked = number, goal, by, tuple(locked)
        self.begins_anew = begins_anew
        self.phase: Literal["open", "closed"] = "open"
        self.shows_top = False
        self.on_trial: set[int] = set()
        self._records: dict[int, Record] = {}

    @property
    def records(self) -> Mapping[int, Record]:
        """The best of each member, by number."""
        return self._records

    def record(self, member: int) -> Record | None:
        """The best of this member, by number."""
        return self._records.get(member)

    def note(self, member: int, record: Record) -> bool:
        """This was measured and repeated. Whether it is news: it is better than the member's best, or its luck."""
        known = self._records.get(member)
        if self.phase == "closed" or (known is not None and (record == known or record.value > known.value)):
            return False
        self._records[member] = record
        return True

    def forget(self, member: int) -> None:
        """The member has left the room for good."""
        self._records.pop(member, None)
        self.on_trial.discard(member)

    def public(self, names: Mapping[int, Name]) -> told.Challenge:
        """What everybody may know. `names`: of all members of the room, by number."""
        order = [member for member in self._order() if member in names]
        return told.Challenge(
            number=self.number,
            goal=self.goal,
            by=self.by,
            locked=self.locked,
            phase=self.phase,
            reached=len(order),
            of=len(names),
            best=self._records[order[0]].value if order else None,
            top=tuple((names[member], self._records[member].value) for member in order[:TOP])
            if self.shows_top
            else None,
        )

    def standing(self, member: int) -> told.Standing | None:
        """The place of this member, equals on the same one; None without a record."""
        own = self._records.get(member)
        if own is None:
            return None
        better = sum(each.rank < own.rank for each in self._records.values())
        return told.Standing(place=better + 1, of=len(self._records), value=own.value)

    def is_on_trial(self, member: int) -> bool:
        """Whether a network of this member reached the goal and it is not known yet whether it counts."""
        return self.phase == "open" and member in self.on_trial

    def rows(self) -> tuple[told.RecordRow, ...]:
        """All records, the best first: for the desk and the class's file."""
        return tuple(_row(member, self._records[member]) for member in self._order())

    def _order(self) -> list[int]:
        return sorted(self._records, key=lambda member: (self._records[member].rank, member))


def _row(member: int, record: Record) -> told.RecordRow:
    return told.RecordRow(member=member, value=record.value, reached=record.reached, tried=record.tried)
