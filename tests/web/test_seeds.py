"""Many seeds over HTTP: begun, watched, cancelled, one job for each session, gone with its session."""

import asyncio
import time

import pytest

from glassbox.config import Config
from glassbox.session.registry import Registry
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.seeds import Job, Seeds
from tests.web.conversations import conversation

PATIENCE = 60.0


@pytest.fixture
def talk(real_server):
    with conversation(real_server, dataset="xor", seed=4) as talk:
        yield talk


def until(talk, condition):
    """The first report for which the condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition(report := talk.get("seeds").json()):
        assert time.monotonic() < deadline, report
        time.sleep(0.02)
    return report


def test_seeds_are_trained_beside_the_network(talk):
    assert talk.get("seeds").json() == {"state": "none"}
    assert talk.post("seeds", json={"seeds": 3, "epochs": 5, "target": 0.5}).json()["state"] == "running"
    report = until(talk, lambda report: report["state"] == "done")
    assert (report["done"], report["first"], len(report["scores"])) == (3, 4, 3)
    assert report["maps"]["kind"] == "classes" and report["bands"]["test"][1][-1] > 0
    talk.train(5)
    assert report["scores"][0] == talk.page.frame.test.accuracy


def test_they_can_be_cancelled_and_begun_again(talk):
    talk.post("seeds", json={"seeds": 50, "epochs": 2000})
    again = talk.post("seeds", json={})
    assert (again.status_code, again.text) == (422, words.SEEDS_RUNNING)
    assert talk.post("seeds/cancel").json()["state"] == "cancelled"
    assert talk.post("seeds", json={"seeds": 2, "epochs": 1}).status_code == 200
    assert until(talk, lambda report: report["state"] == "done")["done"] == 2


@pytest.mark.parametrize("body", [{"seeds": 1}, {"seeds": 51}, {"epochs": 0}, {"target": 2}, {"tries": 3}])
def test_wrong_wishes_are_refused_in_one_sentence(talk, body):
    answer = talk.post("seeds", json=body)
    assert answer.status_code == 422 and next(iter(body)) in answer.text and "\n" not in answer.text


def test_an_unknown_session_has_no_seeds(talk):
    assert talk.http.post("/api/sessions/nobody/seeds", json={}).status_code == 404


def test_jobs_end_with_their_session_and_leave_nothing():
    class Endless:
        is_done = False

        def work(self, seconds):
            time.sleep(0.001)

        def report(self):
            return {}

    async def journey():
        background = Background()
        seeds = Seeds(Registry(Config()), background)
        job = seeds._jobs["gone"] = Job()
        await asyncio.wait_for(seeds._run("gone", job, Endless()), PATIENCE)
        assert (await seeds.read("gone")).body == b'{"state":"none"}' and not seeds._jobs
        background.close()

    asyncio.run(journey())


def test_a_fault_is_told(caplog):
    class Broken:
        is_done = False

        def work(self, seconds):
            raise ZeroDivisionError

    class Everywhere:
        def knows(self, name):
            return True

    async def journey():
        background = Background()
        seeds, job = Seeds(Everywhere(), background), Job()
        await seeds._run("here", job, Broken())
        assert job.state == "failed"
        background.close()

    asyncio.run(journey())
    assert "Many seeds" in caplog.text
