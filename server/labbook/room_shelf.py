"""Where classes' rooms are kept in the lab book: a door for the web room; the database's thread answers."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from glassbox.labbook.experiment_shelf import Ask
from glassbox.labbook.room_record import Holder, RoomChanges, RoomRecord

if TYPE_CHECKING:  # not at run time: it brings SQLAlchemy along, which is slow to import
    from glassbox.labbook.archive import Archive


class RoomShelf:
    """Every method raises `LabBookUnavailable` where the database cannot be used.

    Args:
        forget: takes no more records of these owners' runs, by their SHA-256.
    """

    def __init__(self, ask: Ask, forget: Callable[[list[bytes]], None]) -> None:
        self._ask = ask
        self._forget = forget

    async def keep(self, changes: RoomChanges) -> set[str]:
        """Write what has changed; it is on the disk when this returns. None of the rooms is another's."""
        return await self._ask(lambda archive: archive.keep_rooms(changes))

    async def everything(self) -> list[RoomRecord]:
        """All rooms there are."""
        return await self._ask(lambda archive: archive.rooms())

    async def remove(self, code: str) -> bool:
        """Delete a room and everything that is its members' for good; whether nothing of it is left in the log of the
        database either, which may take another call.
        """

        return await self._ask(lambda archive: self._remove(archive, code, None))

    def shared(self, holder: Holder) -> "SharedRooms":
        """The same, where several servers have rooms in this book."""
        return SharedRooms(self._ask, self._forget, holder)

    def _remove(self, archive: "Archive", code: str, holder: Holder | None) -> bool:
        self._forget(archive.remove_room(code, holder))
        return archive.empty_log()


class SharedRooms(RoomShelf):
    """What `holder` does with rooms that any of several servers may have, but only one at a time: `room_leases` says
    how. Nothing is written of a room that it has not, and no such room is deleted.
    """

    def __init__(self, ask: Ask, forget: Callable[[list[bytes]], None], holder: Holder) -> None:
        super().__init__(ask, forget)
        self._holder = holder

    async def keep(self, changes: RoomChanges) -> set[str]:
        """Write what has changed; the rooms of which nothing was written, since another has them."""
        return await self._ask(lambda archive: archive.keep_rooms(changes, self._holder))

    async def remove(self, code: str) -> bool:
        """As above."""
        return await self._ask(lambda archive: self._remove(archive, code, self._holder))

    async def claim(self, code: str) -> bool:
        """Have a room that is only to be opened; whether its code is free."""
        return await self._ask(lambda archive: archive.claim_room(code, self._holder))

    async def take(self, codes: Collection[str]) -> tuple[list[RoomRecord], dict[str, int]]:
        """Have those of these rooms that nobody has; those that are had here now, and by which front the others are."""
        return await self._ask(lambda archive: archive.take_rooms(codes, self._holder))

    async def renew(self) -> set[str]:
        """Have for longer what is had; those rooms."""
        return await self._ask(lambda archive: archive.renew_rooms(self._holder))

    async def release(self, codes: Collection[str] | None = None) -> None:
        """Have these no more, or none."""
        await self._ask(lambda archive: archive.release_rooms(self._holder, codes))

    async def remove_left_alone(self, seconds: float) -> bool:
        """Delete the rooms that nobody has, and that were not written for so long; as `remove`."""

        def remove(archive: "Archive") -> bool:
            owners = archive.remove_rooms_left_alone(self._holder, seconds)
            self._forget(owners)
            return not owners or archive.empty_log()

        return await self._ask(remove)
