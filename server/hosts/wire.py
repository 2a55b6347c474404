"""What crosses between a front and a host in another process: plain data, many pieces in one bundle.

A bundle is pickled, as what a cluster's processes say to each other is anyway: both ends are of the same version and
trust each other. A network has a number here, which one front gives and never gives again. Pictures, and how much of
them was read, are nearly all that crosses, and tuples: these are pickled in a fourth of the time.
"""

import pickle
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from glassbox.hosts.host import Packed
from glassbox.labbook.records import RunRecord
from glassbox.run.inbox import MOST_FRAMES_IN_FLIGHT, Item
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings

# Seconds between two bundles each way, the first of which goes at once. One for all networks costs hardly more than one
# for a single one, and no network shows a picture more often.
TICK = 0.025
LONGEST_SILENCE = 2.0  # seconds: then each end says that there is nothing

# ---- from a front


@dataclass(frozen=True)
class Begin:
    """Build a network, or take it in."""

    number: int
    name: str
    start: Settings | Packed


@dataclass
class Page:
    """The mailbox of the page that watches, which is at the front, as far as it is known where the network lives: it
    goes there with whatever tells of the page, and `Read` tells how it stands by then.

    Attributes:
        made: frames that were handed to the front and not drawn yet.
    """

    acknowledged: int = -1
    sent: int = -1
    is_closed: bool = False
    made: deque[int] = field(default_factory=deque)

    @property
    def has_credit(self) -> bool:
        """Whether it can take another frame."""
        return not self.is_closed and len(self.made) < MOST_FRAMES_IN_FLIGHT

    def show(self, number: int) -> None:
        """A frame goes to it."""
        self.made.append(number)

    def read(self, order: "Read") -> None:
        """How it stands by now."""
        self.sent, self.acknowledged, self.is_closed = order.sent, order.acknowledged, order.is_closed
        while self.made and self.made[0] <= self.acknowledged:
            self.made.popleft()


@dataclass(frozen=True)
class Put:
    """Have it obey this, which holds nothing of the front's: a `Page` stands for its mailbox."""

    number: int
    item: Item


@dataclass(frozen=True)
class Ask:
    """A question to it, whose answer comes by this number."""

    number: int
    question: int
    name: str
    arguments: Mapping[str, Any]


class Read(NamedTuple):
    """How the page's mailbox stands, as `run.inbox.Credit` has it."""

    number: int
    acknowledged: int
    sent: int
    is_closed: bool


@dataclass(frozen=True)
class Hold:
    """Whether its training is in a hurry though no page of its own watches."""

    number: int
    is_held: bool


@dataclass(frozen=True)
class Leave:
    """Pack it, and let go of it."""

    number: int


@dataclass(frozen=True)
class End:
    """Let go of it."""

    number: int


Order = Begin | Put | Ask | Read | Hold | Leave | End

# ---- from a host


class Shown(NamedTuple):
    """A slice brought news, and nothing to hand out but a picture.

    Attributes:
        waiting: how many items wait to be obeyed.
        frame: as in `SliceResult`.
        playing: whether the network trains until told otherwise.
    """

    number: int
    waiting: int
    frame: tuple[int, int, bytes]
    playing: bool


@dataclass(frozen=True)
class Delivered:
    """A slice brought this, and its answers, which come packed, by the numbers of their questions.

    Attributes:
        waiting: how many items wait to be obeyed.
    """

    number: int
    waiting: int
    answers: Sequence[tuple[int, bytes]]
    result: SliceResult


@dataclass(frozen=True)
class Failed:
    """A fault ended it."""

    number: int


@dataclass(frozen=True)
class Lost:
    """It cannot be packed, and is gone."""

    number: int


@dataclass(frozen=True)
class Left:
    """What was asked for by `Leave`."""

    number: int
    packed: Packed


@dataclass(frozen=True)
class Noted:
    """How a run stands, for the lab book."""

    name: str
    owner: str
    record: RunRecord


@dataclass(frozen=True)
class Busy:
    """Turns that wait for a thread at the host, and whether its networks are to move: it is about to end."""

    waiting: int
    is_leaving: bool


News = Shown | Delivered | Failed | Lost | Left | Noted | Busy


def write(bundle: Sequence[Order] | Sequence[News]) -> bytes:
    """A bundle in bytes."""
    return pickle.dumps(tuple(bundle), pickle.HIGHEST_PROTOCOL)


def pack_answer(answer: Any) -> bytes:
    """An answer in bytes; of a fault that cannot come over as it is, what it says."""
    try:
        data = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        if isinstance(answer, Exception):
            pickle.loads(data)  # some want other arguments than they keep
    except Exception as fault:
        return pickle.dumps(RuntimeError(f"{answer if isinstance(answer, Exception) else fault}"))
    return data


def read_answer(data: bytes) -> Any:
    """The answer of these bytes, which `pack_answer` made in a process that is trusted."""
    return pickle.loads(data)


def read(data: bytes) -> tuple[Any, ...]:
    """The bundle of these bytes, which `write` made in a process that is trusted."""
    bundle: tuple[Any, ...] = pickle.loads(data)
    return bundle
