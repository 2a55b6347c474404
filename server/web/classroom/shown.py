"""What followers of one network are sent, encoded once for all who know the same of it. Waits for nothing.

A whole stays until its stamp changes; one that is made anew for latecomers, because its curves have grown, keeps its
number and the settings that frames tell the changes of, so that those who have the older one need it not.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from glassbox.protocol.broadcast import Look, Standing, encode_frame, encode_whole, pack_points
from glassbox.protocol.server_messages import Mark

STALE_AFTER = 100  # points of the record beyond those of the whole
MOST_VERSIONS = 300  # of the flags, which differ by one or two
MOST_REMEMBERED = 300  # frames, for those who ask once in a while what came after one of them


@dataclass(frozen=True)
class Known:
    """What somebody has: of which whole, up to which point of the record, and which flags of the charts."""

    whole: int = 0
    point: int = 0
    marks: int = 0


class Shown:
    """Of one run at a time."""

    def __init__(self, numbers: Iterator[int]) -> None:
        """`numbers`: for wholes and frames, never the same twice in a room, whatever network it is shown."""
        self._numbers = numbers
        self._standing: Standing | None = None
        self._settings: dict[str, Any] = {}  # those that the whole told
        self._marks: dict[int, tuple[Mark, ...]] = {0: ()}  # those that were told of late, by their version
        self._version = 0  # the newest
        self._look: Look | None = None
        self._look_known = 0  # the point that was asked from
        self._frames: dict[Known, bytes] = {}  # of the last look
        self._remembered: dict[int, Known] = {}  # what has who has a frame
        self.whole = b""
        self.whole_known = Known()  # what has who has nothing but the whole
        self.frame = 0  # the number of the last one

    @property
    def moment(self) -> tuple[int, ...] | None:
        """Of the last look."""
        return self._look.moment if self._look else None

    @property
    def has_frame(self) -> bool:
        """Whether there is a frame of this whole."""
        return self._look is not None

    def fits(self, look: Look) -> bool:
        """Whether it is of the whole that there is."""
        return self._standing is not None and look.stamp == self._standing.stamp

    def begin(self, standing: Standing) -> None:
        """Another whole, or the same with curves that have grown."""
        is_same = self._standing is not None and standing.stamp == self._standing.stamp
        if not is_same:
            self._settings, self._look = standing.whole.welcome.settings, None
            self._frames.clear()
            self._remembered.clear()
        self._standing = standing
        welcome = msgspec.structs.replace(standing.whole.welcome, settings=self._settings)
        number = self.whole_known.whole if is_same else next(self._numbers)
        self.whole = encode_whole(msgspec.structs.replace(standing.whole, number=number, welcome=welcome))
        self._flag(tuple(welcome.history["marks"]))
        self.whole_known = Known(number, standing.last_number, self._version)

    def take(self, look: Look, known: int) -> None:
        """The run was looked at: a new frame, for those who have at least the point `known`."""
        self._look, self._look_known = look, known
        self._flag(look.marks)
        self._frames.clear()
        self.frame = next(self._numbers)
        self._remembered[self.frame] = self.newest
        if len(self._remembered) > MOST_REMEMBERED:
            del self._remembered[next(iter(self._remembered))]

    @property
    def last_point(self) -> int:
        """The number of the last point that is known here."""
        if self._look and self._look.numbers:
            return self._look.numbers[-1]
        return max(self._look_known, self.whole_known.point)

    @property
    def size(self) -> int:
        """Bytes of the last frame as most got it; 0 where nobody did."""
        return min(map(len, self._frames.values()), default=0)

    @property
    def newest(self) -> Known:
        """What has who has the last frame."""
        return Known(self.whole_known.whole, self.last_point, self._version)

    @property
    def is_stale(self) -> bool:
        """Whether latecomers had better get the whole anew."""
        return self.is_far(self.whole_known)

    def is_far(self, known: Known) -> bool:
        """Whether whoever has no more than this had better get the whole again."""
        is_of_another = known.whole != self.whole_known.whole or known.marks not in self._marks
        return is_of_another or self.last_point - known.point > STALE_AFTER

    def can_tell(self, known: Known) -> bool:
        """Whether the last frame holds all that is missing."""
        return self.has_frame and known.whole == self.whole_known.whole and known.point >= self._look_known

    def remembered(self, frame: int) -> Known:
        """What has who has this frame; nothing if it was long ago."""
        return self._remembered.get(frame, Known())

    def frame_for(self, known: Known) -> bytes:
        """The last frame with the points and flags beyond what is known."""
        if known not in self._frames:
            self._frames[known] = self._encode(known)
        return self._frames[known]

    def _encode(self, known: Known) -> bytes:
        look = self._look
        assert look is not None
        beyond = bisect_right(look.numbers, known.point)
        first_mark, marks = self._marks_beyond(known.marks)
        changed = {name: value for name, value in look.settings.items() if self._settings.get(name) != value}
        frame = msgspec.structs.replace(
            look.frame,
            frame=self.frame,
            whole=known.whole,
            first=look.frame.first + beyond,
            points=pack_points([column[beyond:] for column in look.columns]),
            first_mark=first_mark,
            marks=marks,
            changed=changed or None,
        )
        return encode_frame(frame)

    def _flag(self, marks: tuple[Mark, ...]) -> None:
        """These are the newest flags."""
        if marks == self._marks[self._version]:
            return
        self._version += 1
        self._marks[self._version] = marks
        if len(self._marks) > MOST_VERSIONS:
            del self._marks[next(iter(self._marks))]

    def _marks_beyond(self, version: int) -> tuple[int, tuple[Mark, ...] | None]:
        """From which one on the newest flags differ from those of a version; None if they do not."""
        before, now = self._marks[version], self._marks[self._version]
        if before == now:
            return 0, None
        pairs = zip(before, now, strict=False)
        first = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(before), len(now)))
        return first, now[first:]
