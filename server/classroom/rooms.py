"""All rooms of a server, by their codes: opened, found, and let go once nobody has been in one for a day."""

import hmac
from collections.abc import Callable, Iterator

from glassbox.classroom.codes import free_code, new_code, normal
from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.lead import Lead
from glassbox.classroom.limits import DAY, Limits
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room


class Rooms:
    """The rooms; times are Unix seconds."""

    def __init__(self, limits: Limits, draw: Callable[[], str] = new_code) -> None:
        self._limits = limits
        self._draw = draw
        self._rooms: dict[str, Room] = {}

    def __iter__(self) -> Iterator[Room]:
        return iter(list(self._rooms.values()))

    def __len__(self) -> int:
        return len(self._rooms)

    def open(self, now: float) -> tuple[Room, str]:
        """A new room, and the key that leads it.

        Raises:
            Refused: there are as many as there may be.
        """
        if len(self._rooms) >= self._limits.rooms:
            raise Refused("too_many_rooms", most=self._limits.rooms)
        key = new_key()
        code = free_code(lambda code: code in self._rooms, self._draw)
        room = Room(code, Lead([digest(key)], digest(key)), new_key(), self._limits.members, now)
        self.add(room)
        return room, key

    def add(self, room: Room) -> None:
        """Take one in, as it is."""
        self._rooms[room.code] = room

    def find(self, code: str) -> Room | None:
        """The room of this code, in any case."""
        return self._rooms.get(normal(code))

    def find_by_both(self, code: str, further: str) -> Room | None:
        """The room of this code and these further signs, in any case."""
        room = self.find(code)
        return room if room and hmac.compare_digest(room.further.encode(), normal(further).encode()) else None

    def end(self, room: Room) -> None:
        """It is over: nobody finds it any more."""
        room.is_over = True
        self.drop(room)

    def drop(self, room: Room) -> None:
        """It is not here any more."""
        self._rooms.pop(room.code, None)

    def run_out(self, now: float) -> list[Room]:
        """Those that nobody has been in for a day."""
        return [room for room in self if room.left is not None and now - room.left >= DAY]
