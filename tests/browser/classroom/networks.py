"""A member's own network without a page: taken from the one on show, set up and played by the doors that phones use."""

import json
from contextlib import contextmanager
from urllib.request import Request, urlopen

from websockets.sync.client import connect

PATIENCE = 45


@contextmanager
def own_network(server, code, token, **settings):
    """Of the member with this token, with these settings; it plays while `with` lasts."""
    body = json.dumps({"token": token}).encode()
    wish = Request(f"{server.address}/api/rooms/{code}/fork", body, {"Content-Type": "application/json"})
    with urlopen(wish) as answer:
        taken = json.load(answer)
    with connect(server.socket_address, max_size=None, max_queue=None) as socket:
        say = lambda kind, **fields: socket.send(json.dumps({"type": kind, **fields}))  # noqa: E731
        say("open", session=taken["session"], owner=taken["owner"])
        if settings:
            say("configure", changes=settings)
        say("play")
        yield
