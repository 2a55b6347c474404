"""The lab book over HTTP: the rows of a live session's browser, and no one else's; trouble told in a sentence."""

import csv
import io
from dataclasses import replace

import pytest

from server.config import Config
from server.labbook import words as book_words
from server.labbook.book import new_owner_id
from server.settings import Settings
from server.web import words
from tests.web.conftest import really_running
from tests.web.conversations import conversation


@pytest.fixture
def talk(real_server):
    with conversation(real_server, owner=new_owner_id(), seed=11) as talk:
        yield talk


def rows(talk, query=""):
    return talk.get(f"lab-book{query}").json()["rows"]


def test_a_run_becomes_a_row_that_keeps_up(talk):
    assert rows(talk) == []
    talk.train(2)
    (row,) = rows(talk)
    assert (row["seed"], row["epochs"], row["problem"], row["changes"]) == (11, 2.0, "binary", 0)
    assert row["test_score"] == talk.page.frame.test.accuracy and row["picture"]
    talk.train(1)
    (again,) = rows(talk)
    assert (again["key"], again["epochs"]) == (row["key"], 3.0)


def test_each_run_has_its_row_sorted_as_asked(talk):
    talk.train(2)
    talk.page.reset()
    talk.train(1)
    assert [row["epochs"] for row in rows(talk, "?by=epochs&descending=true")] == [2.0, 1.0]
    assert [row["epochs"] for row in rows(talk, "?by=epochs&descending=false")] == [1.0, 2.0]
    assert talk.get("lab-book?by=owner").status_code == 422


def test_rows_are_named_and_deleted(talk):
    talk.train(1)
    key = rows(talk)[0]["key"]
    assert talk.post(f"lab-book/{key}/name", json={"name": "my <first>"}).status_code == 200
    assert rows(talk)[0]["name"] == "my <first>"
    assert talk.post(f"lab-book/{key}/delete").status_code == 200
    assert rows(talk) == []
    assert talk.post(f"lab-book/{key}/delete").text == words.NO_SUCH_ROW
    assert talk.post(f"lab-book/{key}/name", json={"nom": 1}).status_code == 422


def test_the_table_for_a_spreadsheet(talk):
    talk.train(1)
    answer = talk.get("lab-book/csv")
    head, row = csv.reader(io.StringIO(answer.text))
    assert row[head.index("seed")] == "11" and row[head.index("settings.dataset")] == "circle"
    assert "lab-book.csv" in answer.headers["content-disposition"]


def test_a_row_runs_again_exactly(talk):
    end = talk.train(2)
    key = rows(talk)[0]["key"]
    talk.page.carry(type="configure", changes={"dataset": "xor", "hidden": [{"units": 3}], "seed": 5})
    assert talk.post(f"lab-book/{key}/open").status_code == 200
    talk.page.look(lambda frame: frame.sizes == (2, 4, 2, 1) and frame.step == 0)
    again = talk.train(2)
    assert (again.weights, again.biases, again.train) == (end.weights, end.biases, end.train)
    assert talk.post("lab-book/AAAAAAAAAAAAAAAAAAAAAA/open").text == words.NO_SUCH_ROW


def test_another_browser_sees_none_of_it(real_server, talk):
    talk.train(1)
    key = rows(talk)[0]["key"]
    with conversation(real_server, owner=new_owner_id()) as other:
        assert rows(other) == []
        assert other.post(f"lab-book/{key}/delete").text == words.NO_SUCH_ROW
    assert len(rows(talk)) == 1


def test_an_owner_id_of_another_form_is_refused(real_server):
    with conversation(real_server) as talk:
        talk.page.send(type="open", owner="me")
        assert "owner" in talk.page.hear("refused")["text"]


def test_without_a_folder_training_goes_on_and_the_page_is_told_why(tmp_path):
    (tmp_path / "a file").write_text("in the way")
    config = replace(Config(), data_folder=tmp_path / "a file" / "data")
    with really_running(config) as server, conversation(server, owner=new_owner_id()) as talk:
        assert talk.train(3).epoch == 3
        answer = talk.get("lab-book")
        assert (answer.status_code, answer.text) == (503, book_words.FOLDER)


def test_rows_are_there_after_the_server_was_ended(tmp_path):
    owner, config = new_owner_id(), replace(Config(), data_folder=tmp_path)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        talk.train(2)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        (row,) = rows(talk)
        assert row["epochs"] == 2.0 and row["settings"] == Settings().model_dump(mode="json")
