"""Uvicorn's HTTP protocol with limits: on the length of what comes before a body, on time, on what is asked ahead.

Its parser, httptools, puts a header together anew for each part that arrives, so an endless one would cost time with
the square of its length. Deadlines are only noted here, which costs a request next to nothing; `cut_overdue`
looks them up.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from uvicorn.config import Config
from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from glassbox.web import words
from glassbox.web.headers import SAFE_HEADERS

LONGEST_HEAD = 64 * 1024  # bytes that may come in a row and complete nothing: no headers, no part of a body, no trailer
MOST_ASKED_AHEAD = 32  # requests that wait while the one ahead of them is answered; browsers send none
MOST_UNWANTED = 1024 * 1024  # bytes of a body that are still read after it was answered, before the connection ends
HEAD_WITHIN = 30.0  # seconds for the first request's headers, from the connection on, and for others from their start
BODY_WITHIN = 30.0  # seconds for a body, and more by what has come of it:
SLOWEST_BODY = 8 * 1024  # bytes that give a further second
MOST_DROPPED = 16 * 1024 * 1024  # bytes that are dropped after a refusal, before the connection is cut
TAKEN_WITHIN = 60.0  # seconds in which a part of an answer must be taken
LINGER = 2.0  # seconds in which what still comes is read and dropped, so that a refusal can be read
NEVER = float("inf")


class Places(NamedTuple):
    """How many connections there may be, sockets among them: in all, and of one address, which a class may share."""

    in_all: int = 4000
    of_one: int = 2000

    def have_room(self, connections: Iterable[Any], client: tuple[str, int] | None) -> bool:
        """Whether the last one to come, which counts already, may stay."""
        addresses = [connection.client and connection.client[0] for connection in connections]
        return len(addresses) <= self.in_all and addresses.count(client and client[0]) <= self.of_one


class LimitedHttp(HttpToolsProtocol):
    """One connection.

    Attributes:
        deadline: by the loop's clock: it ends then, unless what it waits for has come.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        places: Places | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.deadline = NEVER
        self._places = places or Places()
        self._head = 0  # bytes since something was last complete
        self._unwanted = 0  # bytes that came after their answer
        self._is_over = False  # whatever still comes is dropped
        self._answering: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let it in, if there is a place."""
        super().connection_made(transport)
        self.flow = _Flow(transport, self.pipeline)
        self.deadline = self.loop.time() + HEAD_WITHIN
        if not self._places.have_room(self.connections, self.client):
            self._is_over = True
            transport.write(refusal(503, words.TOO_MANY_CONNECTIONS))
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """What was asked ahead goes with the connection, and whoever is answering learns of it."""
        self.pipeline.clear()
        if self._answering is not None:
            _give_up(self._answering)
        super().connection_lost(exc)

    # ---- what comes in

    def data_received(self, data: bytes) -> None:
        """Take it in by parts, each short enough to be counted before it is looked into."""
        if self._is_over:
            self._drop(len(data))
        for start in range(0, len(data), LONGEST_HEAD):
            if self._is_over or self.transport.is_closing() or self.transport.get_protocol() is not self:
                return
            self._take(data[start : start + LONGEST_HEAD])

    def _take(self, data: bytes) -> None:
        self._head += len(data)
        if self._head > LONGEST_HEAD:
            self.refuse(431, words.HEAD_TOO_LONG)
        else:
            super().data_received(data)

    def _drop(self, length: int) -> None:
        self._unwanted += length
        if self._unwanted > MOST_DROPPED:
            self.transport.abort()

    def on_message_begin(self) -> None:
        """From here on, its headers have their time."""
        super().on_message_begin()
        self.deadline = self.loop.time() + HEAD_WITHIN

    def on_headers_complete(self) -> None:
        """From here on, its body has its time. Whoever asks too far ahead gets what is queued, and no more."""
        if len(self.pipeline) >= MOST_ASKED_AHEAD:
            self.cycle.keep_alive = False
            self._is_over = True
            raise _AskedTooFarAhead
        self._head = 0
        self.deadline = self.loop.time() + BODY_WITHIN
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Keep it; of one that was answered already, so much is read that its end may come."""
        self._head = 0
        self.deadline += len(body) / SLOWEST_BODY
        if self._last is not None and self._last.response_complete:
            self._unwanted += len(body)
            if self._unwanted > MOST_UNWANTED:
                self._hang_up()
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is there; how long its answer takes is ours, how long it is taken is not."""
        self._head = self._unwanted = 0
        self.deadline = self.loop.time() + TAKEN_WITHIN if self.flow.write_paused else NEVER
        super().on_message_complete()

    # ---- what goes out

    def pause_writing(self) -> None:
        """The answer is not taken for now."""
        super().pause_writing()
        self.deadline = self.loop.time() + TAKEN_WITHIN

    def resume_writing(self) -> None:
        """It is taken again."""
        super().resume_writing()
        self.deadline = self.loop.time() + BODY_WITHIN if self._is_body_missing() else NEVER

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def _is_body_missing(self) -> bool:
        return self._last is not None and self._last.more_body

    @property
    def _last(self) -> RequestResponseCycle | None:
        """The newest request; uvicorn's type forgets that there may be none yet."""
        return self.cycle

    # ---- refusals

    def give_up(self) -> None:
        """The deadline has passed: say so to whoever has begun a request, and end the connection."""
        if self._is_over or self.flow.write_paused:
            self.transport.abort()
        elif self._head or self._is_body_missing():
            self.refuse(408, words.TOO_SLOW)
        else:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        """Uvicorn's answer to what is no HTTP, in our words."""
        if not self._is_over:
            self.refuse(400, words.NO_HTTP)

    def refuse(self, status: int, sentence: str) -> None:
        """Answer with one sentence and end the connection; in the midst of another answer, only end it."""
        self._is_over = True
        unanswered = self._last is not None and not self._last.response_complete
        if self.pipeline or (unanswered and self.cycle.response_started):
            self.transport.abort()
            return
        if unanswered:
            _give_up(self.cycle)
        self.transport.write(refusal(status, sentence))
        self._hang_up()

    def _hang_up(self) -> None:
        """End it once the answer has had time to be read: to close while more comes would take the answer back."""
        self._is_over = True
        self._unset_keepalive_if_required()
        self.flow.resume_reading()
        if not self.transport.is_closing():
            self.transport.write_eof()
        self.deadline = self.loop.time() + LINGER


class _Flow(FlowControl):
    """Reads on only when all that was asked ahead is under way: answering makes room for as much again."""

    def __init__(self, transport: asyncio.Transport, ahead: deque[Any]) -> None:
        super().__init__(transport)
        self._ahead = ahead

    def resume_reading(self) -> None:
        if not self._ahead:
            super().resume_reading()


class _AskedTooFarAhead(Exception):
    """Stops the parser."""


def cut_overdue(connections: Iterable[Any], now: float) -> None:
    """End those whose deadline has passed."""
    for connection in list(connections):
        if isinstance(connection, LimitedHttp) and connection.deadline < now:
            connection.give_up()


def refusal(status: int, sentence: str) -> bytes:
    """A whole answer, for those who get none from the application."""
    body = sentence.encode()
    own = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    lines = [name + b": " + value + b"\r\n" for name, value in (*own, (b"connection", b"close"), *SAFE_HEADERS)]
    return b"".join([STATUS_LINE[status], *lines, b"\r\n", body])


def _give_up(cycle: RequestResponseCycle) -> None:
    """Tell the application that nobody waits for this answer any more."""
    cycle.disconnected = True
    cycle.message_event.set()
