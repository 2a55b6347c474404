"""Rooms to and from the lab book's database: what waits is written in one transaction, then acknowledged."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from glassbox.classroom.record import answer_state, member_state, restored, room_state
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.ids import Owner
from glassbox.labbook.room_record import RoomChanges, RoomRecord

RETRY_AFTER = 1.0  # seconds

Wanted = tuple[str, "asyncio.Future[None]"]  # who waits for what has changed in the room of this code

logger = logging.getLogger(__name__)


class Shelf(Protocol):
    """Where rooms are kept; see `glassbox.labbook.room_shelf`."""

    async def keep(self, changes: RoomChanges) -> set[str]:
        """Write what has changed; the rooms of which nothing was written, since they are another server's now."""

    async def everything(self) -> list[RoomRecord]:
        """All rooms there are."""

    async def remove(self, code: str) -> bool:
        """Delete a room; whether nothing of it is left anywhere."""


class Keeping:
    """For one event loop. Without a shelf rooms live in memory alone, and what is to be kept counts as kept at once.

    Args:
        may_have_some: whether the shelf can hold rooms of before; otherwise it is not asked.
        clock: Unix time.
    """

    def __init__(
        self,
        shelf: Shelf | None,
        *,
        may_have_some: bool = True,
        clock: Callable[[], float] = time.time,
        retry_after: float = RETRY_AFTER,
    ) -> None:
        self._shelf = shelf
        self._may_have_some = may_have_some
        self._clock = clock
        self._retry_after = retry_after
        self._waiting = RoomChanges()
        self._over: set[str] = set()  # rooms that were removed, or lost, while changes were being written
        self._lost: set[str] = set()  # those that were lost
        self._wanted: list[Wanted] = []
        self._when_lost: Callable[[str], None] = lambda code: None
        self._writing: asyncio.Task[None] | None = None
        self._is_closed = False
        self._trouble = ""  # why nothing can be written now, as it was logged

    def tell_when_lost(self, listener: Callable[[str], None]) -> None:
        """From now on, tell `listener` of a room that turns out to be another server's now."""
        self._when_lost = listener

    def note(self, room: Room) -> None:
        """Have written down soon what has changed in a room."""
        if room.unkept and self._shelf is not None and not room.is_over and not self._is_closed:
            _add(self._waiting, room, self._clock())
            self._write_soon()

    def kept(self, room: Room) -> "asyncio.Future[None]":
        """Done once all that has changed in a room so far is on the disk; never, for what comes after the end. Fails
        with `Refused`, where the room is another server's now.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.note(room)
        if self._writing is not None:
            self._wanted.append((room.code, future))
        elif not self._is_closed:
            future.set_result(None)
        return future

    async def remove(self, code: str) -> None:
        """Delete a room with all that is its members', as often as it takes to leave nothing in the database's log."""
        if self._shelf is None:
            return
        self._drop(code)
        while not await self._is_removed(self._shelf, code):
            await asyncio.sleep(self._retry_after)

    def lose(self, code: str) -> None:
        """A room is another server's now: nothing more is to be written of it, and nothing to be acknowledged."""
        self._drop(code)
        self._lost.add(code)
        self._wanted = _without(self._wanted, {code})

    async def load(self, most_members: int) -> list[Room]:
        """The rooms that were kept; one that cannot be read is deleted.

        Raises:
            LabBookUnavailable: the database cannot be used now.
        """
        rooms = []
        for record in await self._shelf.everything() if self._shelf and self._may_have_some else ():
            room = self.restored(record, most_members)
            if room is not None:
                rooms.append(room)
            else:
                logger.warning("A room that could not be read was deleted")
                await self.remove(record.code)
        return rooms

    def restored(self, record: RoomRecord, most_members: int) -> Room | None:
        """The room, if it can be read: it may be damaged, or of another version of the server."""
        try:
            return restored(record, most_members, self._clock())
        except (msgspec.DecodeError, ValueError, KeyError):
            return None

    async def close(self) -> None:
        """Write what waits, if that can be; nothing from then on."""
        self._is_closed = True
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.wait([self._writing])
            if self._shelf is not None:
                try:
                    await self._shelf.keep(self._waiting)
                except LabBookUnavailable:
                    logger.warning("What had changed last in rooms could not be written down")

    def _write_soon(self) -> None:
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        """Batch by batch, until nothing waits: whatever comes while one is being written goes into the next."""
        assert self._shelf is not None
        while self._waiting or self._wanted:
            changes, self._waiting = self._waiting, RoomChanges()
            wanted, self._wanted = self._wanted, []
            self._over.clear()
            self._lost.clear()
            lost: set[str] | None = None
            try:
                lost = await self._written(self._shelf, changes) if changes else set()
            finally:
                if lost is None:
                    self._put_back(changes, wanted)
            if lost is None:
                await asyncio.sleep(self._retry_after)
            else:
                self._acknowledge(wanted, lost)
        self._writing = None

    async def _written(self, shelf: Shelf, changes: RoomChanges) -> set[str] | None:
        """Those of which nothing was written, since they are another server's; None where nothing could be."""
        try:
            lost = await shelf.keep(changes)
        except Exception as reason:
            self._tell_trouble(reason)
            return None
        self._trouble = ""
        return lost

    def _acknowledge(self, wanted: list[Wanted], lost: set[str]) -> None:
        for code in lost:
            self.lose(code)
            self._when_lost(code)
        for _, future in _without(wanted, self._lost):
            if not future.done():
                future.set_result(None)

    def _tell_trouble(self, reason: Exception) -> None:
        """Once, however often it is tried again. Of a fault its kind alone: its text may hold what members wrote."""
        text = reason.text if isinstance(reason, LabBookUnavailable) else type(reason).__name__
        if text != self._trouble:
            logger.warning("Rooms of a class cannot be written down now: %s", text)
        self._trouble = text

    def _put_back(self, older: RoomChanges, wanted: list[Wanted]) -> None:
        """They could not be written; what came meanwhile is newer, and rooms that are over leave nothing."""
        for code in self._over:
            older.forget(code)
        newer, self._waiting = self._waiting, older
        older.rooms.update(newer.rooms)
        older.members.update(newer.members)
        older.answers.update(newer.answers)
        self._wanted = _without(wanted, self._lost) + self._wanted

    def _drop(self, code: str) -> None:
        self._waiting.forget(code)
        self._over.add(code)

    async def _is_removed(self, shelf: Shelf, code: str) -> bool:
        try:
            return await shelf.remove(code)
        except Exception as reason:
            self._tell_trouble(reason)
            return False


def _add(changes: RoomChanges, room: Room, now: float) -> None:
    """What has changed in a room since it was last asked."""
    unkept = room.take_unkept()
    if unkept.room:
        changes.rooms[room.code] = now, room_state(room)
    for number in unkept.members:
        member = room.members.get(number)
        owner = member.owner if member else room.departed[number]
        changes.members[room.code, number] = Owner.of(owner).digest, member_state(member) if member else b""
    for question, of_round, number in unkept.answers:
        given = room.questions[question].given[of_round].get(number)
        changes.answers[room.code, question, of_round, number] = answer_state(given) if given else None


def _without(wanted: list[Wanted], lost: set[str]) -> list[Wanted]:
    """Those that still wait for other rooms; whoever waits for these is refused."""
    for code, future in wanted:
        if code in lost and not future.done():
            future.set_exception(Refused("elsewhere", front=0))
            future.exception()  # it may be that nobody waits any more
    return [each for each in wanted if each[0] not in lost]
