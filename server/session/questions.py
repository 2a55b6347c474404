"""What others want to know of a run: asked on the event loop, answered between two slices,
awaited on the loop again.
"""

import asyncio
from typing import Any

from glassbox.run.inbox import Question

MOST_ASKED = 16  # questions that may wait at one session …
FOR_ALL = frozenset({"look", "whole"})  # … beside these, which are asked once for all who follow it


class NotAnswered(Exception):
    """A question got no answer: one sentence why."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NoSuchSession(NotAnswered):
    """There is no session of that name (any more)."""


class TooEarly(NotAnswered):
    """The kernels are still being compiled, or too much is asked at once: to be asked again soon."""


class Asked:
    """The questions that wait for answers at one session. Used on the event loop only."""

    def __init__(self) -> None:
        self._waiting: dict[Question, asyncio.Future[Any]] = {}

    @property
    def is_full(self) -> bool:
        """Whether no more may be asked for now."""
        return len(self._waiting) >= MOST_ASKED

    def expect(self, question: Question) -> asyncio.Future[Any]:
        """The answer to come."""
        answer = self._waiting[question] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda _: self._waiting.pop(question, None))
        return answer

    def settle(self, question: Question, answer: Any) -> None:
        """It was answered, with a value or with an exception; whoever asked may have gone."""
        future = self._waiting.get(question)
        if future is None or future.done():
            return
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(answer)

    def give_up(self, why: NotAnswered) -> None:
        """Nothing will be answered any more."""
        for question in list(self._waiting):
            self.settle(question, why)
