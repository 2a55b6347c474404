"""What the tests of the room of runs share: clocks, runs, workers, commands as the page sends them."""

import json

import msgspec

from glassbox.protocol import messages
from glassbox.protocol.messages import View
from glassbox.run.commands import obey
from glassbox.run.inbox import Arrival, Inbox
from glassbox.run.run import Run
from glassbox.run.worker import Worker
from glassbox.session.mailbox import Mailbox
from glassbox.session.viewer import Viewer
from glassbox.settings import Settings
from tests.sentences import english, read

MOST_PARAMETERS = 200_000
SLICE = 0.008
DRAWN_SEED = 777


def read_frame(raw):
    """Plain data, as a page has it."""
    return english(msgspec.msgpack.decode(raw))


class Clock:
    """Stands still until told otherwise; or ticks on by a little each time it is read."""

    def __init__(self, tick=0.0):
        self.now = 1000.0
        self.tick = tick

    def __call__(self):
        self.now += self.tick
        return self.now

    def advance(self, seconds):
        self.now += seconds


def say(kind, **fields):
    """A command, read as the server reads it."""
    return messages.read(json.dumps({"type": kind, **fields}), 65536)


def run_of(most_parameters=MOST_PARAMETERS, **settings):
    return Run(Settings().changed(settings), most_parameters, lambda: DRAWN_SEED)


def tell(run, kind, **fields):
    """Obey one command, and the messages it brings."""
    return obey(run, say(kind, **fields))


def configure(run, **changes):
    return tell(run, "configure", changes=changes)


def weights(run, layer):
    """A copy of those into a layer [units, sources]."""
    trainer = run.trainer
    return trainer.recipe.architecture.layout.matrix(trainer.parameters, layer).copy()


def train_epochs(run, epochs):
    for _ in range(epochs):
        tell(run, "step", unit="epoch")
        while run.is_owing:
            run.train(1.0, Clock())


def bytes_of(run):
    """Everything that decides how a run goes on, as bytes."""
    return b"".join(part.tobytes() for part in run.trainer.state())


def take_all(mailbox):
    """Everything that waits to be sent; at last None if the box is closed."""
    taken = []
    while not mailbox.is_empty and (not taken or taken[-1] is not None):
        taken.append(take(mailbox))
    return taken


def take(mailbox):
    """What is there already, without an event loop."""
    try:
        mailbox.take().send(None)
    except StopIteration as taken:
        return taken.value
    raise AssertionError("nothing waits in the mailbox")


class Desk:
    """A worker with one page before it, on a clock that the test moves."""

    def __init__(self, clock=None, view=None, **settings):
        self.clock = clock or Clock()
        self.run = run_of(**settings)
        self.worker = Worker("a-session", self.run, self.clock)
        self.inbox = Inbox()
        self.result = None
        self.viewer = None
        self.viewers = {}
        self.arrive(view or View())

    def arrive(self, view=None, resumed=False):
        """A page comes to watch."""
        number = self.viewer.number + 1 if self.viewer else 1
        self.viewer = Viewer("a-session", number, Mailbox(self.clock))
        self.viewers[number] = self.viewer
        self.inbox.append(Arrival(number, self.viewer.mailbox, view or View(), resumed, ()))

    def work(self, *commands, send=True, read=True):
        """One slice; its frame as a dictionary, or None. The page takes and acknowledges it, unless told not to."""
        self.inbox.extend(commands)
        self.result = self.worker.work(self.inbox, SLICE)
        if self.result.frame is None:
            return None
        viewer, number, frame = self.result.frame
        mailbox = self.viewers[viewer].mailbox
        mailbox.show(number, frame)
        if send:
            take(mailbox)
        if send and read:
            mailbox.acknowledge(number)
        return read_frame(frame)

    def messages(self):
        """What the last slice told the page."""
        return [read(text) for _, text in self.result.messages]

    def watch(self, seconds):
        """The frames of so long, worked on whenever the results ask for it."""
        frames, end = [], self.clock.now + seconds
        while self.clock.now < end:
            frame = self.work()
            frames += [frame] if frame else []
            again = self.result.again
            self.clock.now = min(max(self.clock.now, end if again is None else again), end)
        return frames


def whole(x):
    """Of the epochs at which there are points, those at an epoch's end."""
    return [each for each in x if each == int(each)]
