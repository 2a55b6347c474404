"""What has changed in a room since it was last told, or kept, so that no more is told and written than has changed."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class News:
    """`room`: what all may know has changed; `count`: no more of it than how many there are, which has time; `desk`:
    what the desks know; `members`: the numbers of those who are to be told about themselves.
    """

    room: bool = False
    count: bool = False
    desk: bool = False
    members: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Unkept:
    """What is to be written down: of the room itself, of members by their numbers, of answers by their question, round
    and member. A member or an answer that is not there any more is deleted.
    """

    room: bool = False
    members: set[int] = field(default_factory=set)
    answers: set[tuple[int, int, int]] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.room or bool(self.members) or bool(self.answers)
