"""One page that looks at the network that its room is shown: what it has of it, and whether it can take more."""

from collections import deque

from glassbox.web.classroom.shown import Known, Shown
from glassbox.web.classroom.visitor import Visitor

MOST_UNDER_WAY = 8  # frames; a page tells of every fourth that it has drawn


class Follower:
    """For one event loop."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._known = Known()
        self._frame = 0
        self._under_way: deque[int] = deque()

    def forget_if_away(self) -> None:
        """A page that shows another network keeps nothing of this one."""
        if not self.looks:
            self._known, self._frame = Known(), 0
            self._under_way.clear()

    @property
    def looks(self) -> bool:
        """Whether its page shows the network; a member's may show the member's own."""
        member = self._visitor.member
        return member is None or member.source == "shown"

    def will_know(self, shown: Shown) -> Known:
        """What it has before it gets the next frame."""
        return shown.whole_known if self.needs_whole(shown) else self._known

    def needs(self, shown: Shown) -> bool:
        """Whether it lacks anything."""
        return self.looks and (self.needs_whole(shown) or self._frame != shown.frame)

    def needs_whole(self, shown: Shown) -> bool:
        """Whether frames would not be enough."""
        return shown.is_far(self._known)

    @property
    def is_ready(self) -> bool:
        """Whether it takes what is sent, and has drawn most of it."""
        slots = self._visitor.slots
        is_free = not slots.waits("frame") and not slots.waits("whole")
        return is_free and len(self._under_way) < MOST_UNDER_WAY and slots.closed is None

    def drawn(self, frame: int) -> None:
        """It has drawn this frame, and so needs none of those before."""
        while self._under_way and self._under_way[0] <= frame:
            self._under_way.popleft()

    def send(self, shown: Shown) -> None:
        """What it lacks, as far as there is."""
        slots = self._visitor.slots
        if self.needs_whole(shown):
            slots.put("whole", shown.whole)
            self._known = shown.whole_known
            self._under_way.clear()
        if shown.can_tell(self._known) and self._frame != shown.frame:
            slots.put("frame", shown.frame_for(self._known))
            self._known, self._frame = shown.newest, shown.frame
            self._under_way.append(shown.frame)
