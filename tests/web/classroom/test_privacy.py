"""What /privacy says is so: once a room has ended, nothing of anybody is in any file or log, and no address ever was."""

import json
import struct
from contextlib import contextmanager
from hashlib import sha256

import httpx2 as httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect as open_socket

from tests.process import ServerProcess
from tests.web.classroom.people import Class, kill
from tests.web.conftest import until

NAME, QUESTION, OPTION, SENTENCE = "Zanzibara <b>x", "Does the quokka fall?", "Perhaps a wombat", "Look at the numbat"
GUESS = 0.12345678912345
MINE = "m" * 22  # the owner's id of the member's own browser


@pytest.fixture
def server(tmp_path):
    with ServerProcess("--data-folder", str(tmp_path)) as server:
        yield server


def test_after_a_room_has_ended_no_name_answer_or_token_is_in_any_file_or_log(server, tmp_path):
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
        written = [trace for trace in traces if is_anywhere(trace, tmp_path)]
        assert len(written) > len(traces) // 2, "what is looked for can be found while the room lives"
        desk.order("end")
        assert desk.farewell() == phone.farewell() == "ended"
        until(lambda: not any(is_anywhere(trace, tmp_path) for trace in traces))  # the pages wait 2 s for it at most
        refused_on_the_way(server)
        log = server.errors()
        assert not [secret for secret in secrets if secret in log]
        assert log.count("Refused") == 2 and "127.0.0.1" not in log.replace(f"host {server.address[7:]}", "")
        kill(server)
        assert not [trace for trace in traces if is_anywhere(trace, tmp_path)]
        assert room.post("join").status_code == 404
        assert kept in rows_of(server, MINE)  # but what a member kept is still there


def refused_on_the_way(server):
    """What is noted in the log: a message that makes no sense, and a page from elsewhere."""
    with open_socket(server.socket_address, compression=None) as page:
        page.send("nonsense")
        page.recv(timeout=60)
    with pytest.raises(InvalidStatus), open_socket(server.socket_address, origin="http://evil.example"):
        pass


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
