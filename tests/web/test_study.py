"""Questions about a live network over HTTP: answered from a frozen copy, refused in one sentence."""

import json

import httpx2 as httpx
import pytest
from websockets.sync.client import connect

from server.session import words


@pytest.fixture
def session(real_server):
    """The name of a live session, and its socket."""
    with connect(real_server.url) as socket:
        socket.send(json.dumps({"type": "open", "settings": {"hidden": [{"units": 3, "activation": None}]}}))
        name = None
        for text in socket:
            letter = json.loads(text) if isinstance(text, str) else {}
            name = name or letter.get("session")
            if letter.get("type") == "ready" or letter.get("ready") or isinstance(text, bytes):
                break
        yield name


@pytest.fixture
def http(real_server):
    with httpx.Client(base_url=f"http://127.0.0.1:{real_server.port}") as client:
        yield client


def test_the_weights_of_a_live_network(session, http):
    answer = http.get(f"/api/sessions/{session}/weights").json()
    first, last = answer["layers"]
    assert (first["count"], last["count"], len(answer["pairs"])) == (6, 3, 3)
    assert sum(first["counts"]) == 6 and first["l1"] == pytest.approx(sum(abs(w) for pair in answer["pairs"] for w in pair))


def test_an_unknown_session_is_refused_in_one_sentence(http):
    answer = http.get("/api/sessions/nobody/weights")
    assert (answer.status_code, answer.text) == (404, words.NO_SUCH_SESSION)
