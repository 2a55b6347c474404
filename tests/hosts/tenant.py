"""What a host tells of a network, kept for a test to look at."""

from types import SimpleNamespace

from glassbox.protocol.messages import View
from glassbox.run.inbox import Arrival, Question
from tests.run.tools import read_frame
from tests.session.front import until


class Tenant:
    """A network at a host and the one page that watches it; reads and acknowledges every picture."""

    def __init__(self, host, settings, name="a-network"):
        self.slices, self.has_failed, self.is_lost = [], False, False
        self.credit = SimpleNamespace(has_credit=True, is_closed=False, sent=-1)
        self.frames = []
        self.network = host.begin(name, settings, self)

    def delivered(self, result):
        self.slices.append(result)
        if result.frame:
            _, number, frame = result.frame
            self.frames.append(read_frame(frame))
            self.credit.sent = number
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

    async def frame(self, fits=lambda frame: True):
        """The first picture that fits, once there is one."""
        return await until(lambda: next((frame for frame in self.frames if fits(frame)), None))

    def messages(self):
        """The texts for its page so far."""
        return [text for result in self.slices for _, text in result.messages]

    def _answers(self):
        return (each for result in self.slices for each in result.answers)
