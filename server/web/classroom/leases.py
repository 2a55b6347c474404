"""Which rooms this front has, where several share one lab book: takes those that are asked for and that nobody has, and
says every second that it has them. `glassbox.labbook.room_leases` tells what can happen.

A room stays where it is as long as somebody is in it, also when a front comes back that had it before; the other fronts
tell where it is. Where nobody has been in it for a while, it is in the book alone.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from typing import Protocol

from glassbox.classroom.limits import DAY
from glassbox.classroom.refused import Refused
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.room_record import RoomRecord

BEAT = 1.0  # seconds; a lease lasts four times as long
HANDED_OVER_WITHIN = 1.0  # seconds, at the end; then their leases run out
MOST_AT_ONCE = 300  # rooms that are asked for in one question: whoever tries codes at speed waits, and not the book
UNKNOWN = -1  # a front, where the book cannot be asked

logger = logging.getLogger(__name__)


class Shelf(Protocol):
    """Where it is written which front has a room; see `glassbox.labbook.room_shelf.SharedRooms`."""

    async def claim(self, code: str) -> bool:
        """Have a room that is only to be opened; whether its code is free."""

    async def take(self, codes: Collection[str]) -> tuple[list[RoomRecord], dict[str, int]]:
        """Have those that nobody has; those that are had here now, and by which front the others are."""

    async def renew(self) -> set[str]:
        """Have for longer what is had; those rooms."""

    async def release(self, codes: Collection[str] | None = None) -> None:
        """Have these no more, or none."""

    async def remove_left_alone(self, seconds: float) -> bool:
        """Delete the rooms that nobody has had for so long."""


class Tenants(Protocol):
    """The rooms that live here; see `LiveRooms`."""

    def codes(self) -> set[str]:
        """Of all that live here."""

    def bring_back(self, record: RoomRecord) -> bool:
        """One lives here from now on, if it does not yet; whether it could be read."""

    def lose(self, code: str) -> None:
        """One is another front's now, without a further word to the book."""


class Leases:
    """For one event loop."""

    def __init__(self, shelf: Shelf, tenants: Tenants) -> None:
        self._shelf = shelf
        self._tenants = tenants
        self._asked: dict[str, asyncio.Future[int]] = {}  # codes that are (to be) asked for: by which front it is had
        self._claimed: set[str] = set()  # codes of rooms that are being opened
        self._asking: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def claim(self, code: str) -> AsyncIterator[bool]:
        """Have a room that is to be opened inside; tells whether its code is free.

        Raises:
            Refused: that cannot be known now.
        """
        self._claimed.add(code)
        try:
            yield await self._shelf.claim(code)
        except LabBookUnavailable:
            raise Refused("cannot_keep_now") from None
        finally:
            self._claimed.discard(code)

    async def ask_for(self, code: str) -> None:
        """Bring a room here that is not, if there is such a room.

        Raises:
            Refused: another front has it, or that cannot be known now.
        """
        if code not in self._asked:
            self._asked[code] = asyncio.get_running_loop().create_future()
        if self._asking is None:
            self._asking = asyncio.get_running_loop().create_task(self._ask())
        front = await asyncio.shield(self._asked[code])
        if front:
            raise Refused("elsewhere", front=max(front, 0))

    async def beat(self) -> None:
        """Once a second: say what is had, and let go of what is not had any more. Without rooms nothing is asked."""
        had = self._tenants.codes()
        if not had:
            return
        try:
            held = await self._shelf.renew()
            for code in had - held:
                self._tenants.lose(code)
            left_over = held - self._tenants.codes() - self._asked.keys() - self._claimed
            if left_over:
                await self._shelf.release(left_over)
        except LabBookUnavailable:
            return  # so it is for the others, or they take the rooms: then the next beat that comes through tells

    async def release(self, code: str) -> None:
        """A room is not needed here any more; all that has changed in it is written. Said to the book before anything
        else can be.
        """
        with suppress(LabBookUnavailable):  # a later beat says it
            await self._shelf.release([code])

    async def sweep(self) -> None:
        """Delete the rooms that nobody has been in for a day."""
        with suppress(LabBookUnavailable):  # next time
            await self._shelf.remove_left_alone(DAY)

    async def close(self) -> None:
        """Others may have all of them, at once."""
        if self._asking is not None:
            self._asking.cancel()
        for asked in self._asked.values():
            if not asked.done():
                asked.set_result(UNKNOWN)
        try:
            async with asyncio.timeout(HANDED_OVER_WITHIN):
                await self._shelf.release()
        except (LabBookUnavailable, TimeoutError) as reason:
            logger.warning("Rooms of a class go to other servers some seconds later: %s", str(reason) or "busy")

    async def _ask(self) -> None:
        """For all codes that wait, together, until none does."""
        while self._asked:
            codes = list(self._asked)[:MOST_AT_ONCE]
            fronts = await self._fronts(codes)
            for code in codes:
                self._asked.pop(code).set_result(fronts.get(code, 0))
        self._asking = None

    async def _fronts(self, codes: list[str]) -> dict[str, int]:
        """By which front each is had, that is not here; those that came here live."""
        try:
            records, fronts = await self._shelf.take(codes)
        except LabBookUnavailable:
            return dict.fromkeys(codes, UNKNOWN)
        except Exception:
            logger.exception("Rooms of a class could not be asked for")
            return dict.fromkeys(codes, UNKNOWN)
        unread = [record.code for record in records if not self._tenants.bring_back(record)]
        for code in unread:
            await self.release(code)
        return fronts
