"""The doorkeeper lets in requests for this server from its own pages, and nothing else, whatever the route."""

import socket

import pytest
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import WebSocketDenialResponse

from glassbox.web import words

FOREIGN_ORIGINS = [
    ("https://localhost:8000", words.ORIGIN_FOREIGN),  # scheme
    ("http://evil.example", words.ORIGIN_FOREIGN),  # host
    ("http://127.0.0.1:8000", words.ORIGIN_FOREIGN),  # another name of the same machine is another origin
    ("http://localhost:8001", words.ORIGIN_FOREIGN),  # port
    ("http://localhost", words.ORIGIN_FOREIGN),
    ("null", words.ORIGIN_OPAQUE),
    ("http://localhost:8000.evil.example", words.ORIGIN_FOREIGN),
    ("http://localhost.evil.example:8000", words.ORIGIN_FOREIGN),
    ("http://evil-localhost:8000", words.ORIGIN_FOREIGN),
    ("http://localhost:80000", words.ORIGIN_FOREIGN),
    ("http://localhost:8000@evil.example", words.ORIGIN_FOREIGN),
    ("", words.ORIGIN_FOREIGN),
]
FOREIGN_HOSTS = [
    "evil.example",
    "localhost.evil.example",
    "evil-localhost:8000",
    "127.0.0.1.example",
    "box.example.org",
]


def connect(client, path="/ws", **headers):
    return client.websocket_connect(f"ws://localhost:8000{path}", headers=headers)


@pytest.mark.parametrize(("origin", "sentence"), FOREIGN_ORIGINS)
def test_foreign_origins_open_no_socket(client, origin, sentence):
    with pytest.raises(WebSocketDenialResponse) as refusal, connect(client, Origin=origin):
        pass
    assert (refusal.value.status_code, refusal.value.text) == (403, sentence)


@pytest.mark.parametrize(("origin", "sentence"), FOREIGN_ORIGINS)
def test_foreign_origins_change_nothing(client, origin, sentence):
    answer = client.post("/", headers={"Origin": origin})
    assert (answer.status_code, answer.text) == (403, sentence)


@pytest.mark.parametrize("headers", [{"Origin": "http://localhost:8000"}, {"Origin": "http://LOCALHOST:8000"}, {}])
def test_own_pages_and_programs_are_let_in(client, headers):
    with connect(client, **headers) as websocket:
        websocket.send_json({"type": "open"})
        assert websocket.receive_json()["type"] == "welcome"


def test_default_ports_are_filled_in(client):
    headers = {"Host": "localhost", "Origin": "http://localhost:80"}
    with connect(client, **headers):
        pass


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_foreign_hosts(client, host):
    assert client.get("/", headers={"Host": host}).text == words.HOST_FOREIGN
    with pytest.raises(WebSocketDenialResponse), connect(client, Host=host, Origin=f"http://{host}"):
        pass


@pytest.mark.parametrize("host", ["", "local host", "localhost:0", "user@localhost", "localhost/x"])
def test_malformed_hosts(client, host):
    answer = client.get("/", headers={"Host": host})
    assert (answer.status_code, answer.text) == (400, words.HOST_MALFORMED)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "[::1]:8000", "192.168.1.7", "LOCALHOST", "box.example"])
def test_own_hosts(client, host):
    assert client.get("/api/status", headers={"Host": host}).status_code == 200


def test_the_machine_may_be_called_by_its_name(client):
    name = socket.gethostname()
    assert client.get("/api/status", headers={"Host": name}).status_code == 200


def test_every_refusal_is_one_line(client, caplog):
    client.get("/", headers={"Host": "evil.example\tx"})
    assert len(caplog.records) == 1
    assert "evil.example·x" in caplog.records[0].getMessage()


def addresses(routes):
    """(method, path) of every route, those of included routers too; a kind of route nobody thought of is an error."""
    for route in routes:
        match route:
            case Mount():
                yield "GET", f"{route.path}/anything"
            case WebSocketRoute():
                yield "SOCKET", route.path.replace("{path:path}", "anything")
            case Route():
                yield from ((method, route.path) for method in sorted(route.methods))
            case _:
                yield from addresses(route.original_router.routes)


def test_no_route_goes_past_the_doorkeeper(client):
    """Whatever is added to the application later is covered by this walk."""
    walked = list(addresses(client.app.routes))
    assert ("SOCKET", "/ws") in walked and ("GET", "/") in walked and ("GET", "/static/anything") in walked
    for method, path in walked:
        if method == "SOCKET":
            with pytest.raises(WebSocketDenialResponse) as refusal, connect(client, path, Origin="http://evil.example"):
                pass
            assert refusal.value.text == words.ORIGIN_FOREIGN
        else:
            assert client.request(method, path, headers={"Host": "evil.example"}).status_code == 403
            assert client.request("POST", path, headers={"Origin": "http://evil.example"}).status_code == 403
