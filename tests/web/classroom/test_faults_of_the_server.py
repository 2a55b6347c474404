"""The server is killed in the middle of a lesson, and the class goes on; once the room has ended, nothing is left of it."""

import asyncio
import json
import signal
import struct
from contextlib import contextmanager, suppress
from hashlib import sha256

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect as open_socket

from tests.process import ServerProcess
from tests.web.classroom.people import Class

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


def kill(server):
    server.end(signal.SIGKILL)
    server.start()


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


NAME, QUESTION, OPTION, SENTENCE = "Zanzibara <b>x", "Does the quokka fall?", "Perhaps a wombat", "Look at the numbat"
GUESS = 0.12345678912345
MINE = "m" * 22  # the owner's id of the member's own browser


def test_after_a_room_has_ended_no_name_answer_or_token_is_in_any_file_or_log(server, folder):
    with Class(server.port) as room:
        desk = room.desk()
        desk.order("free_names", on=True)
        desk.until(lambda desk: desk.room["free_names"])
        token = room.join(name=NAME)
        phone = room.phone(token)
        asked = {"kind": "number", "text": QUESTION, "unit": OPTION}
        desk.order("ask", question=asked)
        phone.until(lambda phone: phone.room["question"])
        phone.say("answer", id="an-id-of-its-own", question=1, round=1, value=GUESS)
        phone.until(lambda phone: any(each["type"] == "answered" for each in phone.others))
        desk.order("pace", mode="eyes_up", text=SENTENCE)
        with a_run_of(server, phone.me["owner"]) as key:
            kept = room.post("keep", token=token, owner=MINE).json()["key"]
        kill(server)  # what it was told last is on the disk all the same
        phone, desk = room.phone(token), room.desk()
        secrets = [token, room.lead, room.projector, phone.me["owner"], key, NAME, QUESTION, OPTION, SENTENCE]
        digests = [sha256(secret.encode()).digest() for secret in (token, room.lead, phone.me["owner"])]
        traces = [*(secret.encode() for secret in (*secrets, "an-id-of-its-own")), *digests, struct.pack(">d", GUESS)]
        written = [trace for trace in traces if is_anywhere(trace, folder)]
        assert len(written) > len(traces) // 2, "what is looked for can be found while the room lives"
        desk.order("end")
        assert desk.farewell() == phone.farewell() == "ended"
        log = server.errors()
        assert not [trace for trace in traces if is_anywhere(trace, folder)]
        assert not [secret for secret in secrets if secret in log]
        kill(server)
        assert not [trace for trace in traces if is_anywhere(trace, folder)]
        assert room.post("join").status_code == 404
        assert kept in rows_of(server, MINE)  # but what a member kept is still there


def is_anywhere(trace, folder):
    return any(trace in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def rows_of(server, owner):
    """The keys of this owner's rows in the lab book."""
    with open_socket(server.socket_address, compression=None) as page:
        page.send(json.dumps({"type": "open", "owner": owner}))
        session = json.loads(page.recv(timeout=60))["session"]
        found = httpx.get(f"{server.address}/api/sessions/{session}/lab-book", timeout=60).json()
    return [row["key"] for row in found["rows"]]


@contextmanager
def a_run_of(server, owner):
    """The key of a run that a member's page has trained and that stands in the lab book."""
    with open_socket(server.socket_address, compression=None) as page:
        page.send(json.dumps({"type": "open", "owner": owner}))
        page.send(json.dumps({"type": "play"}))
        for item in page:
            message = json.loads(item) if isinstance(item, str) else {"type": "frame"}
            if message["type"] == "kept":
                yield message["key"]
                break
