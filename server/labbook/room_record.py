"""A room of a class as the lab book keeps it: its state, its members and their answers, as bytes it does not read;
and who may have it, where several servers share the book.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[str, int, int, int]  # an answer's room, question, round and member


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """A room; `updated` is Unix time."""

    code: str
    updated: float
    state: bytes
    members: Mapping[int, bytes]
    answers: Mapping[Place, bytes]


@dataclass(frozen=True, slots=True)
class RoomChanges:
    """What has changed in rooms since they were last kept.

    Attributes:
        rooms: when and how each is, by its code.
        members: the SHA-256 of whose rows of the lab book are a member's, and how it is; nothing once it has left.
        answers: how each is; nothing where there is none any more.
    """

    rooms: dict[str, tuple[float, bytes]] = field(default_factory=dict)
    members: dict[tuple[str, int], tuple[bytes, bytes]] = field(default_factory=dict)
    answers: dict[Place, bytes | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.rooms or self.members or self.answers)

    @property
    def codes(self) -> set[str]:
        """Of all rooms in which something has changed."""
        return {*self.rooms, *(room for room, _ in self.members), *(place[0] for place in self.answers)}

    def forget(self, code: str) -> None:
        """Nothing of this room."""
        self.rooms.pop(code, None)
        for member in [place for place in self.members if place[0] == code]:
            del self.members[member]
        for answer in [place for place in self.answers if place[0] == code]:
            del self.answers[answer]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has rooms: one process, by a key that no other has, and the number of its front."""

    key: str
    front: int
