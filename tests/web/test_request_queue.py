"""A crowd is let in few by few, in order, and others have their turn between; who comes alone does not wait."""

import asyncio
from collections import Counter

import pytest

from glassbox.web.request_queue import AT_ONCE, RequestQueue


class Rounds:
    """Counts the rounds of the event loop, and notes in which one each request was handed on."""

    def __init__(self):
        self.now = 0
        self.begun = []

    async def count(self):
        while True:
            await asyncio.sleep(0)
            self.now += 1

    async def __call__(self, scope, receive, send):
        self.begun.append((scope["number"], self.now))


async def come_in(*kinds, leaving=()):
    """Requests of these kinds, together; those numbered in `leaving` give up at once."""
    rounds = Rounds()
    queue, counting = RequestQueue(rounds), asyncio.create_task(rounds.count())
    requests = [
        asyncio.create_task(queue({"type": kind, "number": number}, None, None)) for number, kind in enumerate(kinds)
    ]
    await asyncio.sleep(0)
    for number in leaving:
        requests[number].cancel()
    await asyncio.gather(*requests, return_exceptions=True)
    counting.cancel()
    return rounds.begun


def test_who_comes_alone_does_not_wait():
    assert asyncio.run(come_in("http")) == [(0, 0)]


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_crowd_comes_in_few_by_few_and_in_order(kind):
    begun = asyncio.run(come_in(*[kind] * 50))
    assert [number for number, _ in begun] == list(range(50))
    assert (
        max(Counter(turn for _, turn in begun).values()) <= 2 * AT_ONCE
    )  # the first round, and the one that it begins in


def test_who_gives_up_holds_up_nobody():
    begun = asyncio.run(come_in(*["http"] * 5, leaving=(2, 3)))
    assert [number for number, _ in begun] == [0, 1, 4]


def test_the_servers_own_beginning_and_end_do_not_wait():
    begun = asyncio.run(come_in("http", "lifespan", "lifespan"))
    assert {turn for _, turn in begun} == {0}
