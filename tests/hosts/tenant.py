"""What a host tells of a network, kept for a test to look at."""

import time

from glassbox.protocol.messages import View
from glassbox.run.inbox import Arrival, Question
from glassbox.session.mailbox import Mailbox
from tests.run.tools import read_frame, take_all
from tests.session.front import until


class Tenant:
    """A network at a host and the one page that watches it; reads every picture, and says so unless told not to."""

    def __init__(self, host, settings, name="a-network", reads=True):
        self.slices, self.has_failed, self.is_lost = [], False, False
        self.credit = Mailbox(time.monotonic)
        self._reads = reads
        self.frames = []
        self.network = host.begin(name, settings, self)

    def delivered(self, result):
        self.slices.append(result)
        if result.frame:
            _, number, frame = result.frame
            self.frames.append(read_frame(frame))
            self.credit.show(number, frame)
            take_all(self.credit)
            if self._reads:
                self.read(number)

    def read(self, number):
        """The page has drawn this frame."""
        self.credit.acknowledge(number)
        self.network.credited()

    def failed(self):
        self.has_failed = True

    def lost(self):
        self.is_lost = True

    def watch(self, owner=None):
        """A page comes that knows nothing yet."""
        self.network.put(Arrival(1, self.credit, View(), False, (), owner))
        return self

    async def ask(self, name, **arguments):
        """What the network answers."""
        question = Question(name, arguments)
        self.network.put(question)
        return await until(lambda: next((found for found in self._answers() if found[0] is question), None))

    async def moment(self, epoch):
        """The moment at which it stands, once it has trained so many epochs."""
        while True:
            _, moment = await self.ask("moment")
            if moment.epoch >= epoch:
                return moment

    async def frame(self, fits=lambda frame: True):
        """The first picture that fits, once there is one."""
        return await until(lambda: next((frame for frame in self.frames if fits(frame)), None))

    def messages(self):
        """The texts for its page so far."""
        return [text for result in self.slices for _, text in result.messages]

    def _answers(self):
        return (each for result in self.slices for each in result.answers)
