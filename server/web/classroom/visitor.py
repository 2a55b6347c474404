"""One socket in a room: who it is, and what waits to be sent to it."""

from dataclasses import dataclass, field

from glassbox.classroom.member import Member
from glassbox.classroom.said import Role
from glassbox.web.classroom.slots import Slots


@dataclass(eq=False, slots=True)
class Visitor:
    """A page in a room. `member`: a member's; `key`: of a desk or an onlooker, by its SHA-256; `looks_at`: at
    whose network, by number, an onlooker looks; `size` is how large it draws."""

    role: Role
    size: str
    member: Member | None = None
    key: bytes = b""
    looks_at: int = 0
    slots: Slots = field(default_factory=Slots)
