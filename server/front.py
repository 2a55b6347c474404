"""Which of several servers in front of one site this is: its number is in the path by which it is reached."""

import re
from dataclasses import dataclass

MOST = 64

_FRONT = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)


@dataclass(frozen=True)
class Front:
    """The `number`-th of so many, from 1 on; by itself, the only one."""

    number: int = 1
    of: int = 1

    @property
    def is_alone(self) -> bool:
        """Whether there is no other."""
        return self.of == 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def read_front(text: str) -> Front | None:
    """Such as "1/2"; None for what says no such thing."""
    found = _FRONT.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= int(found[2]) <= MOST:
        return None
    return Front(int(found[1]), int(found[2]))
