"""People of a class without a browser: desks, projectors and phones, as plain requests and WebSockets."""

import json
import signal
from contextlib import contextmanager

import httpx2 as httpx
from websockets.sync.client import connect

from tests.sentences import read

PATIENCE = 60.0  # seconds until something that never comes fails the test


class Page:
    """A page in a room. Attributes: `room`, `me`, `desk`: the newest of each that has come; `bye`, why it is over."""

    def __init__(self, port, code, role, token, **more):
        self.socket = connect(f"ws://127.0.0.1:{port}/ws/rooms/{code}", compression=None, max_size=None).__enter__()
        self.room = self.me = self.desk = self.bye = None
        self.others = []  # messages beside those
        self.say("enter", role=role, token=token, **more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def say(self, kind, **fields):
        self.socket.send(json.dumps({"type": kind, **fields}))

    def order(self, kind, **fields):
        """As the lead."""
        self.say(kind, counter=self.desk["counter"], **fields)

    def hear(self):
        """The next message that says more than that the server is there."""
        while True:
            item = self.socket.recv(timeout=PATIENCE)
            message = read(item) if isinstance(item, str) else {"type": "bytes", "bytes": item}
            if message["type"] != "alive":
                break
        if message["type"] in ("room", "me", "desk", "bye"):
            setattr(self, message["type"], message)
        else:
            self.others.append(message)
        return message

    def until(self, condition):
        """Hear on until the condition holds for this page; what it gave."""
        while not (value := condition(self)):
            self.hear()
        return value

    def refused(self):
        """The next refusal."""
        while (message := self.hear())["type"] != "refused":
            pass
        return message

    def farewell(self):
        """Why it was sent away."""
        while self.bye is None:
            self.hear()
        return self.bye["code"]


class Class:
    """A room of a running server."""

    def __init__(self, port, key=""):
        self.port = port
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}")
        answer = self.http.post("/api/rooms", json={"key": key} if key else {})
        assert answer.status_code == 201, answer.text
        self.code, self.lead, self.projector = answer.json().values()
        self.pages = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for page in self.pages:
            page.socket.close()
        self.http.close()

    def post(self, what, **body):
        return self.http.post(f"/api/rooms/{self.code}/{what}", json=body)

    def join(self, **body):
        """A new member's token."""
        answer = self.post("join", **body)
        assert answer.status_code == 201, answer.text
        return answer.json()["token"]

    def enter(self, role, token, **more):
        self.pages.append(Page(self.port, self.code, role, token, **more))
        return self.pages[-1]

    def desk(self, key=None):
        """A desk that knows how things stand."""
        page = self.enter("desk", key or self.lead)
        page.until(lambda desk: desk.room and desk.desk)
        return page

    def phone(self, token=None):
        """A member that knows how things stand."""
        page = self.enter("member", token or self.join())
        page.until(lambda phone: phone.room and phone.me)
        return page

    def screen(self):
        """The projector's page."""
        page = self.enter("projector", self.projector)
        page.until(lambda screen: screen.room)
        return page


@contextmanager
def lesson(server, phones=0):
    """A room with its desk, and so many phones."""
    with Class(server.port) as room:
        yield room, room.desk(), [room.phone() for _ in range(phones)]


def kill(server):
    """End a server process as a power cut would, and start it again."""
    server.end(signal.SIGKILL)
    server.start()
