"""Pages without a browser: plain WebSockets that say and hear what the tests want, also what no page would do."""

import json
import socket

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.sentences import read

PLAY = '{"type": "play"}'


def hear(page):
    """The next message that says more than that the server is there."""
    while (message := read(page.recv(timeout=60)))["type"] == "alive":
        pass
    return message


def knock(server):
    """A page that has connected, and said nothing yet."""
    return connect(server.url, compression=None).__enter__()


def enter(server, session=None):
    """A page that has opened a network, and its welcome."""
    page = knock(server)
    page.send(json.dumps({"type": "open", "session": session}))
    message = hear(page)
    assert message["type"] == "welcome"
    return page, message


def farewell(page):
    """The last message and the close code."""
    message = hear(page)
    with pytest.raises(ConnectionClosed):
        page.recv(timeout=60)
    return message, page.close_code


def cut(page):
    """Vanish without a word."""
    page.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    page.socket.close()


def silent_page(server):
    """A page that opens a network and then never reads again."""
    page = socket.create_connection(("127.0.0.1", server.port))
    page.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    page.sendall(
        b"GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    assert page.recv(1024).startswith(b"HTTP/1.1 101")
    text = b'{"type": "open"}'
    page.sendall(bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text)
    return page
