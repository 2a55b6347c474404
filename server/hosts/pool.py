"""The threads that train, shared by all sessions: whoever has had least time comes next.

A class that comes in at once does not stop those who are in already: newcomers and the others take turns. What nobody
watches trains in what the watched ones leave.
"""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from glassbox.hosts.fair_queue import Account, FairQueue
from glassbox.hosts.own_time import own_time
from glassbox.hosts.pause import Pause

LONGEST_SLICE = 0.008  # seconds a session may train before the next one has its turn …
SHORTEST_SLICE = 0.00025  # … down to this when many wait,
ROUND = 0.025  # so that about once in so many seconds each has had a turn
UNWATCHED_EVERY = 0.25  # seconds: as often one that nobody watches has a turn however busy the others are
TOGETHER = 0.002  # seconds within which pieces that are done go back to the event loop together while others wait
BUSY = 0.1  # seconds since the last turn of a watched one, until which the unwatched ones' turns are short

Work = Callable[[float], Any]
Done = Callable[[Any, Exception | None], None]  # takes what a piece has brought, or its fault; it must not raise


@dataclass(eq=False, slots=True)
class _Piece:
    """A piece of work that waits, maybe in two queues: whoever claims it carries it out."""

    work: Work
    done: Done
    account: Account
    is_new: bool
    is_watched: bool
    claim: threading.Lock = field(default_factory=threading.Lock)


class Pool:
    """Runs sessions' work in threads, and tells each piece how long it may take.

    Leaner than the standard library's, for every frame passes here: what is done goes back to the event loop in
    batches, so that a busy pool does not wake the loop, which wants the interpreter too, for every piece.
    """

    def __init__(
        self,
        threads: int,
        clock: Callable[[], float] = time.monotonic,
        spent: Callable[[], float] = own_time,
    ) -> None:
        """`spent`: the processor time of the calling thread, which is what is shared: where others keep the cores busy,
        a short piece may last long.
        """
        self._size = threads
        self._clock, self._spent = clock, spent
        self._threads: list[threading.Thread] = []
        self._calls: SimpleQueue[bool] = SimpleQueue()  # one for each piece that waits; False to end a thread
        self._watched: FairQueue[_Piece] = FairQueue()
        self._newcomers: deque[_Piece] = deque()
        self._unwatched: deque[_Piece] = deque()
        self._passed_over: dict[Account, _Piece] = {}  # the unwatched ones, until they are done
        self._are_newcomers_next = False
        self._watched_at = self._unwatched_at = clock()  # when one of each kind had its last turn
        self._done: deque[tuple[_Piece, Any, Exception | None]] = deque()
        self._queued = 0  # of those that are watched
        self._is_looked_after = False  # whether the loop will come for what is done …
        self._is_timed = False  # … by itself
        self._pause = Pause()

    def put(self, work: Work, account: Account, done: Done, *, is_new: bool = False, is_watched: bool = True) -> None:
        """Have `work` done, which is given the seconds it may take, and its end told to `done`, on the event loop.

        Args:
            account: whose time it takes; it has one piece here at a time.
            is_new: it is a newcomer's.
            is_watched: somebody waits for what it brings.
        """
        if not self._threads:
            self._start(asyncio.get_running_loop())
        piece = _Piece(work, done, account, is_new, is_watched or is_new)
        if is_new:
            self._newcomers.append(piece)
        elif is_watched:
            self._watched.put(account, piece)
        else:
            self._passed_over[account] = piece
            self._unwatched.append(piece)
        self._queued += piece.is_watched
        self._calls.put(True)

    @property
    def waiting(self) -> int:
        """How many pieces wait for a thread, or are worked on."""
        return self._queued + len(self._unwatched)

    def hurry(self, account: Account) -> None:
        """Somebody waits for this account's piece from now on, if it has one among those that nobody watched."""
        piece = self._passed_over.pop(account, None)
        if piece is not None:
            self._watched.put(account, piece)

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        for _ in self._threads:
            self._calls.put(False)

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        for number in range(self._size):
            thread = threading.Thread(target=self._serve, args=(loop,), name=f"training-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread: one piece after the other."""
        spent = self._spent()  # what waiting takes is nobody's time, and what comes between two pieces the next one's
        with suppress(RuntimeError):  # the loop was closed meanwhile
            while self._is_called(loop):
                piece = self._next()
                brought = self._carry_out(piece)
                before, spent = spent, self._spent()
                self._note(piece, spent - before)
                self._done.append(brought)
                if not self._is_looked_after:
                    self._call(loop)

    def _is_called(self, loop: asyncio.AbstractEventLoop) -> bool:
        """Wait for a piece; False: there will be none. Before a thread rests it hands over what is done."""
        try:
            return self._calls.get(block=False)
        except Empty:
            if self._done:
                self._call(loop)
            return self._calls.get()

    def _call(self, loop: asyncio.AbstractEventLoop) -> None:
        self._is_looked_after = True
        loop.call_soon_threadsafe(self._hand_over)

    def _next(self) -> _Piece:
        """A newcomer's piece and another in turn, as long as there are both; whoever calls knows that one waits."""
        while True:
            self._are_newcomers_next = not self._are_newcomers_next and bool(self._newcomers)
            try:
                piece = self._newcomers.popleft() if self._are_newcomers_next else self._other()
            except IndexError:  # none of this kind
                continue
            if piece.claim.acquire(blocking=False):
                return piece

    def _other(self) -> _Piece:
        """A watched one's; an unwatched one's where there is none, or now and then."""
        is_time = self._clock() - self._unwatched_at >= UNWATCHED_EVERY
        if self._unwatched and (is_time or not (self._watched or self._newcomers)):
            return self._unwatched.popleft()
        return self._watched.take()

    def _carry_out(self, piece: _Piece) -> tuple[_Piece, Any, Exception | None]:
        try:
            return piece, piece.work(self._seconds_for(piece)), None
        except Exception as fault:
            return piece, None, fault

    def _seconds_for(self, piece: _Piece) -> float:
        if piece.is_watched:
            taking_turns = self._queued - max(len(self._newcomers) - len(self._watched), 0)
        elif self._clock() - self._watched_at < BUSY:
            return SHORTEST_SLICE
        else:
            taking_turns = len(self._unwatched) + 1
        return min(max(ROUND * self._size / max(taking_turns, 1), SHORTEST_SLICE), LONGEST_SLICE)

    def _note(self, piece: _Piece, seconds: float) -> None:
        if not piece.is_watched:
            self._unwatched_at = self._clock()
            return
        self._watched_at = self._clock()
        if not piece.is_new:  # a network is not to wait after it was built until all others have had as much
            piece.account.charge(seconds)

    def _look_again(self) -> None:
        """Where nothing was done meanwhile, whoever is next done calls."""
        if self._queued > self._size:
            self._pause()
        self._is_looked_after = self._is_timed = False
        self._hand_over()

    def _hand_over(self) -> None:
        """And come again soon: one that is done at once may be one of many."""
        if self._done and not self._is_timed:
            self._is_looked_after = self._is_timed = True
            asyncio.get_running_loop().call_later(TOGETHER, self._look_again)
        while self._done:
            piece, brought, fault = self._done.popleft()
            self._queued -= piece.is_watched
            if self._passed_over.get(piece.account) is piece:
                del self._passed_over[piece.account]
            piece.done(brought, fault)
