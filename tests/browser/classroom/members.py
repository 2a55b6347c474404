"""Members of a room who are no browsers: they join, and are there, over the same doors as phones."""

import json
from contextlib import contextmanager
from urllib.request import Request, urlopen

from websockets.sync.client import connect


def join(server, code):
    """A new member's token."""
    address = f"{server.address}/api/rooms/{code}/join"
    wish = Request(address, b"{}", {"Content-Type": "application/json"})
    with urlopen(wish) as answer:
        return json.load(answer)["token"]


@contextmanager
def present(server, code, token):
    """The member's socket, while it is there."""
    with connect(f"{server.socket_address}/rooms/{code}") as socket:
        socket.send(json.dumps({"type": "enter", "role": "member", "token": token}))
        yield socket
