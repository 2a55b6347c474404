"""The graph of a live network over HTTP: answered as JSON, refused in one sentence."""

import json

import httpx2 as httpx
import pytest
from websockets.sync.client import connect


@pytest.fixture
def ask(real_server):
    """Asks for the graph of a live session, or for what is under it."""
    with connect(real_server.url) as socket, httpx.Client(base_url=f"http://127.0.0.1:{real_server.port}") as client:
        socket.send(json.dumps({"type": "open", "settings": {"hidden": [{"units": 3, "activation": None}]}}))
        session = None
        for text in socket:
            session = session or (json.loads(text).get("session") if isinstance(text, str) else None)
            if isinstance(text, bytes):
                break
        yield lambda body, under="": client.post(f"/api/sessions/{session}/graph{under}", json=body)


def test_the_graph_of_a_live_network(ask):
    answer = ask({"sample": 2}).json()
    assert answer["samples"] == {"at": [2], "first": 0, "count": 1, "is_batch": False, "training": 250, "total": 500}
    assert [node["id"] for node in answer["nodes"] if node["kind"] != "parameter"] == [
        "x",
        "s1",
        "z1",
        "a1",
        "s2",
        "z2",
        "p",
        "t",
        "L",
    ]
    assert ask({}).json()["samples"]["count"] == 10


def test_a_moment_can_be_asked_about_again(ask):
    first = ask({"sample": 2}).json()
    again = ask({"sample": 3, "moment": first["moment"], "open": "a1", "start": "s1"}).json()
    assert (
        again["moment"] == first["moment"]
        and again["opened"]["id"] == "a1"
        and again["opened"]["jacobian"]["start"] == "s1"
    )
    assert ask({"moment": "long ago"}).json()["moment"] not in ("long ago", first["moment"])


def test_the_gradient_check(ask):
    answer = ask({"sample": 0}, "/check").json()
    assert answer["count"] == len(answer["rows"]) == 13 and answer["worst"] < 1e-5


def test_formulas_are_set_and_what_is_none_stays_plain(ask):
    first, second, third = ask({"texts": ["z⁽¹⁾ = s⁽¹⁾ + b⁽¹⁾", "<b>z</b>", "z & y"]}, "/formulas").json()["formulas"]
    assert first.startswith("<math") and "<msup>" in first
    assert "<b>" not in second  # its signs are set as signs
    assert third is None
    assert ask({"texts": ["z"] * 51}, "/formulas").status_code == 422


@pytest.mark.parametrize(
    "body, sentence",
    [
        ({"sample": 500}, "There is no sample 501; the data have samples 1 to 500."),
        ({"sample": -1}, "“sample”: expected 0 or more, but got -1."),
        ({"detail": "atoms"}, "“detail”: expected 'layer' or 'operation', but got the text “atoms”."),
        ({"place": [0, -1]}, "“place”: expected 0 or more, but got -1."),
        ({"samples": 1}, "There is no field “samples”; leave it out."),
    ],
)
def test_bad_wishes_are_refused_in_one_sentence(ask, body, sentence):
    answer = ask(body)
    assert (answer.status_code, answer.text) == (422, sentence)
