"""What a proxy says of a request counts if the proxy is trusted, and only then."""

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from glassbox.config import Config
from glassbox.web.behind_proxy import BehindProxy, to_document

SAID = {"X-Forwarded-Prefix": "/box", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


async def page(request):
    return JSONResponse([request.scope["path"], request.url.scheme, request.client.host])


async def live(socket):
    await socket.accept()
    await socket.send_json([socket.scope["path"], socket.url.scheme, socket.client.host])
    await socket.close()


def asking(client, **choices):
    """Whoever asks from that address, of a server with such choices."""
    app = Starlette(routes=[Route("/{path:path}", page), WebSocketRoute("/{path:path}", live)])
    return TestClient(BehindProxy(app, Config(**choices)), client=(client, 50000))


@pytest.mark.parametrize(
    "proxy", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "172.20.0.3", "::ffff:172.20.0.3", "fd00::7"]
)
def test_a_trusted_proxy_says_who_asks_how_and_below_which_path(proxy):
    trusted = (*Config().trusted_proxies, "172.16.0.0/12", "fd00::/8")
    with asking(proxy, trusted_proxies=trusted) as client:
        assert client.get("/box/ws", headers=SAID).json() == ["/ws", "https", "203.0.113.9"]
        with client.websocket_connect("/box/ws", headers=SAID) as socket:
            assert socket.receive_json() == ["/ws", "wss", "203.0.113.9"]


@pytest.mark.parametrize("stranger", ["192.0.2.1", "172.32.0.1", "::ffff:192.0.2.1", "2001:db8::1", "nobody"])
def test_nobody_else_does(stranger):
    with asking(stranger) as client:
        assert client.get("/box/ws", headers=SAID).json() == ["/box/ws", "http", stranger]
        with client.websocket_connect("/box/ws", headers=SAID) as socket:
            assert socket.receive_json() == ["/box/ws", "ws", stranger]


@pytest.mark.parametrize("said", ["/box, /other", "/../x", "//box", "/static", "", "/b%6fx"])
def test_a_path_that_is_none_is_not_taken_away(said):
    with asking("127.0.0.1") as client:
        assert client.get("/static/x", headers={"X-Forwarded-Prefix": said}).json()[0] == "/static/x"


def test_two_paths_are_none():
    with asking("127.0.0.1") as client:
        twice = [("X-Forwarded-Prefix", "/box"), ("X-Forwarded-Prefix", "/box")]
        assert client.get("/box/x", headers=twice).json()[0] == "/box/x"


@pytest.mark.parametrize("path", ["/box/ws", "/ws"])
def test_the_operators_path_is_taken_away_whether_the_proxy_has_done_so_or_not(path):
    with asking("192.0.2.1", root_path="/box") as client:
        assert client.get(path).json()[0] == "/ws"


def test_one_proxy_behind_another_may_add_a_path_each():
    with asking("127.0.0.1", root_path="/inner") as client:
        assert client.get("/outer/inner/ws", headers={"X-Forwarded-Prefix": "/outer"}).json()[0] == "/ws"


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [("/", "", "./"), ("/neuron", "", "./"), ("/neuron/", "a=1", "../?a=1"), ("/a/b/c", "a=1", "../../?a=1")],
)
def test_the_page_is_found_from_everywhere(path, query, expected):
    assert to_document(path, query) == expected
