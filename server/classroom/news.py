"""What has changed in a room since it was last told, so that nobody is told what did not change."""

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
