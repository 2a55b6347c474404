"""Tests that answers are judged by the session's run, by the lane beside it, and by its owner's experiment."""

import json

import httpx2 as httpx
import pytest
from websockets.sync.client import connect

from glassbox.config import Config
from glassbox.lessons import words
from tests.lessons.make_golden_lesson import SAMPLES
from tests.sentences import read
from tests.web.conftest import live_session, really_running


@pytest.fixture(scope="module")
def school():
    with really_running(Config(lessons_folder=SAMPLES)) as server:
        yield server


def judged(server, session, place, **body):
    return httpx.post(f"http://127.0.0.1:{server.port}/api/sessions/{session}/lessons/{place}", json=body)


def test_the_lane_beside_is_known_once_there_is_one(school):
    with connect(school.url) as socket:
        socket.send(json.dumps({"type": "open", "settings": {"samples": 60}, "view": {}}))
        session = ""
        for text in socket:
            message = read(text) if isinstance(text, str) else {}
            session = session or message.get("session")
            if isinstance(text, bytes):
                break
        socket.send(json.dumps({"type": "configure", "changes": {"stop_epochs": 10}}))
        alone = judged(school, session, "two-lanes/1/1", answer=0).json()
        assert alone["state"] == "waiting"


def test_an_experiment_that_nobody_has_begun_is_waited_for(school):
    with live_session(school, settings={"samples": 60}, owner="o" * 22) as session:
        verdict = judged(school, session, "two-lanes/2/1", answer=0).json()
    assert verdict == {"state": "waiting", "sentence": words.EXPERIMENT_WAITING, "truth": None, "choice": None}


def test_of_a_page_without_an_owner_no_experiment_is_known(school):
    with live_session(school, settings={"samples": 60}) as session:
        assert judged(school, session, "two-lanes/2/1", answer=0).status_code == 422


def test_a_goal_is_not_reached_on_other_data_than_its_steps(school):
    """Which another lesson may have left behind, or an easier set that was chosen."""
    place = "single-layer/3/2"
    for dataset, state, sentence in (("circle", "open", words.OTHER_DATA), ("gauss", "reached", None)):
        with live_session(school, settings={"samples": 60, "dataset": dataset, "hidden": []}) as session:
            verdict = judged(school, session, place, answer=None).json()
        assert verdict["state"] == state and (sentence is None or verdict["sentence"] == sentence)
