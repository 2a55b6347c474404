"""Tests of the gate of a notebook's server, before an application that only says that it was reached."""

from urllib.parse import urljoin, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from glassbox.web import words
from glassbox.web.notebook_gate import NotebookGate

COOKIE = {"Cookie": "other=1; glassbox_8001=secret"}


async def page(request):
    return PlainTextResponse("inside", headers={"Content-Security-Policy": "default-src 'self'"})


async def live(socket):
    await socket.accept()
    await socket.send_text("inside")
    await socket.close()


@pytest.fixture
def client():
    app = Starlette(routes=[Route("/", page), WebSocketRoute("/ws", live)])
    with TestClient(NotebookGate(app, "secret", 8001, "http://localhost:*"), follow_redirects=False) as client:
        yield client


def test_the_token_becomes_a_cookie_and_leaves_the_address(client):
    answer = client.get("/?dataset=xor&token=secret&hidden=")
    assert (answer.status_code, answer.headers["location"]) == (303, "./?dataset=xor&hidden=")
    assert answer.headers["set-cookie"].startswith("glassbox_8001=secret; ")
    assert {"HttpOnly", "Secure", "SameSite=None", "Partitioned"} <= set(answer.headers["set-cookie"].split("; "))


def test_who_has_the_cookie_comes_in(client):
    assert client.get("/", headers=COOKIE).text == "inside"
    with client.websocket_connect("/ws", headers=COOKIE) as socket:
        assert socket.receive_text() == "inside"


@pytest.mark.parametrize("cookie", ["", "glassbox_8001=", "glassbox_8002=secret", "glassbox_8001=sécret", "=; ;;"])
def test_who_has_not_is_told_where_to_find_it(client, cookie):
    answer = client.get("/", headers={"Cookie": cookie.encode()})
    assert (answer.status_code, answer.text) == (403, words.TOKEN_MISSING)
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/ws", headers={"Cookie": cookie.encode()}):
        pass


def test_the_pages_own_policy_is_kept_and_the_frames_are_added(client):
    policy = client.get("/", headers=COOKIE).headers["content-security-policy"]
    assert policy == "default-src 'self'; frame-ancestors http://localhost:*"


@pytest.mark.parametrize(
    "query", ["token=", "token=guess", "token=secret&token=guess", "Token=secret", "x=token=secret"]
)
def test_another_token_is_none(client, query):
    assert client.get(f"/?{query}").status_code == 403


def test_an_address_cannot_lead_elsewhere(client):
    answer = client.get("//example.org/?token=secret&x=%0d%0aSet-Cookie:y=1")
    assert answer.headers["location"].endswith("./?x=%0D%0ASet-Cookie%3Ay%3D1")
    assert urlsplit(urljoin("http://here//example.org/", answer.headers["location"])).netloc == "here"
