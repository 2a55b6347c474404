"""A front desk and its pages, without sockets: for the tests of sessions and their registry."""

import asyncio
import time
from contextlib import asynccontextmanager, suppress

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.hosts.hosting import Hosting
from glassbox.hosts.several import Several
from glassbox.session.registry import Registry
from tests.hosts.lines import ShortLine
from tests.run.tools import read_frame, say
from tests.sentences import read

PATIENCE = 60.0  # seconds until a condition that never comes fails the test; compiling may be part of the wait


class ShiftedClock:
    """The real clock, put forward as the test likes."""

    def __init__(self):
        self.shift = 0.0

    def __call__(self):
        return time.monotonic() + self.shift


async def until(condition, within=PATIENCE):
    """Wait until the condition holds, and return what it gave."""
    deadline = time.monotonic() + within
    while not (value := condition()):
        assert time.monotonic() < deadline, "waited in vain"
        await asyncio.sleep(0.002)
    return value


class Page:
    """Reads its mailbox as the sending task does; acknowledges frames, unless told not to."""

    def __init__(self, registry, session=None, settings=None, view=None, reads=True, client="", owner=None):
        self.registry = registry
        self.reads = reads
        self.messages = []
        self.frames = []
        message = say("open", session=session, settings=settings or {}, view=view, owner=owner)
        self.viewer = registry.open(message, client=client)
        self._task = asyncio.create_task(self._read())

    def tell(self, kind, **fields):
        self.registry.control(self.viewer, say(kind, **fields))

    def acknowledge(self, frame):
        self.registry.acknowledge(self.viewer, frame)

    def kinds(self):
        return [message["type"] for message in self.messages]

    def last(self, kind):
        return next((message for message in reversed(self.messages) if message["type"] == kind), None)

    async def message(self, kind):
        """The newest message of this kind, once there is one."""
        return await until(lambda: self.last(kind))

    async def frame(self, fits=lambda frame: True):
        """The first frame that fits, once there is one."""
        return await until(lambda: next((frame for frame in self.frames if fits(frame)), None))

    def leave(self):
        self.registry.leave(self.viewer)

    @property
    def closed(self):
        return self.viewer.mailbox.closed

    async def _read(self):
        while (item := await self.viewer.mailbox.take()) is not None:
            if isinstance(item, str):
                self.messages.append(read(item))
                continue
            frame = read_frame(item)
            self.frames.append(frame)
            if self.reads:
                self.acknowledge(frame["frame"])


def here(config, clock):
    """Networks live in this process."""
    return Here(config, clock)


def at_the_end_of_a_line(config, clock):
    """Networks live where everything that comes and goes is bytes."""
    hosts = Several(Here(config, clock))
    hosts.add(ShortLine(Hosting(config, clock)))
    return hosts


HOSTS = {"here": here, "elsewhere": at_the_end_of_a_line}
make_host = here  # tests of the registry play with each of them


@asynccontextmanager
async def front_desk(config=None, clock=time.monotonic, ready=True):
    """A registry whose kernels are ready, unless told otherwise."""
    config = config or Config()
    registry = Registry(config, clock, make_host(config, clock))
    if ready:
        registry.ready()
    try:
        yield registry
    finally:
        await registry.close()
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(0)


def played_in(scene):
    """What makes tests of coroutines: each has the stage that the context manager `scene()` sets up for it alone."""

    def plays(play):
        def test():
            async def run():
                async with scene() as stage:
                    await play(stage)

            asyncio.run(run())

        test.__name__, test.__doc__ = play.__name__, play.__doc__
        return test

    return plays
