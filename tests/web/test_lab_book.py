"""The lab book over HTTP: the rows of a live session's browser, and no one else's; trouble told in a sentence."""

import csv
import io
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from glassbox.config import Config
from glassbox.labbook import words as book_words
from glassbox.labbook.book import new_owner_id
from glassbox.labbook.location import FILE
from glassbox.run import words as run_words
from glassbox.settings import Settings
from glassbox.web import words
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
    assert talk.post(f"lab-book/{key}/again").json() == {"note": ""}
    talk.page.look(lambda frame: frame.sizes == (2, 4, 2, 1) and frame.step == 0)
    again = talk.train(2)
    assert (again.weights, again.biases, again.train) == (end.weights, end.biases, end.train)
    assert talk.post("lab-book/AAAAAAAAAAAAAAAAAAAAAA/again").text == words.NO_SUCH_ROW


def same(frame, other):
    """Whether two frames show the same network at the same moment."""
    names = ("step", "epoch", "progress", "weights", "biases", "train", "test", "learning_rate", "sizes")
    return [getattr(frame, name) for name in names] == [getattr(other, name) for name in names]


def leave(talk):
    """Let the page show another run."""
    talk.page.carry(type="configure", changes={"dataset": "xor", "hidden": [{"units": 3}], "seed": 5})
    talk.train(1)


def test_a_row_opens_exactly_where_it_was(talk):
    talk.train(2)
    talk.page.carry(type="configure", changes={"optimizer": "adam", "learning_rate": 0.01, "dropout": 0.2})
    end = talk.train(1)
    row, earlier = rows(talk)  # what was changed at rest leaves the first row as it was
    assert (earlier["epochs"], earlier["settings"]["optimizer"], row["began"]) == (2.0, "sgd", 2.0)
    on = talk.train(2)
    talk.page.send(type="rewind", step=end.step, towards="nearest")  # the row stays what the run had come to
    talk.page.look(lambda frame: frame.step == end.step)
    later = rows(talk)[0]
    assert (row["epochs"], later["epochs"], later["changes"], later["is_kept"]) == (3.0, 5.0, 1, True)
    leave(talk)
    note = talk.post(f"lab-book/{row['key']}/open").json()["note"]
    assert "after 5 epochs, at step 125" in note and "other data" not in note
    message = talk.page.hear("lane")
    assert same(talk.page.look(lambda frame: frame.sizes == (2, 4, 2, 1) and frame.step == on.step), on)
    assert message["settings"]["learning_rate"] == 0.01 and {0, 1, 2, 3, 4, 5} <= set(message["history"]["x"])
    assert len(rows(talk)) == 3  # looking at it makes no new row …
    talk.train(1)
    assert len(rows(talk)) == 4  # … going on does, and the old one stays


def test_the_opened_run_goes_on_as_it_would_have(talk):
    talk.train(2)
    key = rows(talk)[0]["key"]
    on = talk.train(2)
    talk.post(f"lab-book/{key}/delete")  # what was after it is not written any more …
    talk.page.reset()
    talk.train(2)
    key = rows(talk)[0]["key"]
    leave(talk)
    talk.post(f"lab-book/{key}/open")
    talk.page.look(lambda frame: frame.epoch == 2 and frame.sizes == (2, 4, 2, 1))
    assert same(talk.train(2), on)


def test_a_row_tells_its_parameters_and_its_curves(talk):
    frames = [talk.train(1) for _ in range(3)]
    (row,) = rows(talk, "?most=1")
    assert row["parameters"] == talk.page.frame.parameters == 25
    curves = talk.get(f"lab-book/{row['key']}/curves").json()
    found = dict(zip(curves["x"], curves["test_loss"], strict=True))
    assert [found[epoch] for epoch in (1, 2, 3)] == pytest.approx([frame.test.loss for frame in frames], rel=1e-5)
    assert talk.get("lab-book/AAAAAAAAAAAAAAAAAAAAAA/curves").text == words.NO_SUCH_ROW
    assert talk.get("lab-book?most=101").status_code == 422


def two_that_differ(talk, **changes):
    """The rows of two runs, the second of which has begun otherwise; with the frames they end with."""
    first = talk.train(3)
    talk.page.reset()
    talk.page.carry(type="configure", changes=changes)
    second = talk.train(1)
    later, earlier = rows(talk)
    return [earlier["key"], later["key"]], first, second


