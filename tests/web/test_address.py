"""Host and Origin headers are read strictly: two addresses are the same only if all three parts are."""

import pytest

from glassbox.web.address import Place, is_address, read_host, read_origin


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("localhost:8000", Place("http", "localhost", 8000)),
        ("LocalHost", Place("http", "localhost", 80)),
        ("192.168.1.7:80", Place("http", "192.168.1.7", 80)),
        ("[::1]:8000", Place("http", "::1", 8000)),
        ("[0:0:0:0:0:0:0:1]", Place("http", "::1", 80)),
    ],
)
def test_hosts(header, place):
    assert read_host(header, "http") == place


@pytest.mark.parametrize(
    "header",
    ["", ":8000", "localhost:", "localhost:0", "localhost:65536", "localhost:80:80", "user@localhost", "local host",
     "localhost/x", "[::1", "[localhost]", "::1", "localhost:８０", "lo\ncalhost", "localhost:8000\n"],
)  # fmt: skip
def test_malformed_hosts(header):
    assert read_host(header, "http") is None


def test_origins():
    assert read_origin("http://localhost:8000") == Place("http", "localhost", 8000)
    assert read_origin("https://localhost") == Place("https", "localhost", 443)
    assert read_origin("http://localhost") == read_origin("http://LOCALHOST:80")


@pytest.mark.parametrize(
    "header",
    ["", "null", "localhost:8000", "file://", "ftp://localhost:8000", "http://", "http://localhost:8000/",
     "http://localhost:8000 http://evil.example", "http://localhost:8000@evil.example"],
)  # fmt: skip
def test_malformed_origins(header):
    assert read_origin(header) is None


def test_addresses():
    assert is_address("10.0.0.1") and is_address("::1") and is_address("[::1]")
    assert not is_address("localhost") and not is_address("127.1") and not is_address("10.0.0.1.example")
