"""A room of a class as the lab book keeps it: its state, its members and their answers, as bytes it does not read."""

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
