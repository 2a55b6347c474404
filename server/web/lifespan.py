"""What runs beside the requests from the server's first to its last moment: warming up, sweeping, closing."""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Literal

from glassbox.session.registry import Registry
from glassbox.web import words
from glassbox.words.languages import languages

ReportProgress = Callable[[int, int, str], None]

logger = logging.getLogger(__name__)


class Lifespan:
    """Begins and ends the registry's work around the server's."""

    def __init__(
        self,
        registry: Registry,
        warm_up: Callable[[ReportProgress], None],
        when_ready: Callable[[], None] = lambda: None,
    ) -> None:
        """`when_ready` is called on the loop, once everything is compiled."""
        self._registry = registry
        self._warm_up = warm_up
        self._when_ready = when_ready
        self._sweeping: asyncio.Task[None] | None = None
        self._ended = False
        self._is_ready = False

    def begin(self) -> None:
        """Start to sweep, and to compile in a thread of its own: the page must be there at once.

        Before that the thread reads what each language has, which the first page says: else the loop would have to.
        """
        loop = asyncio.get_running_loop()
        self._sweeping = loop.create_task(self._sweep())
        threading.Thread(target=self._warm, args=(loop,), name="warm-up", daemon=True).start()

    @property
    def standing(self) -> Literal["starting", "ready", "ending"]:
        """Whether networks can train here."""
        return "ending" if self._ended else "ready" if self._is_ready else "starting"

    async def keep(self, within: float) -> None:
        """The end is near: have what is trained kept, as far as that can be done in so many seconds."""
        if not self._ended:
            await self._registry.keep(within)

    async def end(self) -> None:
        """Close the sessions; only the first call does anything."""
        if self._ended:
            return
        self._ended = True
        if self._sweeping is not None:
            self._sweeping.cancel()
        await self._registry.close()

    def _ready(self) -> None:
        self._is_ready = True
        self._registry.ready()
        self._when_ready()

    async def _sweep(self) -> None:
        try:
            await self._registry.sweep()
        except Exception:
            logger.exception("Sessions that nobody watches are no longer swept away")

    def _warm(self, loop: asyncio.AbstractEventLoop) -> None:
        """In the thread: compile everything, and tell the loop how far it is."""

        def tell(call: Callable[..., None], *values: object) -> None:
            if self._ended:
                raise _NoLongerWanted
            loop.call_soon_threadsafe(call, *values)

        _read_languages()
        try:
            self._warm_up(lambda done, total, what: tell(self._registry.warming, done, total, what))
            tell(self._ready)
        except _NoLongerWanted:
            pass
        except Exception:
            logger.exception("The kernels could not be compiled, so nothing can be trained")
            tell(self._registry.warming, 0, 1, words.WARM_UP_FAILED)


def _read_languages() -> None:
    """How much each has is kept once it was asked for."""
    try:
        for language in languages():
            logger.debug("%s has %s of all sentences", language.tag, language.percent)
    except Exception:
        logger.exception("A language cannot be read")


class _NoLongerWanted(Exception):
    """The server ends while the kernels are still being compiled."""
