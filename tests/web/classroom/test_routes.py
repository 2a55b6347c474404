"""A room is opened and joined by plain requests, and nobody learns more than it needs."""

import pytest
from starlette.testclient import TestClient

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.web.classroom import misses
from tests.web.fake_registry import Registry


@pytest.fixture
def here():
    """The browser on the server's own machine."""
    config = Config(data_folder=None, most_rooms=2, most_members=3)
    app = create_app(config, Registry(config), lambda report: None, for_class="http://192.0.2.7:8000")
    with TestClient(app, base_url="http://localhost:8000", client=("127.0.0.1", 5000)) as client:
        yield client


def elsewhere(client):
    """Another browser, before the same server."""
    return TestClient(client.app, base_url="http://192.0.2.7:8000", client=("192.0.2.9", 5000))


def test_a_room_is_opened_here_and_joined_from_elsewhere(here):
    opened = here.post("/api/rooms")
    assert opened.status_code == 201 and set(opened.json()) == {"code", "lead", "projector"}
    code = opened.json()["code"]
    phone = elsewhere(here)
    assert phone.post("/api/rooms").json() == {"id": "not_opened_here", "values": {}}
    answer = phone.post(f"/api/rooms/{code.upper()}/join")
    assert answer.status_code == 201 and set(answer.json()) == {"token"}


def test_the_browser_is_told_whether_it_may_open_a_room_and_by_which_address_others_come(here):
    told = {"opens": "here", "addresses": ["http://192.0.2.7:8000"], "is_reachable": True, "wifi": False}
    told |= {"listens_for_others": False}
    assert here.get("/api/class").json() == told
    assert elsewhere(here).get("/api/class").json() == told | {"opens": "no"}


def test_a_machine_on_no_network_is_told_apart_from_a_server_that_listens_to_itself():
    config = Config(data_folder=None, host="0.0.0.0")
    app = create_app(config, Registry(config), lambda report: None, for_class=None)
    with TestClient(app, base_url="http://localhost:8000", client=("127.0.0.1", 5000)) as client:
        told = client.get("/api/class").json()
    assert not told["is_reachable"] and told["listens_for_others"] and told["addresses"] == []


def test_rooms_and_members_are_only_so_many(here):
    codes = [here.post("/api/rooms").json()["code"] for _ in range(2)]
    full = here.post("/api/rooms")
    assert (full.status_code, full.json()) == (409, {"id": "too_many_rooms", "values": {"most": 2}})
    assert [here.post(f"/api/rooms/{codes[0]}/join").status_code for _ in range(4)] == [201, 201, 201, 409]
    assert here.post(f"/api/rooms/{codes[1]}/join").status_code == 201


def test_a_wrong_secret_is_refused_alike_whether_there_is_such_a_room_or_not(here):
    code = here.post("/api/rooms").json()["code"]
    other = "cccc" if code != "cccc" else "dddd"
    answers = [here.post(f"/api/rooms/{room}/lead", json={"secret": "x" * 22}) for room in (code, other, "nonsense")]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (403, '{"id":"hand_over_is_over","values":{}}')
    }


@pytest.fixture
def never_forgiven(monkeypatch):
    monkeypatch.setattr(misses, "A_SECOND", 1e-6)  # however long a test takes


def test_whoever_guesses_codes_is_soon_not_looked_at_any_more(never_forgiven, here):
    code = here.post("/api/rooms").json()["code"]
    guesser, phone = elsewhere(here), TestClient(here.app, base_url="http://192.0.2.7:8000", client=("192.0.2.8", 1))
    other = "cccc" if code != "cccc" else "dddd"
    answers = [guesser.post(f"/api/rooms/{other}/join").status_code for _ in range(130)]
    assert answers[:120] == [404] * 120 and answers[-1] == 429
    assert guesser.post(f"/api/rooms/{code}/join").json()["id"] == "too_many_misses"  # no oracle: right ones, too
    assert phone.post(f"/api/rooms/{code}/join").status_code == 201


def test_where_a_key_is_asked_for_it_opens_rooms_from_anywhere():
    config = Config(data_folder=None, rooms="key", room_key="a long key")
    with TestClient(
        create_app(config, Registry(config), lambda report: None), base_url="http://192.0.2.7:8000"
    ) as client:
        assert client.get("/api/class").json()["opens"] == "key"
        wrong = client.post("/api/rooms", json={"key": "another"})
        assert (wrong.status_code, wrong.json()["id"]) == (403, "wrong_room_key")
        assert client.post("/api/rooms", json={"key": "a long key"}).status_code == 201


def test_a_foreign_page_opens_and_joins_nothing(here):
    code = here.post("/api/rooms").json()["code"]
    for path in ("/api/rooms", f"/api/rooms/{code}/join", f"/api/rooms/{code}/lead"):
        assert here.post(path, headers={"Origin": "http://evil.example"}).status_code == 403