def test_rows_open_as_lanes_where_they_were(talk):
    keys, first, second = two_that_differ(talk, hidden=[{"units": 3}], learning_rate=0.1)
    leave(talk)
    talk.page.send(type="view", lanes=True)
    answer = talk.post("lab-book/lanes", json={"keys": keys})
    assert "2 runs stand side by side" in answer.json()["note"]
    frame = talk.page.look(lambda frame: frame.lanes and len(frame.lanes) == 2)
    assert [lane.step for lane in frame.lanes] == [first.step, second.step]
    assert [lane.train for lane in frame.lanes] == [first.train, second.train]
    assert frame.lane == 2 and same(frame, second)  # the one furthest behind is in hand
    frame = talk.train(3)  # and trains until the other goes along
    assert [lane.step for lane in frame.lanes] == [second.step * 4] * 2
    talk.page.send(type="undo")
    talk.page.send(type="undo")
    talk.page.look(lambda frame: frame.lane_count == 1)


def test_rows_of_other_data_or_seeds_are_no_lanes_and_say_why(talk):
    keys, _, second = two_that_differ(talk, noise=0.2, seed=3, learning_rate=0.1)
    answer = talk.post("lab-book/lanes", json={"keys": keys})
    assert (answer.status_code, answer.text) == (422, run_words.OTHER_LANES.format(names="Noise, Seed"))
    assert talk.page.frame.lane_count == 1 and talk.page.frame.step == second.step
    assert talk.post("lab-book/lanes", json={"keys": keys[:1]}).status_code == 422


def test_nothing_opens_what_is_not_there(real_server, talk):
    assert talk.post("lab-book/AAAAAAAAAAAAAAAAAAAAAA/open").text == words.NO_SUCH_ROW
    talk.train(1)
    key = rows(talk)[0]["key"]
    with conversation(real_server, owner=new_owner_id()) as other:
        assert other.post(f"lab-book/{key}/open").text == words.NO_SUCH_ROW
        assert other.post(f"lab-book/{key}/again").text == words.NO_SUCH_ROW


DRAWN = {"classes": 2, "points": [[x / 4, x % 5 - 2, x % 2] for x in range(20)], "numbers": list(range(20))}


def test_drawn_data_come_back_though_the_server_has_forgotten_them(tmp_path):
    owner, config = new_owner_id(), replace(Config(), data_folder=tmp_path)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        name = talk.http.post("/api/own/points", json=DRAWN).json()["dataset"]
        talk.page.carry(type="configure", changes={"dataset": name})
        end = talk.train(3)
        (row,) = rows(talk)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        assert talk.post(f"lab-book/{row['key']}/open").status_code == 200
        dataset = talk.page.hear("lane")["settings"]["dataset"]
        assert same(talk.page.look(lambda frame: frame.step == end.step), end)
        assert dataset.startswith("own.") and dataset != name
        talk.page.carry(type="configure", changes={"dataset": dataset, "noise": 0.1})  # it can be named again
        assert talk.post(f"lab-book/{row['key']}/again").status_code == 200
        talk.page.look(lambda frame: frame.step == 0)
        assert talk.train(3).train == end.train


def in_the_book(folder, statement):
    with closing(sqlite3.connect(folder / FILE)) as file, file:
        return file.execute(statement).rowcount


def test_a_row_that_has_only_its_settings_says_so_and_runs_again(tmp_path):
    owner, config = new_owner_id(), replace(Config(), data_folder=tmp_path)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        end = talk.train(2)
        (row,) = rows(talk)
        assert in_the_book(tmp_path, "DELETE FROM glassbox_moments") == 1
        assert rows(talk)[0]["is_kept"] is False
        answer = talk.post(f"lab-book/{row['key']}/open")
        assert (answer.status_code, answer.text) == (422, words.NOT_KEPT)
        assert talk.page.frame.step == end.step
        talk.post(f"lab-book/{row['key']}/again")
        talk.page.look(lambda frame: frame.step == 0)
        assert same(talk.train(2), end)


def test_a_moment_that_cannot_be_read_is_refused_and_own_data_without_it_are_gone(tmp_path):
    owner, config = new_owner_id(), replace(Config(), data_folder=tmp_path)
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        name = talk.http.post("/api/own/points", json=DRAWN).json()["dataset"]
        talk.page.carry(type="configure", changes={"dataset": name})
        talk.train(1)
        (row,) = rows(talk)
    in_the_book(tmp_path, "UPDATE glassbox_moments SET moment = x'00'")
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        assert talk.post(f"lab-book/{row['key']}/open").text == run_words.KEPT_OTHERWISE
        assert talk.post(f"lab-book/{row['key']}/again").text == run_words.DATA_GONE


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
