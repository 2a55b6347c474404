"""A class behind nginx and Caddy, set up as the README says: a room is opened, joined, followed, answered and ended."""

import json
import re
import urllib.request
from contextlib import ExitStack
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.browser import proxies
from tests.browser.classroom.desk import Desk
from tests.browser.classroom.student import Student
from tests.browser.playground import PATIENCE, PHONE
from tests.process import ServerProcess

KEY = "a key for teachers of this site"
WHOLE, FRAME = 1, 2


@pytest.fixture(scope="module")
def behind():
    """A hosted server, which gives teachers a key: through a proxy nobody is on its own machine."""
    with ServerProcess("--root-path", proxies.PATH, "--rooms", "key", GLASSBOX_ROOM_KEY=KEY) as server:
        yield server
        assert "Traceback" not in server.errors()


class Site:
    """What pages of a site ask, by addresses relative to it and saying where they are from."""

    def __init__(self, address, stack):
        self.address = address
        self._stack = stack
        self._origin = re.match(r"\w+://[^/]+", address)[0]
        self._secure = proxies.trusting() if address.startswith("https") else None

    def ask(self, path, **body):
        """An answer's JSON."""
        headers = {"Content-Type": "application/json", "Origin": self._origin}
        wish = urllib.request.Request(urljoin(self.address, path), json.dumps(body).encode(), headers)
        with urllib.request.urlopen(wish, context=self._secure) as answer:
            return json.load(answer)

    def socket(self, path, **first):
        """Open, with its first message sent."""
        address = urljoin(self.address, path).replace("http", "ws", 1)
        tls = {"ssl": self._secure} if self._secure else {}
        opened = connect(address, origin=self._origin, max_size=None, max_queue=None, **tls)
        return Line(self._stack.enter_context(opened), first)


class Line:
    """One end of a socket. Attribute: `counter`, of the lead's lease, where it leads."""

    def __init__(self, socket, first):
        self._socket = socket
        self.counter = None
        self._send(first)

    def say(self, kind, **fields):
        self._send({"type": kind, **fields} | ({} if self.counter is None else {"counter": self.counter}))

    def hears(self, kind):
        """The next message of a kind; all others are passed over."""
        while True:
            told = self._socket.recv(timeout=PATIENCE)
            if isinstance(told, str) and (message := json.loads(told))["type"] == kind:
                return message

    def sees(self):
        """The next picture's bytes."""
        while isinstance(told := self._socket.recv(timeout=PATIENCE), str):
            pass
        return told

    def is_closed(self):
        """Once the server has closed it, and not the proxy."""
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                self._socket.recv(timeout=PATIENCE)
        return closed.value.rcvd is not None

    def _send(self, message):
        self._socket.send(json.dumps(message))


@pytest.mark.parametrize("name", ["root", "below"])
@pytest.mark.parametrize("proxy", ["nginx", "caddy"])
def test_a_class_meets_through_every_proxy(proxy, name, request):
    with ExitStack() as stack:
        site = Site(request.getfixturevalue(proxy)[name], stack)
        network = site.socket("ws", type="open")
        session = network.hears("welcome")["session"]
        room = site.ask("api/rooms", key=KEY)
        at = f"ws/rooms/{room['code']}"
        desk = site.socket(at, type="enter", role="desk", token=room["lead"])
        desk.counter = desk.hears("desk")["counter"]
        desk.say("show", session=session)
        tokens = [site.ask(f"api/rooms/{room['code']}/join")["token"] for _ in range(2)]
        members = [site.socket(at, type="enter", role="member", token=token) for token in tokens]
        network.say("play")
        for member in members:
            assert member.sees()[0] == WHOLE
            assert [member.sees()[0] for _ in range(5)] == [FRAME] * 5  # they come as it trains, not at the end
        desk.say("ask", question={"kind": "choice", "text": "Which?", "options": ["This", "That"]})
        for member in members:
            question = member.hears("room")["question"]
            while question is None:
                question = member.hears("room")["question"]
            member.say("answer", id="1", question=question["number"], round=1, value=1)
            assert member.hears("answered")["id"] == "1"
        desk.say("end")
        for line in (desk, *members):
            assert line.hears("bye")["code"] == "ended"
            assert line.is_closed()


def test_below_a_path_with_tls_in_front_a_phone_comes_by_its_address_and_sees_the_network(nginx, visit):
    below = nginx["below"]
    desk = Desk(visit(below.rstrip("/"), ignore_https_errors=True))
    desk.go_to_class()
    desk.page.get_by_label("Teacher’s key").fill(KEY)
    desk.page.get_by_role("button", name="Open a room").click()
    address = f"{below}{desk.is_open().code}"
    expect(desk.page.get_by_text(f"can join, at {address}:")).to_be_visible()  # the test's site is of this machine
    desk.to_desk()
    student = Student(visit(below.rstrip("/"), ignore_https_errors=True, viewport=PHONE, has_touch=True), desk.code)
    student.enter()
    student.says("You look at the teacher’s network.")
    desk.tab.step("epoch")
    expect(student.tab.reading("epoch")).to_have_text("1")
    student.button("Take it from here").click()
    student.says("This is your own network")
    student.button("Play").click()
    student.tab.wait_for_steps(5)
    desk.unfold("The room")
    student.tab.expect_complaints("404")  # of a question about its network, which is gone with the room
    desk.end()
    expect(student.door("The room has ended")).to_be_visible()
