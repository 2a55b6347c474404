"""Floods of uploads, of messages and of lines in the log: who sends too many is refused in one sentence,
others are not.
"""

import asyncio
import logging
from types import SimpleNamespace

import httpx2 as httpx
import pytest
from starlette.exceptions import HTTPException

from glassbox.config import Config
from glassbox.session.registry import Registry
from glassbox.web import rate_limit, words
from glassbox.web.rate_limit import LINES_IN_A_ROW, LimitedLog, RateLimit, TokenBucket
from tests.web.conftest import running

SLOW = 1e-9  # a second: none comes back during a test


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_burst_passes_and_more_does_not():
    bucket = TokenBucket(rate=10, burst=3, clock=Clock())
    assert [bucket.take() for _ in range(5)] == [True, True, True, False, False]


def test_it_fills_with_time_up_to_the_burst():
    clock = Clock()
    bucket = TokenBucket(rate=10, burst=4, clock=clock)
    while bucket.take():
        pass
    clock.now = 0.1
    assert not bucket.is_half_full()
    assert bucket.take() and not bucket.take()
    clock.now = 100
    assert bucket.is_half_full()
    assert sum(bucket.take() for _ in range(10)) == 4


def test_a_flood_of_lines_becomes_a_few_and_a_count(caplog):
    clock = Clock()
    log = LimitedLog(logging.getLogger("flood"), clock)
    for number in range(1000):
        log.note(f"line {number}")
    clock.now = 60
    log.note("later")
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == LINES_IN_A_ROW + 1
    assert lines[-1] == f"later ({1000 - LINES_IN_A_ROW} more such lines were left out)"


def passes(limit, host):
    try:
        asyncio.run(limit(SimpleNamespace(client=SimpleNamespace(host=host))))
    except HTTPException as error:
        assert error.status_code == 429 and int(error.headers["Retry-After"]) >= 1
        return False
    return True


def test_each_address_has_its_own_burst_and_gains_with_time():
    clock = Clock()
    limit = RateLimit(rate=2, burst=3, clock=clock)
    assert [passes(limit, "a") for _ in range(4)] == [True, True, True, False]
    assert passes(limit, "b")
    clock.now += 1
    assert [passes(limit, "a") for _ in range(3)] == [True, True, False]


def test_only_so_many_addresses_are_remembered(monkeypatch):
    monkeypatch.setattr(rate_limit, "MOST_CLIENTS", 2)
    limit = RateLimit(rate=SLOW, burst=1, clock=Clock())
    assert [passes(limit, host) for host in ("a", "b", "a", "c", "a", "b")] == [True, True, False, True, False, True]


@pytest.fixture
def http():
    limits = Config(
        most_files_a_second=SLOW, largest_burst_of_files=2, most_drawings_a_second=SLOW, largest_burst_of_drawings=3
    )  # fmt: skip
    with running(limits, Registry) as server, httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        yield client


def test_files_that_come_too_fast_are_refused_in_one_sentence(http):
    send = [lambda: http.post("/api/own/tables", content=b""), lambda: http.post("/api/own/tables/gone", json={})]
    assert all(act().status_code == 422 for act in send)
    for act in (*send, lambda: http.post("/api/sessions/any/network", content=b"{}")):
        answer = act()
        assert (answer.status_code, answer.text) == (429, words.TOO_MANY_UPLOADS)
    assert http.post("/api/own/points", json={}).status_code == 422, "drawings are counted apart"


def test_drawings_that_come_too_fast_are_refused_too(http):
    assert [http.post("/api/own/points", json={}).status_code for _ in range(4)] == [422, 422, 422, 429]


def test_reading_is_never_counted(http):
    assert {http.get("/api/sessions/nobody/data.csv").status_code for _ in range(10)} == {404}
