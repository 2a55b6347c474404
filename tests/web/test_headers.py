"""Every HTTP answer has the safe headers, unless it says otherwise itself."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.web.headers import HEADERS, SafeHeaders
from tests.web.fake_registry import Registry


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


OF_THE_SERVER = {
    "a refusal at the door": ("/api/status", {"Host": "foreign.example"}, 403),
    "one without a host": ("/api/status", {"Host": ""}, 400),
    "what is not there": ("/nowhere", {}, 404),
    "a wrong method": ("/api/own/points", {}, 405),
    "a fault": ("/api/later/fault", {}, 500),
    "an answer": ("/api/status", {}, 200),
}


@pytest.mark.parametrize(("path", "headers", "status"), OF_THE_SERVER.values(), ids=OF_THE_SERVER)
def test_every_answer_of_the_server_has_them(whole, path, headers, status):
    answer = whole.get(path, headers=headers)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_so_has_a_refused_handshake(whole):
    with pytest.raises(WebSocketDenialResponse) as refused, whole.websocket_connect("/ws", headers={"Host": "foreign"}):
        pass
    assert {name: refused.value.headers[name] for name in HEADERS} == HEADERS


def test_the_page_and_its_files_say_themselves_what_they_may_do(whole):
    assert "script-src 'self'" in whole.get("/").headers["content-security-policy"]
    assert whole.get("/static/icon.svg").headers.get_list("content-security-policy") == [
        HEADERS["Content-Security-Policy"]
    ]


@pytest.fixture
def whole():
    config = Config()
    app = create_app(config, Registry(config), lambda report: None)
    app.add_api_route("/api/later/fault", lambda: 1 / 0)
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        yield client
