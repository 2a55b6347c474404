"""Lessons over HTTP: the list, one of them, answers judged by one's own run, and short addresses for the board."""

import json
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.lessons import words
from tests.lessons.make_golden_lesson import SAMPLES
from tests.web.conftest import live_session, really_running
from tests.web.fake_registry import Registry


def asked(client, address):
    """Where it leads: the path, and what its address asks for."""
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 307
    place = urlsplit(urljoin(address, answer.headers["location"]))
    return place.path, {name: values[-1] for name, values in parse_qs(place.query).items()}


@pytest.fixture(scope="module")
def class_room():
    """Plain HTTP of a server with lessons of the operator's own."""
    config = Config(lessons_folder=SAMPLES)
    app = create_app(config, Registry(config), lambda report: None)
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        yield client


def test_there_is_a_list_of_lessons_and_each_can_be_read(class_room):
    listed = class_room.get("/api/lessons").json()
    names = [lesson["name"] for lesson in listed["lessons"] if lesson["is_own"]]
    assert names == ["first-line", "two-lanes"] and listed["faults"] == []
    told = class_room.get("/api/lessons/first-line")
    assert told.json()["title"] == "A first line" and told.json()["next"] == "two-lanes"
    assert told.headers["cache-control"] == "no-cache"
    assert class_room.get("/api/lessons/nothing").status_code == 404


def test_a_short_address_sets_the_page_up_for_the_step(class_room):
    path, query = asked(class_room, "/first-line")
    assert path == "/" and query == {
        "dataset": "gauss", "hidden": "none", "speed": "step_20", "v": "2", "test": "1", "tab": "neuron",
        "lesson": "first-line",
    }  # fmt: skip
    _, query = asked(class_room, "/first-line/3")
    assert query["lesson"] == "first-line-3" and "speed" not in query
    _, second = asked(class_room, "/first-line/2/")
    assert second["speed"] == "step_20", "a step without a set-up begins with the one before it"


def test_what_a_teacher_adds_counts_more(class_room):
    _, query = asked(class_room, "/first-line?dataset=xor&hide=network,data")
    assert (query["dataset"], query["hide"], query["hidden"]) == ("xor", "network,data", "none")


def test_it_leads_to_the_page_below_any_path_that_a_proxy_may_take_away(class_room):
    """By an address that is relative to the one that was asked for."""
    for address in ("/first-line", "/first-line/", "/first-line/2", "/first-line/2/"):
        location = class_room.get(address, follow_redirects=False).headers["location"]
        assert urljoin(f"/a/b{address}", location)[:6] == "/a/b/?"


@pytest.mark.parametrize(
    "address",
    [
        "/first-line/x", "/First-line", "/first-lines", "/first-line/0", "/first-line/4", "/first-line/-1",
        "/first-line%0d%0aSet-Cookie:x=1", "/first-line/1/1", "/neuron/13", "/first-line/99999999999999999999",
    ],
)  # fmt: skip
def test_there_are_no_other_lessons(class_room, address):
    assert class_room.get(address, follow_redirects=False).status_code == 404


def test_an_address_cannot_lead_elsewhere(class_room):
    path, query = asked(class_room, "/first-line?lesson=%0d%0ax&x=//example.org")
    assert path == "/" and query["x"] == "//example.org"


@pytest.fixture(scope="module")
def school():
    """A running server with real sessions and these lessons."""
    with really_running(Config(lessons_folder=SAMPLES)) as server:
        yield server


def post(server, session, place, **body):
    address = f"http://127.0.0.1:{server.port}/api/sessions/{session}/lessons/{place}"
    return httpx.post(address, json=body)


def test_an_answer_is_judged_by_ones_own_run(school):
    with live_session(school, settings={"dataset": "gauss", "hidden": []}) as session:
        assert post(school, session, "first-line/1/1", answer=0).json()["state"] == "waiting"
        missed = post(school, session, "first-line/3/1", hint=1).json()
        assert missed["state"] in ("open", "reached") and missed["sentence"]


def test_what_cannot_be_answered_is_refused_in_a_sentence(school):
    with live_session(school, settings={"dataset": "gauss", "hidden": []}) as session:
        for place, body, text in (
            ("nothing-there/1/1", {}, words.NO_SUCH_LESSON),
            ("first-line/9/1", {}, words.NO_SUCH_STEP.format(count=3)),
            ("first-line/1/2", {}, words.NO_SUCH_PART),
            ("first-line/1/1", {"answer": 3}, words.NO_CHOICE.format(count=3)),
            ("first-line/2/2", {"answer": 3}, words.NO_CURVE.format(least=5, most=40)),
            ("first-line/1/1", {"answer": "x"}, None),
            ("first-line/1/1", {"hint": 3}, None),
            ("first-line/1/1", {"answers": 3}, None),
        ):
            answer = post(school, session, place, **body)
            assert answer.status_code == 422 and (text is None or answer.text == text)
    assert post(school, "nobody", "first-line/1/1", answer=0).status_code == 404


def test_the_list_is_json_that_a_page_can_read(school):
    text = httpx.get(f"http://127.0.0.1:{school.port}/api/lessons").text
    assert json.loads(text)["lessons"]
