"""Where classes' rooms are kept in the lab book: a door for the web room; the database's thread answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from glassbox.labbook.experiment_shelf import Ask
from glassbox.labbook.room_record import RoomChanges, RoomRecord

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

    async def keep(self, changes: RoomChanges) -> None:
        """Write what has changed; it is on the disk when this returns."""
        await self._ask(lambda archive: archive.keep_rooms(changes))

    async def everything(self) -> list[RoomRecord]:
        """All rooms there are."""
        return await self._ask(lambda archive: archive.rooms())

    async def remove(self, code: str) -> bool:
        """Delete a room and everything that is its members' for good; whether nothing of it is left in the log of the
        database either, which may take another call.
        """

        def remove(archive: "Archive") -> bool:
            self._forget(archive.remove_room(code))
            return archive.empty_log()

        return await self._ask(remove)
