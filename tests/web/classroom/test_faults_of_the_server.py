"""The server is killed in the middle of a lesson, and the class goes on where it was."""

import asyncio
import json
import signal
from contextlib import suppress
from types import SimpleNamespace

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from tests.process import ServerProcess
from tests.web.classroom.people import Class, kill
from tests.web.live_page import LivePage

PHONES = 300
PACES = {
    "with_me": {},
    "own": {},
    "steps": {"lesson": "xor", "first": 2, "last": 4},
    "eyes_up": {"text": "Look at me", "trains": False},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def server(folder):
    with ServerProcess("--data-folder", str(folder)) as server:
        yield server


def test_killed_in_each_of_the_four_paces_the_class_goes_on_where_it_was(server):
    with Class(server.port) as room:
        token, desk = room.join(), room.desk()
        was = room.phone(token).me
        for mode, more in PACES.items():
            desk.order("pace", mode=mode, **more)
            desk.until(lambda desk, mode=mode: desk.room["pace"]["mode"] == mode)
            room.join()  # which is answered once it is on the disk, and all that was said before
            told = desk.room
            kill(server)
            phone, desk = room.phone(token), room.desk()
            assert phone.me["name"] == was["name"] and phone.me["owner"] == was["owner"]
            assert phone.room["pace"] == told["pace"] and phone.room["version"] > told["version"]
            assert desk.desk["leads"] and desk.desk["counter"] == 1
        assert room.join() != token  # and latecomers come in
        desk.order("pace", mode="own")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "own")


def test_a_members_own_network_goes_on_after_the_server_was_killed_and_the_teacher_shows_again(server):
    with Class(server.port) as room, LivePage(at(server)) as shown:
        desk, token = room.desk(), room.join()
        phone = room.phone(token)
        desk.order("show", session=shown.session)
        phone.until(lambda phone: phone.room["shown"])
        shown.look()
        forked = room.post("fork", token=token).json()
        phone.until(lambda phone: phone.me["session"] == forked["session"] and phone.me["source"] == "own")
        with LivePage(at(server), **forked) as own:
            own.send(type="play")
            kept = own.hear("kept")["key"]
            room.http.get(f"/api/sessions/{own.session}/lab-book")  # what was told to be kept is on the disk then
        kill(server)
        phone = room.phone(token)
        assert phone.me["source"] == "own" and not phone.room["shown"]
        with LivePage(at(server), **forked, kept=kept) as own, LivePage(at(server)) as shown:
            assert own.session != forked["session"]
            phone.until(lambda phone: phone.me["session"] == own.session)
            assert "its lab book has the run" in " ".join(own.welcome["notes"])
            desk = room.desk()
            desk.order("show", session=shown.session)
            phone.until(lambda phone: phone.room["shown"])


def at(server):
    """Where its pages have their sockets, in the words of `LivePage`."""
    return SimpleNamespace(url=server.socket_address)


class Phone:
    """One of many: answers, and sends again under the same id until it was acknowledged."""

    def __init__(self, number, token):
        self.number, self.token, self.is_acknowledged = number, token, False

    async def play(self, address, may_answer, acknowledged):
        """Until the answer was acknowledged, or the server is gone."""
        with suppress(OSError, ConnectionClosed):
            async with connect(address, compression=None) as socket:
                await socket.send(json.dumps({"type": "enter", "role": "member", "token": self.token}))
                while json.loads(await socket.recv())["type"] != "me":
                    pass
                await may_answer()
                sent = {"id": f"a{self.number}", "question": 1, "round": 1, "value": self.number % 2}
                await socket.send(json.dumps({"type": "answer", **sent}))
                while json.loads(await socket.recv())["type"] != "answered":
                    pass
                self.is_acknowledged = True
                acknowledged()


async def joined(port, code):
    """The tokens of so many members."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
        answers = await asyncio.gather(*(http.post(f"/api/rooms/{code}/join", json={}) for _ in range(PHONES)))
    return [answer.json()["token"] for answer in answers]


def test_of_three_hundred_answers_none_that_was_acknowledged_is_lost_and_none_counts_twice(server):
    async def at_once(phones, enough):
        """All answer at the same moment; the server is killed once so many are acknowledged."""
        ready, count = asyncio.Barrier(len(phones)), 0

        def acknowledged():
            nonlocal count
            count += 1
            if count == enough:
                server.process.send_signal(signal.SIGKILL)

        address = f"ws://127.0.0.1:{server.port}/ws/rooms/{room.code}"
        await asyncio.wait_for(asyncio.gather(*(each.play(address, ready.wait, acknowledged) for each in phones)), 120)

    with Class(server.port) as room:
        phones = [Phone(number, token) for number, token in enumerate(asyncio.run(joined(server.port, room.code)))]
        asked = {"kind": "choice", "text": "Does it fall?", "options": ["Yes", "No"]}
        desk = room.desk()
        desk.order("ask", question=asked)
        desk.until(lambda desk: desk.room["question"])
        asyncio.run(at_once(phones, enough=100))
        safe = {each.number for each in phones if each.is_acknowledged}
        kill(server)
        desk = room.desk()
        assert 100 <= len(safe) <= desk.room["question"]["answered"]
        asyncio.run(at_once(phones, enough=None))  # those that were acknowledged send once more, too
        desk.order("reveal", truth=None)
        desk.until(lambda desk: desk.room["question"]["phase"] == "shown")
        assert desk.room["question"]["answered"] == PHONES
        assert desk.room["question"]["clouds"][0]["counts"] == [PHONES // 2, PHONES // 2]
