"""Every HTTP answer has the safe headers, unless it says otherwise itself."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from glassbox.web.headers import HEADERS, SafeHeaders


async def greet(websocket):
    await websocket.accept()
    await websocket.send_text("hello")
    await websocket.close()


@pytest.fixture
def client():
    app = Starlette(
        routes=[
            Route("/plain", lambda request: PlainTextResponse("")),
            Route("/own", lambda request: PlainTextResponse("", headers={"Cache-Control": "immutable"})),
            WebSocketRoute("/ws", greet),
        ]
    )
    return TestClient(SafeHeaders(app))


@pytest.mark.parametrize("path", ["/plain", "/nowhere"])
def test_an_answer_gets_them(client, path):
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_what_an_answer_says_itself_counts(client):
    assert client.get("/own").headers["cache-control"] == "immutable"


def test_sockets_pass_untouched(client):
    with client.websocket_connect("/ws") as socket:
        assert socket.receive_text() == "hello"
