"""Experiments over HTTP, with real processes: a ready question from its cost to a dot that is opened."""

import csv
import io

import psutil
import pytest

from glassbox.config import Config
from glassbox.labbook.book import new_owner_id
from glassbox.web import words
from tests.experiments.an_experiment import an_experiment, axis
from tests.web.conftest import live_session, really_running, until
from tests.web.conversations import conversation

PATIENCE = 100  # seconds in which processes are started on a busy machine
SMALL = an_experiment().plain()


@pytest.fixture
def talk(real_server):
    with conversation(real_server, owner=new_owner_id(), seed=11) as talk:
        yield talk


@pytest.fixture
def of(talk):
    """Where an owner's session is told."""
    return {"session": talk.page.session}


@pytest.fixture
def done(http, of):
    """The id of a finished experiment of this session's owner."""
    key = begin(http, of)
    until(lambda: read(http, key)["state"] == "done", PATIENCE)
    return key


def begin(http, of, **asked):
    answer = http.post("/api/experiments", params=of, json=asked or {"experiment": SMALL})
    assert answer.status_code == 200, answer.text
    return answer.json()["id"]


def read(http, key, since=0):
    return http.get(f"/api/experiments/{key}", params={"since": since}).json()


def test_what_there_is_to_ask(http):
    told = http.get("/api/experiments/catalogue", timeout=PATIENCE).json()
    assert told["questions"][0]["variants"] and told["axes"] and told["measures"] and told["limits"]["trials"] == 10_000


@pytest.mark.parametrize(
    ("change", "why"),
    [({"measures": ["test_loss", "regions"]}, "straight pieces"), ({"epochs": -1}, "epochs")],
    ids=["not to be measured", "half typed"],
)
def test_half_a_form_is_no_failed_request_but_told_what_is_wrong(http, change, why):
    answer = http.post("/api/experiments/cost", json={"experiment": SMALL | change})
    assert answer.status_code == 200
    assert list(answer.json()) == ["wrong"] and why in answer.json()["wrong"].lower()


def test_what_it_costs_is_told_before(http):
    cost = http.post("/api/experiments/cost", json={"experiment": SMALL}).json()
    assert (cost["trials"], cost["points"]) == (6, 3) and cost["seconds"] > 0
    quick, full = (
        http.post("/api/experiments/cost", json={"question": "width", "form": form}).json() for form in ("quick", "full")
    )  # fmt: skip
    assert quick["seconds"] < full["seconds"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, words.NO_EXPERIMENT),
        ({"experiment": SMALL, "question": "width"}, words.NO_EXPERIMENT),
        ({"question": "nothing"}, "There is no ready question “nothing”"),
        ({"experiment": {**SMALL, "axes": [axis("width")]}}, "has no values; give it at least one."),
        ({"experiment": {**SMALL, "axes": [axis("seed", 1)]}}, "“seed” cannot be varied"),
        ({"experiment": {**SMALL, "epochs": -1}}, "expected 0 or more, but got -1."),
        (
            {
                "experiment": {
                    **SMALL,
                    "seeds": 100,
                    "axes": [axis("width", *range(1, 101)), axis("batch_size", *range(1, 101))],
                }
            },
            "This asks for 1,000,000 trainings, which would take about",
        ),
        (
            {"experiment": SMALL, "guess": {"measure": "beauty", "values": [1]}},
            "A guess is a value for each of the 3 values",
        ),
    ],
)
def test_what_cannot_be_run_is_refused_in_one_sentence(http, of, asked, told):
    answer = http.post("/api/experiments", params=of, json=asked)
    assert answer.status_code == 422 and told in answer.text


def test_from_a_question_to_the_same_bytes_on_the_page(http, of, talk, done):
    told = read(http, done)
    assert (told["done"], told["total"], told["points"][1]["parameters"]) == (6, 6, 17)
    assert read(http, done, told["revision"]) == {"revision": told["revision"]}
    rows = list(
        csv.DictReader(io.StringIO(http.get(f"/api/experiments/{done}/trials.csv").content.decode("utf-8-sig")))
    )
    assert len(rows) == 6 and len(rows[0]["digest"]) == 64
    assert len(http.get(f"/api/experiments/{done}/points.csv").text.splitlines()) == 4
    assert [cell["cell_type"] for cell in http.get(f"/api/experiments/{done}/notebook.ipynb").json()["cells"]]
    assert "from glassbox.experiments import" in http.get(f"/api/experiments/{done}/notebook.py").text
    assert "notebook.py" in http.get(f"/api/experiments/{done}/table.py").text
    opened = http.post(f"/api/experiments/{done}/open", json={**of, "trials": [2]})
    assert opened.json()["note"].endswith("byte for byte.")
    assert talk.page.hear("lane")["settings"]["stop_epochs"] == 0
    talk.page.look(lambda frame: frame.epoch == 5 and frame.sizes == (2, 4, 1))


