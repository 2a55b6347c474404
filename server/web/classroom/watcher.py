"""What else looks after a room's pages: it is told who comes and goes, and sends pictures into their slots."""

from typing import Protocol

from glassbox.classroom.room import Room
from glassbox.web.classroom.visitor import Visitor


class Watcher(Protocol):
    """Each method is called on the event loop, and returns at once."""

    def entered(self, room: Room, visitor: Visitor) -> None:
        """A page has come; its `room` and `me` or `desk` wait in its slots already."""

    def left(self, room: Room, visitor: Visitor) -> None:
        """It has gone."""

    def changed(self, room: Room) -> None:
        """What all see has changed, or a member: another network is shown, another pace, a member looks at its own."""

    def drawn(self, room: Room, visitor: Visitor, frame: int) -> None:
        """A member's page has drawn a picture."""

    def ended(self, room: Room) -> None:
        """The room is over."""
