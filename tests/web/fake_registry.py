"""A front desk without networks: it writes down what it is told, and hands out mailboxes that tests fill."""

import asyncio
import itertools
import time

from glassbox.protocol import messages, server_messages
from glassbox.session.mailbox import Mailbox
from glassbox.session.own_data_store import OwnDataStore
from glassbox.session.registry import Load, NotOpened, Viewer


class Registry:
    """Obeys the face of the real one."""

    def __init__(self, config):
        self.config = config
        self.own_data_store = OwnDataStore(config.most_own_bytes)
        self.viewers = {}
        self.commands, self.acknowledged = [], []
        self.warmed = []
        self.is_ready = False
        self.closings = 0
        self._numbers = itertools.count(1)

    def record_to(self, record):
        self.record = record

    def bring_back_by(self, find):
        self.find_kept = find

    async def keep(self, within):
        """Nothing trains."""

    def tell_when_gone(self, listener):
        self.when_gone = listener

    def open(self, message, taken_up=None, client=""):
        resumed = message.session in self.viewers
        if not resumed and len(self.viewers) >= self.config.most_sessions:
            raise NotOpened("too_many_sessions", "This server is full.")
        session = message.session if resumed else f"session-{next(self._numbers)}"
        if resumed and self.viewers[session]:
            self.viewers[session].mailbox.close("taken_over", "Opened elsewhere.")
        viewer = self.viewers[session] = Viewer(session, 1, Mailbox(time.monotonic))
        viewer.mailbox.post(messages.write({"type": "welcome", "session": session, "resumed": resumed}))
        return viewer

    def knows(self, session):
        """None of a class's room that another test has left in this process's data folder."""
        return False

    def newest_of(self, owner):
        return None

    def acknowledge(self, viewer, frame):
        self.acknowledged.append(frame)
        viewer.mailbox.acknowledge(frame)
        self._answer(viewer, playing=False)

    def control(self, viewer, command):
        self.commands.append(command)
        self._answer(viewer, playing=command.type == "play")

    @staticmethod
    def _answer(viewer, *, playing):
        viewer.mailbox.post(messages.write(server_messages.State(playing=playing, stop=None, best=None)))

    def leave(self, viewer):
        if self.viewers[viewer.session] is viewer:
            self.viewers[viewer.session] = None

    def warming(self, done, total, what):
        self.warmed.append((done, total, what))

    def ready(self):
        self.is_ready = True

    def load(self):
        counts = self.counts()
        return Load(*counts.values(), frames=0, oldest_frame=0.0, waiting=0, hosts=0)

    def counts(self):
        watched = sum(viewer is not None for viewer in self.viewers.values())
        return {"sessions": len(self.viewers), "watched": watched, "playing": 0, "most_sessions": 200}

    async def sweep(self):
        await asyncio.Event().wait()

    async def close(self):
        self.closings += 1
        for viewer in filter(None, self.viewers.values()):
            viewer.mailbox.close("server_stops", "The server is stopping.")

    def let_go_of(self, owners):
        """There is nothing to let go of."""