def test_two_dots_of_one_seed_stand_in_lanes(http, of, done):
    lanes = http.post(f"/api/experiments/{done}/open", json={**of, "trials": [0, 2]})
    assert lanes.status_code == 200 and "side by side" in lanes.json()["note"]
    other = http.post(f"/api/experiments/{done}/open", json={**of, "trials": [0, 3]})
    assert other.status_code == 422 and "Seed" in other.text


def test_a_guess_is_kept_with_it(http, of, done):
    guess = {"measure": "test_mse", "values": [0.3, None, 0.2]}
    assert http.put(f"/api/experiments/{done}/guess", params=of, json=guess).status_code == 200
    assert read(http, done)["guess"] == guess
    assert http.put(f"/api/experiments/{done}/guess", params=of, json={**guess, "values": [1]}).status_code == 422


def test_others_read_by_its_id_but_change_nothing(http, real_server, done):
    with conversation(real_server, owner=new_owner_id(), seed=3) as other:
        theirs = {"session": other.page.session}
        assert read(http, done)["done"] == 6
        assert http.post(f"/api/experiments/{done}/open", json={**theirs, "trials": [0]}).status_code == 200
        for change in ("pause", "resume", "cancel"):
            answer = http.post(f"/api/experiments/{done}/{change}", params=theirs)
            assert (answer.status_code, answer.text) == (422, words.NOT_YOUR_EXPERIMENT)
        assert http.delete(f"/api/experiments/{done}", params=theirs).text == words.NOT_YOUR_EXPERIMENT
        assert http.get("/api/experiments", params=theirs).json() == {"experiments": []}


def test_it_is_steered_listed_and_deleted(http, of):
    key = begin(http, of, experiment=an_experiment(seeds=100, epochs=20_000).plain())
    for change, state in (("pause", "paused"), ("resume", "waiting"), ("cancel", "cancelled")):
        assert http.post(f"/api/experiments/{key}/{change}", params=of).json() == {"state": state}
    assert key in [row["id"] for row in http.get("/api/experiments", params=of).json()["experiments"]]
    assert http.delete(f"/api/experiments/{key}", params=of).json() == {}
    gone = http.get(f"/api/experiments/{key}")
    assert (gone.status_code, gone.text) == (422, words.NO_SUCH_EXPERIMENT)


@pytest.mark.parametrize(
    ("way", "asked", "told"),
    [
        ("open", {"trials": [6]}, "There is no training 6 in this experiment; it has 6."),
        ("open", {"trials": []}, "expected 1 or more entries"),
        ("open", {"trials": [0, 1, 2]}, "expected at most 2 entries"),
    ],
)
def test_dots_that_are_not_there_are_refused(http, of, done, way, asked, told):
    answer = http.post(f"/api/experiments/{done}/{way}", json={**of, **asked})
    assert answer.status_code == 422 and told in answer.text


def test_a_table_that_is_not_there_is_refused(http, done):
    assert http.get(f"/api/experiments/{done}/all.xlsx").text == words.NO_SUCH_TABLE


def test_a_server_without_experiments_starts_no_process(http, talk):
    before = {each.pid for each in psutil.Process().children()}
    with really_running(Config()) as server, live_session(server):
        assert {each.pid for each in psutil.Process().children()} <= before


def test_it_may_be_about_data_of_ones_own(http, of, talk):
    points = [[x1, x2, float(x1 * x2 > 0)] for x1 in range(-4, 5) for x2 in range(-4, 5)]
    body = {"points": points, "classes": 2, "numbers": list(range(len(points)))}
    mine = http.post("/api/own/points", json=body).json()["dataset"]
    asked = an_experiment(base={"dataset": mine}, measures=["test_error"]).plain()
    assert http.post("/api/experiments/cost", json={"experiment": asked}).json()["trials"] == 6
    key = begin(http, of, experiment=asked)
    until(lambda: read(http, key)["state"] == "done", PATIENCE)
    opened = http.post(f"/api/experiments/{key}/open", json={**of, "trials": [3]})
    assert opened.json()["note"].endswith("byte for byte.")
    assert talk.page.hear("lane")["settings"]["dataset"] == mine
    assert http.get(f"/api/experiments/{key}/notebook.py").text == words.NO_NOTEBOOK_OF_OWN
    lost = an_experiment(base={"dataset": "own.lost"}, measures=["test_error"]).plain()
    assert "no longer on the server" in http.post("/api/experiments/cost", json={"experiment": lost}).text
