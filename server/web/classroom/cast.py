"""One network shown to the pages that follow it: asks its session for news, and hands them to all who can take them."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress

from glassbox.protocol.broadcast import Look, Moment
from glassbox.session.questions import NoSuchSession, TooEarly
from glassbox.session.registry import Registry
from glassbox.web.classroom.follower import Follower
from glassbox.web.classroom.pacing import LONGEST_AFTER_WHOLE, LONGEST_PAUSE, Pacing, most_for, pause_after
from glassbox.web.classroom.shown import Shown

LATER = 0.25  # seconds until a session is asked again that could not answer yet
AFTER_FAULT = 5.0
CATCHING_UP = 0.1  # seconds between two looks whether those who were behind can take what they lack
POLLED_FOR = 5.0  # seconds for which somebody who asked now and then counts as following

logger = logging.getLogger(__name__)


class Cast:
    """From `begin` to `end`; for one event loop."""

    def __init__(
        self,
        registry: Registry,
        session: str,
        followers: Callable[[], Collection[Follower]],
        numbers: Iterator[int],
        clock: Callable[[], float] = time.monotonic,
        *,
        holds: bool = True,
    ) -> None:
        """`followers`: who is there now; `numbers`: as for `Shown`; `holds`: else the session may rest meanwhile."""
        self.session = session
        self._registry = registry
        self._followers = followers
        self._clock = clock
        self._holds = holds
        self._shown = Shown(numbers)
        self._pacing = Pacing()
        self._woken = asyncio.Event()
        self._is_resting = False  # until there is news
        self._is_urgent = False
        self._has_news = True
        self._is_attending = False
        self._polls: deque[tuple[float, int]] = deque()  # when somebody asked, and the point that it had
        self._is_polled_in_vain = False
        self._may_have_gone_back = False  # it was on its way to another host, from an earlier moment perhaps
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Show the network from now on, whenever there is news and somebody follows."""
        self._task = asyncio.get_running_loop().create_task(self._run_guarded())
        self.wake()

    def end(self) -> None:
        """Show it no more."""
        if self._task is not None:
            self._task.cancel()
        self._leave_alone()

    def wake(self) -> None:
        """Somebody has come, or looks again."""
        self._woken.set()

    def poll(self, frame: int) -> tuple[bytes | None, bytes | None]:
        """The whole and the frame for who asks now and then, and has this frame; None where nothing is lacking.

        Where the last frame cannot tell all that is lacking, a further one is made, for who asks again.
        """
        shown, known = self._shown, self._shown.remembered(frame)
        needs_whole = shown.has_frame and shown.is_far(known)
        known = shown.whole_known if needs_whole else known
        is_news = shown.has_frame and (needs_whole or frame != shown.frame)
        self._polls.append((self._clock(), known.point))
        in_vain = is_news and not shown.can_tell(known)
        self._is_polled_in_vain = self._is_polled_in_vain or in_vain
        self.wake()
        if not is_news or in_vain:
            return None, None
        return shown.whole if needs_whole else None, shown.frame_for(known)

    # ---- as long as it is shown

    async def _run_guarded(self) -> None:
        """A fault ends nothing: it is tried again."""
        while True:
            try:
                await self._run()
            except Exception:
                logger.exception("A room's network could not be shown")
                await asyncio.sleep(AFTER_FAULT)

    async def _run(self) -> None:
        while True:
            await self._until_woken()
            if not self._attend():
                continue
            if self._has_news or self._is_anybody_left_out():
                await self._until_due()
                await self._look()
            else:
                self._send()

    async def _until_woken(self) -> None:
        """Until there may be news, or those who are behind may be able to take what they lack."""
        self._is_resting = True
        if not (self._woken.is_set() or (self._has_news and self._is_attending)):
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience()):
                    await self._woken.wait()
        self._is_resting = False
        self._woken.clear()

    def _patience(self) -> float | None:
        if any(follower.needs(self._shown) for follower in self._followers()):
            return CATCHING_UP
        return POLLED_FOR if self._is_polled() else None

    def _attend(self) -> bool:
        """Hold the session while somebody follows; whether somebody does, and there is such a session."""
        is_wanted = self._is_polled() or any(follower.looks for follower in self._followers())
        if not is_wanted:
            self._leave_alone()
        elif not self._is_attending:
            with suppress(NoSuchSession):
                join = self._registry.attend if self._holds else self._registry.look_on
                join(self.session, self._worked)
                self._is_attending = self._has_news = True
        return self._is_attending

    def _is_polled(self) -> bool:
        while self._polls and self._clock() - self._polls[0][0] >= POLLED_FOR:
            self._polls.popleft()
        return bool(self._polls)

    def _leave_alone(self) -> None:
        self._registry.leave_alone(self.session, self._worked)
        self._is_attending = False

    def _worked(self, commanded: bool) -> None:
        self._has_news = True
        self._is_urgent = self._is_urgent or commanded
        if commanded or self._is_resting:
            self._woken.set()

    async def _until_due(self) -> None:
        """One that is urgent comes at once, even if it becomes so meanwhile; whoever woke is seen to afterwards."""
        is_woken = False
        while (wait := self._pacing.wait(self._clock(), is_urgent=self._is_urgent)) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    self._woken.clear()
                    await self._woken.wait()
                    is_woken = True
        if is_woken:
            self._woken.set()

    # ---- asking and sending

    async def _look(self) -> None:
        """Ask for what is new, also for the whole where frames are not enough, and send it."""
        seen = None if self._is_anybody_left_out() or self._may_have_gone_back else self._shown.moment
        self._has_news = self._is_urgent = self._is_polled_in_vain = False
        if not self._holds and self._registry.is_aside(self.session):
            self._send()
            return
        try:
            await self._take(seen)
            if self._shown.is_stale and any(each.needs_whole(self._shown) for each in self._ready()):
                await self._begin()
        except TooEarly:
            self._has_news = self._may_have_gone_back = True
            await asyncio.sleep(LATER)
        except NoSuchSession:
            self._is_attending = False
        self._send()

    async def _take(self, seen: Moment | None) -> None:
        known = self._known_by_all()
        look = await self._ask(seen, known)
        if look is None:
            return
        longest = LONGEST_PAUSE
        if self._may_have_gone_back or not self._shown.fits(look):
            await self._begin()
            self._may_have_gone_back = False
            known, longest = self._shown.whole_known.point, LONGEST_AFTER_WHOLE
            look = await self._ask(None, known)
        if look is not None and self._shown.fits(look):
            self._shown.take(look, known)
            self._send()
            size = self._shown.size + (len(self._shown.whole) if longest > LONGEST_PAUSE else 0)
            self._pacing.sent(self._clock(), pause_after(self._count(), size, longest))

    def _known_by_all(self) -> int:
        """The last point that everybody has who is to get the next frame."""
        points = [each.will_know(self._shown).point for each in self._ready()]
        if self._is_polled():
            points += [max(point, self._shown.whole_known.point) for _, point in self._polls]
        return min(points, default=self._shown.last_point)

    def _is_anybody_left_out(self) -> bool:
        """Whether somebody cannot be told the last frame, though nothing is new."""
        shown = self._shown
        return self._is_polled_in_vain or any(
            each.needs(shown) and not shown.can_tell(each.will_know(shown)) for each in self._ready()
        )

    def _ready(self) -> Iterator[Follower]:
        return (each for each in self._followers() if each.looks and each.is_ready)

    def _count(self) -> int:
        return sum(each.looks for each in self._followers())

    async def _ask(self, seen: Moment | None, known: int) -> Look | None:
        most = most_for(self._count())
        look: Look | None = await self._registry.ask(
            self.session, "look", seen=seen, known=known, now=self._clock(), most=most
        )
        return look

    async def _begin(self) -> None:
        alias = self._registry.alias(self.session)
        self._shown.begin(await self._registry.ask(self.session, "whole", alias=alias))

    def _send(self) -> None:
        """Whoever lacks something and can take it gets it."""
        if not self._shown.has_frame:
            return
        for each in self._ready():
            if each.needs(self._shown):
                each.send(self._shown)
