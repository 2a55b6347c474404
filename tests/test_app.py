"""The application as a whole: which doors it has, who stands before them, and what it opens and closes."""

import pytest
from starlette.testclient import TestClient

from glassbox import app
from glassbox.app import compile_kernels, create_app
from glassbox.config import Config
from glassbox.labbook.book import LabBook
from glassbox.web import words
from glassbox.web.behind_proxy import BehindProxy
from glassbox.web.headers import HEADERS, SafeHeaders
from glassbox.web.language import SpeakLanguage
from glassbox.web.origin_check import OriginCheck
from glassbox.web.request_queue import RequestQueue
from tests.web.conftest import compile_nothing
from tests.web.fake_registry import Registry


@pytest.fixture
def client():
    """Plain HTTP, before sessions that are none."""
    with TestClient(create_app(Config(), Registry(Config()), compile_nothing), base_url="http://localhost") as client:
        yield client


def test_there_are_no_pages_of_the_framework(client):
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(path).status_code == 404


def test_every_room_has_its_door(client):
    paths = ("/", "/api/status", "/api/thumbnails", "/api/explanations/neuron", "/static/main.js")
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_a_crowd_queues_before_its_requests_are_looked_at():
    kinds = [each.cls for each in create_app(Config(), warm_up=compile_nothing).user_middleware]
    assert kinds == [RequestQueue, SpeakLanguage, BehindProxy, SafeHeaders, OriginCheck]


def test_requests_by_a_foreign_name_stop_at_the_door_and_answers_have_safe_headers(client):
    foreign = client.get("/api/status", headers={"Host": "evil.example"})
    assert foreign.text == words.HOST_FOREIGN and foreign.is_client_error
    assert HEADERS.items() <= {name.title(): value for name, value in client.get("/api/status").headers.items()}.items()


def test_it_warms_up_when_it_begins_and_closes_everything_at_the_end(monkeypatch):
    ended = []

    async def close(book):
        ended.append("book")

    monkeypatch.setattr(LabBook, "close", close)
    registry = Registry(Config())
    with TestClient(create_app(Config(), registry, compile_nothing), base_url="http://localhost") as client:
        assert client.get("/api/status").status_code == 200
        assert ended == [] and registry.closings == 0
    assert ended == ["book"] and registry.closings == 1
    assert registry.warmed == [(1, 1, "nothing")]


def test_what_a_session_records_goes_into_the_book_by_its_owners_name(monkeypatch):
    recorded = []
    monkeypatch.setattr(LabBook, "record", lambda book, owner, record: recorded.append((owner, record)))
    registry = Registry(Config())
    create_app(Config(), registry, compile_nothing)
    registry.record("abcdefghijklmnopqrst-_", "a record")
    assert recorded == [(app.Owner.of("abcdefghijklmnopqrst-_"), "a record")]


def test_compiling_tells_how_far_it_is_and_leaves_nothing_for_the_garbage_collector(monkeypatch):
    frozen, told = [], []
    monkeypatch.setattr("glassbox.engine.warm_up.warm_up", lambda report: report(1, 1, "all"))
    monkeypatch.setattr(app.gc, "freeze", lambda: frozen.append(len(told)))
    compile_kernels(lambda *progress: told.append(progress))
    assert told == [(1, 1, "all")] and frozen == [1]
