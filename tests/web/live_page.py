"""A page without a screen, before a server with real sessions:
it speaks the protocol properly and takes every frame.
"""

import json
import time

from websockets.sync.client import connect

from tests.frames import numbers, read_frame
from tests.sentences import read

PATIENCE = 60.0  # seconds until something that never comes fails the test
COMPILED_WITHIN = 240.0  # seconds


class LivePage:
    """Opens a network at once. Attributes: `welcome`, the first message; `frame`, the newest picture."""

    def __init__(self, server, session=None, owner=None, kept=None, **settings):
        self.socket = connect(server.url, compression=None, max_size=None, max_queue=None).__enter__()
        self.frame = None
        self.acknowledges = True
        self.send(type="open", session=session, settings=settings, owner=owner, kept=kept)
        self.welcome = self.hear("welcome")
        self.session = self.welcome["session"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, **message):
        self.socket.send(json.dumps(message))

    def configure(self, **changes):
        """Change settings; the server's answer."""
        self.send(type="configure", changes=changes)
        return self.hear("configured")

    def hear(self, kind, within=PATIENCE):
        """The next message of this kind; frames and other messages that come before are taken in."""
        return self.take_until(lambda message: message is not None and message["type"] == kind and message, within)

    def look(self, condition=lambda frame: True, within=PATIENCE):
        """The next frame for which the condition holds."""
        return self.take_until(lambda message: message is None and condition(self.frame) and self.frame, within)

    def ready(self):
        """Wait until the kernels are compiled and the first frame has come."""
        self.look(within=COMPILED_WITHIN)
        return self

    def play(self):
        self.send(type="play")
        return self.look(lambda frame: frame.playing)

    def watch(self, until_step):
        """The weights and biases of each frame that comes, by its step, up to a certain one."""
        seen = {}
        while self.look().step < until_step:
            seen[self.frame.step] = numbers(self.frame)
        return seen

    def pause(self):
        """The frame at which it rests."""
        self.send(type="pause")
        return self.look(lambda frame: not frame.playing)

    def step(self, unit="batch"):
        """The frame after a step."""
        before = self.frame.step
        self.send(type="step", unit=unit)
        self.hear("state")
        goal = before + 1 if unit == "batch" else None
        return self.look(lambda frame: frame.step == goal if goal else frame.step > before and frame.progress == 0)

    def reset(self):
        """The first frame of the new run."""
        before = self.frame.run
        self.send(type="reset")
        return self.look(lambda frame: frame.run > before)

    def carry(self, **message):
        """Send something that changes the network; the first frame that carries it."""
        self.send(**message)
        revision = self.hear("configured")["revision"]
        return self.frame if self.frame.revision >= revision else self.look(lambda frame: frame.revision >= revision)

    def take(self, within=PATIENCE):
        """The next message, or None for a frame."""
        message = self.socket.recv(timeout=within)
        if isinstance(message, str):
            told = read(message)
            return self.take(within) if told["type"] == "alive" else told
        self.frame = read_frame(message)
        if self.acknowledges:
            self.send(type="ack", frame=self.frame.frame)
        return None

    def take_message(self):
        """The next message, whatever it is."""
        return self.take_until(lambda message: message)

    def take_until(self, wanted, within=PATIENCE):
        """What `wanted` makes of a message, or of None for a frame, once that is something."""
        deadline = time.monotonic() + within
        while True:
            found = wanted(self.take(max(deadline - time.monotonic(), 0.01)))
            if found:
                return found
