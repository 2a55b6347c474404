"""A live session and plain HTTP beside it, for the tests of routes that ask about a network or change it."""

from contextlib import contextmanager

import httpx2 as httpx

from tests.web.live_page import LivePage

OWNER = "own_er-id-22-letters-x"


class Conversation:
    """One page with its network, and requests about it. Attributes: `page`, `http`."""

    def __init__(self, page, http):
        self.page = page
        self.http = http

    def get(self, what):
        return self.http.get(f"/api/sessions/{self.page.session}/{what}")

    def post(self, what, **kind):
        return self.http.post(f"/api/sessions/{self.page.session}/{what}", **kind)

    def train(self, epochs=3):
        """Train by hand; the frame it ends with."""
        for _ in range(epochs):
            frame = self.page.step("epoch")
        return frame


@contextmanager
def conversation(server, owner=OWNER, **settings):
    with (
        LivePage(server, owner=owner, **settings) as page,
        httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as http,
    ):
        yield Conversation(page.ready(), http)
