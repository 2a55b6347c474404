"""The thread that owns the database: writes down what waits, and answers questions in between.

Nobody waits for it but those who ask. What could not be written waits on, and is tried again.
"""

import asyncio
import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from glassbox.labbook import words
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.ids import Owner
from glassbox.labbook.records import RunRecord
from glassbox.labbook.write_queue import Batch, WriteQueue

if TYPE_CHECKING:  # not at run time: it brings SQLAlchemy along, which is slow to import
    from glassbox.labbook.archive import Archive

PACE = 1.0  # seconds between two writes that nobody asked for; meanwhile newer records replace older ones
RETRY_AFTER = 5.0  # seconds after a write that failed
MOST_QUESTIONS = 256  # waiting at the same time

Answer = TypeVar("Answer")

logger = logging.getLogger(__name__)


class DatabaseThread:
    """Takes records and questions from any thread. Its own thread starts with the first, and opens the archive."""

    def __init__(
        self, open_archive: Callable[[], "Archive"], pace: float = PACE, retry_after: float = RETRY_AFTER
    ) -> None:
        self._open_archive = open_archive
        self._pace = pace
        self._retry_after = retry_after
        self._changed = threading.Condition()
        self._waiting = WriteQueue()
        self._questions: deque[Callable[[Archive], None]] = deque()
        self._next_write = -math.inf  # by the monotonic clock
        self._is_closing = False
        self._thread: threading.Thread | None = None
        self.trouble = ""  # why records cannot be written now, in one sentence

    def record(self, owner: Owner, record: RunRecord) -> None:
        """Have it written down soon; never waits."""
        with self._changed:
            if not self._is_closing:
                self._waiting.put(owner, record)
                self._wake()

    async def ask(self, question: Callable[["Archive"], Answer]) -> Answer:
        """What the archive answers, once all that was recorded before is in it.

        Raises:
            LabBookUnavailable: the archive cannot be used now, or too many ask.
        """
        future: Future[Answer] = Future()
        with self._changed:
            if self._is_closing:
                raise LabBookUnavailable(words.CLOSED)
            if len(self._questions) >= MOST_QUESTIONS:
                raise LabBookUnavailable(words.BUSY)
            self._questions.append(lambda archive: _settle(future, question, archive))
            self._wake()
        return await asyncio.wrap_future(future)

    async def flush(self) -> None:
        """Write down now what waits.

        Raises:
            LabBookUnavailable: it could not be; it waits on.
        """
        with self._changed:
            self._next_write = -math.inf
        await self.ask(lambda _: None)
        if self.trouble:
            raise LabBookUnavailable(self.trouble)

    def forget(self, owner: Owner, key: str) -> None:
        """Take no more records of a run whose row was deleted."""
        with self._changed:
            self._waiting.forget(owner, key)

    def forget_owners(self, owners: list[bytes]) -> None:
        """Take no more records of theirs."""
        with self._changed:
            self._waiting.forget_owners(owners)

    async def close(self) -> None:
        """Answer and write what waits, once, and end the thread."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join)

    # ---- in its thread

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="lab book", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _work(self) -> None:
        archive = self._open_archive()
        while (turn := self._next_turn()) is not None:
            batch, question = turn
            if batch:
                self._write(archive, batch)
            if question is not None:
                question(archive)
        archive.close()

    def _next_turn(self) -> tuple[Batch, Callable[["Archive"], None] | None] | None:
        """Sleep until there is something to write or to answer; None at the end."""
        with self._changed:
            while not (self._questions or self._is_closing or self._is_time_to_write()):
                self._changed.wait(self._next_write - time.monotonic() if self._waiting else None)
            question = self._questions.popleft() if self._questions else None
            batch = self._waiting.take_all() if self._is_time_to_write() or self._is_worth_writing(question) else []
        return None if question is None and not batch else (batch, question)

    def _is_time_to_write(self) -> bool:
        return len(self._waiting) > 0 and time.monotonic() >= self._next_write

    def _is_worth_writing(self, question: object) -> bool:
        """Before its time: who asks wants to see what was recorded, but need not wait for what failed just now."""
        return self._is_closing or (question is not None and not self.trouble)

    def _write(self, archive: "Archive", batch: Batch) -> None:
        try:
            archive.record(batch)
        except LabBookUnavailable as reason:
            if reason.text != self.trouble:
                logger.warning("%s (%s)", reason.text, reason.__cause__ or "no more is known")
            self._fail(reason.text, batch)
        except Exception:
            logger.exception("Records of the lab book were lost because of a fault")
            self._fail(words.FAULT, [])
        else:
            self.trouble = ""
            self._rest(self._pace)

    def _fail(self, text: str, batch: Batch) -> None:
        self.trouble = text
        with self._changed:
            if not self._is_closing:
                self._waiting.put_back(batch)
        self._rest(self._retry_after)

    def _rest(self, seconds: float) -> None:
        with self._changed:
            self._next_write = time.monotonic() + seconds


def _settle(future: Future[Answer], question: Callable[["Archive"], Answer], archive: "Archive") -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        answer = question(archive)
    except Exception as reason:
        future.set_exception(reason)
    else:
        future.set_result(answer)
