"""The check lets in requests for this server from its own pages, and nothing else, whatever the route."""

import socket

import pytest
from starlette.testclient import WebSocketDenialResponse

from glassbox.web import words
from glassbox.web.origin_check import Origin, is_address, read_host, read_origin
from tests.web.routes import addresses

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


def test_no_route_goes_past_the_check(client):
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


# ---- reading the headers


@pytest.mark.parametrize(
    ("header", "origin"),
    [
        ("localhost:8000", Origin("http", "localhost", 8000)),
        ("LocalHost", Origin("http", "localhost", 80)),
        ("192.168.1.7:80", Origin("http", "192.168.1.7", 80)),
        ("[::1]:8000", Origin("http", "::1", 8000)),
        ("[0:0:0:0:0:0:0:1]", Origin("http", "::1", 80)),
    ],
)
def test_hosts_are_read(header, origin):
    assert read_host(header, "http") == origin


@pytest.mark.parametrize(
    "header",
    ["", ":8000", "localhost:", "localhost:0", "localhost:65536", "localhost:80:80", "user@localhost", "local host",
     "localhost/x", "[::1", "[localhost]", "::1", "localhost:８０", "lo\ncalhost", "localhost:8000\n"],
)  # fmt: skip
def test_what_is_no_host_is_not_read(header):
    assert read_host(header, "http") is None


def test_two_origins_are_the_same_only_if_all_three_parts_are():
    assert read_origin("http://localhost:8000") == Origin("http", "localhost", 8000)
    assert read_origin("https://localhost") == Origin("https", "localhost", 443)
    assert read_origin("http://localhost") == read_origin("http://LOCALHOST:80")


@pytest.mark.parametrize(
    "header",
    ["", "null", "localhost:8000", "file://", "ftp://localhost:8000", "http://", "http://localhost:8000/",
     "http://localhost:8000 http://evil.example", "http://localhost:8000@evil.example"],
)  # fmt: skip
def test_what_is_no_origin_is_not_read(header):
    assert read_origin(header) is None


def test_addresses_are_told_from_names():
    assert is_address("10.0.0.1") and is_address("::1") and is_address("[::1]")
    assert not is_address("localhost") and not is_address("127.1") and not is_address("10.0.0.1.example")
