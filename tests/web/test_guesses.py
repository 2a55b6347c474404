"""Names that are not there: so many questions are answered at once, then fewer; those whose names are right never wait."""

import asyncio
import time

import httpx2 as httpx
import pytest

from glassbox.config import Config
from glassbox.session.registry import Registry
from glassbox.web import guesses, words
from glassbox.web.guesses import A_SECOND, AT_ONCE, LONGEST, Guesses
from tests.run.tools import Clock
from tests.web.conftest import running


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def waited():
    """How many seconds each answer waited that did."""
    return []


@pytest.fixture
def guess(clock, waited):
    """Asks for what is not there, so many times from an address; how many of the answers waited."""

    async def sleep(seconds):
        waited.append(seconds)

    kept = Guesses(clock, sleep)

    def guess(client, times):
        before = len(waited)
        for _ in range(times):
            asyncio.run(kept.wrong(client))
        return len(waited) - before

    return guess


def test_a_class_that_comes_back_does_not_wait(guess):
    assert guess("a", AT_ONCE) == 0


def test_whoever_goes_on_waits_longer_and_longer_up_to_a_bound(guess, waited):
    assert guess("a", AT_ONCE + 100) == 100
    assert waited[:2] == pytest.approx([1 / A_SECOND, 2 / A_SECOND])
    assert waited == sorted(waited) and max(waited) == LONGEST


def test_addresses_are_told_apart(guess):
    assert guess("a", AT_ONCE + 10) == 10
    assert guess("b", AT_ONCE) == 0


def test_with_time_all_is_forgiven(guess, clock):
    guess("a", 2 * AT_ONCE)
    clock.advance(LONGEST + AT_ONCE / A_SECOND)
    assert guess("a", AT_ONCE) == 0


def test_the_server_slows_guesses_down(monkeypatch):
    monkeypatch.setattr(guesses, "AT_ONCE", 4)
    monkeypatch.setattr(guesses, "A_SECOND", 1e-6)
    monkeypatch.setattr(guesses, "LONGEST", 0.5)
    with running(Config(), Registry) as server, httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        guessed = [
            lambda: client.get("/api/sessions/guess/weights"),
            lambda: client.post("/api/sessions/guess/shared/ABCDEFGHJK"),
        ]
        answers = [ask() for ask in guessed * 2]
        assert [answer.status_code for answer in answers] == [404, 422] * 2
        assert answers[1].text == words.NO_SUCH_SHARE
        for ask in guessed:
            began = time.monotonic()
            ask()
            assert time.monotonic() - began >= 0.45
        assert client.get("/api/status").status_code == 200
