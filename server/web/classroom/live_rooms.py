"""All rooms of this server that live, with their sockets: brought back at its start, or, where several servers share
them, when they are asked for; let go once they are over.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

from glassbox.classroom.codes import is_code, normal
from glassbox.classroom.limits import Limits
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room
from glassbox.classroom.rooms import Rooms
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.room_record import RoomRecord
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.leases import BEAT, Leases, Shelf
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.watcher import Watcher

SWEEP_EVERY = 60.0  # seconds
LOAD_AGAIN_AFTER = 5.0
DELETED_WITHIN = 2.0  # then its pages are told, even if the database is still busy

logger = logging.getLogger(__name__)


class LiveRooms:
    """For one event loop.

    Args:
        let_go: of all that these owners have at work, whose room is over.
        clock: Unix time.
        shared: where it is written which of several servers has a room; without it, this one has all.
        brought_back: is told of every room that lives again.
    """

    def __init__(
        self,
        limits: Limits,
        keeping: Keeping,
        let_go: Callable[[set[str]], Awaitable[None]],
        watchers: Sequence[Watcher] = (),
        clock: Callable[[], float] = time.time,
        shared: Shelf | None = None,
        brought_back: Callable[[LiveRoom], None] = lambda live: None,
    ) -> None:
        self._limits = limits
        self._rooms = Rooms(limits)
        self._leases = Leases(shelf=shared, tenants=self) if shared else None
        self._brought_back = brought_back
        self._live: dict[str, LiveRoom] = {}
        self._keeping = keeping
        self._let_go = let_go
        self._watchers = watchers
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()
        self._burials: set[asyncio.Task[None]] = set()
        self._loaded = asyncio.Event()
        keeping.tell_when_lost(self.lose)

    def begin(self) -> None:
        """Bring back the rooms that were kept, and look from time to time which ran out."""
        self._do(self._run())
        if self._leases:
            self._do(self._beat())

    async def loaded(self) -> None:
        """Wait until the rooms of before are there, if they can be read."""
        await self._loaded.wait()

    async def open(self) -> tuple[LiveRoom, str]:
        """A new room, and the key that leads it.

        Raises:
            Refused: there are as many as there may be.
        """
        await self.loaded()
        room, key = self._rooms.open(self._clock())
        if self._leases is None:
            return self._come_alive(room), key
        self._rooms.drop(room)
        async with self._leases.claim(room.code) as is_free:
            if is_free:
                self._rooms.add(room)
                return self._come_alive(room), key
        return await self.open()

    async def find(self, code: str) -> LiveRoom:
        """The room of this code, in any case.

        Raises:
            Refused: there is none, or another server has it.
        """
        await self.loaded()
        code = normal(code)
        if code not in self._live and self._leases and is_code(code):
            await self._leases.ask_for(code)
        return self.here(code)

    def here(self, code: str) -> LiveRoom:
        """The same, if it lives here."""
        if code not in self._live:
            raise Refused("no_such_room")
        return self._live[code]

    def codes(self) -> set[str]:
        """Of all that live here."""
        return set(self._live)

    async def find_by_both(self, code: str, further: str) -> LiveRoom | None:
        """The room of this code and these further signs, which nobody guesses; None where there is none here."""
        if further:
            with suppress(Refused):
                await self.find(code)
        room = self._rooms.find_by_both(code, further)
        return self._live[room.code] if room else None

    def opened(self, owner: str, session: str, is_known: Callable[[str], bool]) -> None:
        """This owner's page has opened a session. Where that is a member's whose own session has gone, it is that one.

        Args:
            is_known: whether there still is a session of this name.
        """
        for live in self._live.values():
            member = live.room.member_by_owner(owner)
            if member and member.session is not None and not is_known(member.session):
                live.room.works_in(member, session)
                live.tell()

    def counts(self) -> dict[str, int]:
        """How many rooms there are, and members of them."""
        return {"rooms": len(self._live), "members": sum(len(live.room.members) for live in self._live.values())}

    def end(self, live: LiveRoom) -> None:
        """A room is over: nobody finds it any more, and all that it knew is deleted; then its pages are told."""
        self._rooms.end(live.room)
        if self._live.pop(live.room.code, None):
            burial = self._do(self._bury(live))
            self._burials.add(burial)
            burial.add_done_callback(self._burials.discard)

    def sweep(self) -> None:
        """Let go of the rooms that nobody has been in for a day."""
        for room in self._rooms.run_out(self._clock()):
            self.end(self._live[room.code])

    async def stop(self) -> None:
        """The server ends: everybody is told; the rooms are not over, but for those that are being deleted."""
        for live in self._live.values():
            live.close("server_stops")
        if self._burials:
            await asyncio.wait(self._burials, timeout=DELETED_WITHIN)
        for task in self._tasks:
            task.cancel()
        await self._keeping.close()
        if self._leases:
            await self._leases.close()

    async def load(self) -> bool:
        """Bring back what was kept; whether that was possible."""
        try:
            for room in await self._keeping.load(self._limits.members) if self._leases is None else ():
                self._live_again(room)
        except LabBookUnavailable as reason:
            logger.warning("The rooms of before cannot be read now: %s", reason.text)
            return False
        except Exception:
            logger.exception("The rooms of before could not be brought back")
            return False
        finally:
            self._loaded.set()
        return True

    def bring_back(self, record: RoomRecord) -> bool:
        """One lives here from now on, if it does not yet; whether it could be read."""
        room = self._keeping.restored(record, self._limits.members)
        if room is None:
            logger.warning("A room of a class could not be read")
            return False
        self._live_again(room)
        return True

    def lose(self, code: str) -> None:
        """One is another server's now: its pages find it there."""
        live = self._live.pop(code, None)
        if live:
            logger.info("A room of a class is another server's now")
            self._rooms.drop(live.room)
            self._keeping.lose(code)
            live.move_away()

    async def rest(self) -> None:
        """Of rooms that several servers share, leave those to the book that nobody has been in for a while."""
        for live in list(self._live.values()):
            if self._leases and live.is_left_alone():
                with suppress(Refused):
                    await live.kept()
                if live.is_left_alone() and self._live.get(live.room.code) is live:
                    del self._live[live.room.code]
                    self._rooms.drop(live.room)
                    live.move_away()
                    await self._leases.release(live.room.code)

    def _live_again(self, room: Room) -> None:
        if room.code not in self._live:
            self._rooms.add(room)
            self._brought_back(self._come_alive(room))

    def _come_alive(self, room: Room) -> LiveRoom:
        live = self._live[room.code] = LiveRoom(room, self._watchers, self._keeping, self.end, self._clock)
        self._keeping.note(room)
        return live

    async def _bury(self, live: LiveRoom) -> None:
        deleting = self._do(self._delete(live.room))
        await asyncio.wait([deleting], timeout=DELETED_WITHIN)
        live.close("ended")

    async def _delete(self, room: Room) -> None:
        try:
            await self._let_go(room.owners())
        except Exception:
            logger.exception("Something that members of a room had at work could not be let go")
        await self._keeping.remove(room.code)

    async def _run(self) -> None:
        while not await self.load():
            await asyncio.sleep(LOAD_AGAIN_AFTER)
        while True:
            try:
                self.sweep()
                if self._leases:
                    await self._leases.sweep()
                    await self.rest()
            except Exception:
                logger.exception("A room that ran out could not be let go")
            await asyncio.sleep(SWEEP_EVERY)

    async def _beat(self) -> None:
        """As long as rooms are had, that is said."""
        while self._leases:
            try:
                await self._leases.beat()
            except Exception:
                logger.exception("It could not be said which rooms of a class are here")
            await asyncio.sleep(BEAT)

    def _do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
