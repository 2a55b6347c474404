"""All rooms of this server that live, with their sockets; lets those go that ran out."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from glassbox.classroom.limits import Limits
from glassbox.classroom.refused import Refused
from glassbox.classroom.rooms import Rooms
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.watcher import Watcher

SWEEP_EVERY = 60.0  # seconds

logger = logging.getLogger(__name__)


class LiveRooms:
    """For one event loop; `clock` is Unix time."""

    def __init__(
        self, limits: Limits, watchers: Sequence[Watcher] = (), clock: Callable[[], float] = time.time
    ) -> None:
        self._rooms = Rooms(limits)
        self._live: dict[str, LiveRoom] = {}
        self._watchers = watchers
        self._clock = clock
        self._sweeping: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Look from time to time which rooms ran out."""
        self._sweeping = asyncio.get_running_loop().create_task(self._sweep())

    def open(self) -> tuple[LiveRoom, str]:
        """A new room, and the key that leads it.

        Raises:
            Refused: there are as many as there may be.
        """
        room, key = self._rooms.open(self._clock())
        live = self._live[room.code] = LiveRoom(room, self._watchers, self.end, self._clock)
        return live, key

    def find(self, code: str) -> LiveRoom:
        """The room of this code, in any case.

        Raises:
            Refused: there is none.
        """
        room = self._rooms.find(code)
        if room is None:
            raise Refused("no_such_room")
        return self._live[room.code]

    def end(self, live: LiveRoom) -> None:
        """A room is over."""
        self._rooms.end(live.room)
        self._live.pop(live.room.code, None)
        live.close("ended")

    def sweep(self) -> None:
        """Let go of the rooms that nobody has been in for a day."""
        for room in self._rooms.run_out(self._clock()):
            self.end(self._live[room.code])

    def stop(self) -> None:
        """The server ends: everybody is told; the rooms are not over."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for live in self._live.values():
            live.close("server_stops")

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            try:
                self.sweep()
            except Exception:
                logger.exception("A room that ran out could not be let go")
