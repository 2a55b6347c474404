"""Members of a room who are no browsers: they join, are there and answer, by the same doors as phones."""

import json
import threading
from contextlib import contextmanager
from queue import Queue
from urllib.request import Request, urlopen

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.sentences import read

PATIENCE = 45.0  # seconds


def join(server, code):
    """A new member's token."""
    address = f"{server.address}/api/rooms/{code}/join"
    wish = Request(address, b"{}", {"Content-Type": "application/json"})
    with urlopen(wish) as answer:
        return json.load(answer)["token"]


@contextmanager
def present(server, code, token):
    """The member, while it is there."""
    with connect(f"{server.socket_address}/rooms/{code}") as socket:
        member = Member(socket)
        member.say("enter", role="member", token=token)
        yield member


class Member:
    """A member's end of its socket: it reads all that comes, as a phone does."""

    def __init__(self, socket):
        self._socket = socket
        self._answers = 0
        self._heard = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def say(self, kind, **fields):
        """One message to the room."""
        self._socket.send(json.dumps({"type": kind, **fields}))

    def answer(self, question, round, value):  # noqa: A002 - as on the wire
        """Until it is acknowledged."""
        self._answers += 1
        self.say("answer", id=str(self._answers), question=question, round=round, value=value)
        self.hears("answered")

    def is_shown_a_network(self):
        """Until there is one that it could take."""
        while not self.hears("room")["shown"]:
            pass

    def hears(self, kind):
        """The next message of a kind."""
        while True:
            message = self._heard.get(timeout=PATIENCE)
            assert message["type"] != "refused", message
            if message["type"] == kind:
                return message

    def _read(self):
        try:
            for told in self._socket:
                if isinstance(told, str):
                    self._heard.put(read(told))
        except ConnectionClosed:
            pass
