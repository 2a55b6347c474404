"""Paths that climb out of the static folder find nothing, in one sentence, however they are spelt."""

import socket

import pytest

from glassbox.web import words

CLIMBING = [
    b"/static/../server/config.py",
    b"/static/../../etc/passwd",
    b"/static/%2e%2e/server/config.py",
    b"/static/%2e%2e%2fserver%2fconfig.py",
    b"/static/..%5cserver%5cconfig.py",
    b"/static/%252e%252e/server/config.py",
    b"/static//etc/passwd",
    b"/static/%2fetc%2fpasswd",
    b"/static/./../server/config.py",
    b"/static/css/../../server/config.py",
    b"/../server/config.py",
    b"/static/main.js%00.css",
    b"/static/%ff%fe",
    b"/static/" + b"a" * 5000,
    b"/static",
    b"/static/",
    b"/static/css",
]


def fetch(port, path):
    """One request exactly as written: clients tidy paths up before they send them."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


@pytest.mark.parametrize("path", CLIMBING, ids=lambda path: path[:40].decode())
def test_climbing(shared_server, path):
    assert fetch(shared_server.port, path) == (404, words.NO_SUCH_PAGE)


def test_the_folder_itself_is_there(shared_server):
    assert fetch(shared_server.port, b"/static/main.js")[0] == 200
