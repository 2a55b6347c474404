"""One who is in a class's room: a token in a browser, a name, and what the page shows."""

from dataclasses import dataclass

from glassbox.classroom.limits import MOST_SPINS
from glassbox.classroom.names import Name
from glassbox.classroom.told import MemberRow, Source


@dataclass(slots=True, kw_only=True)
class Member:
    """A member; `token` is the SHA-256 of its secret, `owner` whose rows of the lab book are its, `seen` Unix time.

    `has_come`: whether a page of it was ever in the room, or may have been.
    """

    number: int
    name: Name
    token: bytes
    owner: str
    seen: float
    spins: int = MOST_SPINS
    source: Source = "shown"
    session: str | None = None
    is_here: bool = False
    has_come: bool = True

    def row(self, answered: bool, now: float) -> MemberRow:
        """As the desk sees it."""
        return MemberRow(
            number=self.number, name=self.name, here=self.is_here, source=self.source, answered=answered,
            seen=round(max(0.0, now - self.seen), 1),
        )  # fmt: skip
