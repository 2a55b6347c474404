"""A page whose network has gone with its server gets its run back from the lab book, or hears that it is a new one."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace

import pytest

from glassbox.config import Config
from glassbox.labbook.book import new_owner_id
from glassbox.run.orders import Resume
from glassbox.session import words
from glassbox.settings import Settings
from glassbox.web.taking_up import TakingUp
from tests.web.conftest import really_running
from tests.web.conversations import conversation
from tests.web.live_page import COMPILED_WITHIN, LivePage
from tests.web.test_lab_book import DRAWN, in_the_book, rows, same

GONE = "x" * 22  # the name of a session of an earlier server


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """What is left of a server that has ended: its folder, the owner, the row's key, and the last frame."""
    folder, owner = tmp_path_factory.mktemp("data"), new_owner_id()
    with (
        really_running(replace(Config(), data_folder=folder)) as server,
        conversation(server, owner=owner, seed=5, optimizer="adam") as talk,
    ):
        name = talk.http.post("/api/own/points", json=DRAWN).json()["dataset"]
        talk.page.carry(type="configure", changes={"dataset": name})
        end = talk.train(3)
        (row,) = rows(talk)
    return folder, owner, row, end, name


@pytest.fixture(scope="module")
def server(kept):
    with really_running(replace(Config(), data_folder=kept[0])) as server:
        yield server


def test_it_stands_where_it_was_kept_and_says_so(server, kept):
    _, owner, row, end, name = kept
    with LivePage(server, GONE, owner, row["key"], dataset=name, seed=5, optimizer="adam") as page:
        (note,) = page.welcome["notes"]
        assert note.startswith(words.KEPT_OF_IT) and "after 3 epochs, at step " in note and "Press play" in note
        assert not page.welcome["resumed"] and page.welcome["session"] != GONE
        assert same(page.look(lambda frame: frame.step == end.step, COMPILED_WITHIN), end)
        assert page.welcome["settings"]["optimizer"] == "adam" and not page.frame.playing


def test_a_page_that_came_back_twice_without_training_finds_it_again(server, kept):
    _, owner, row, end, _ = kept
    with LivePage(server, GONE, owner, row["key"]) as page:
        told = page.hear("kept", COMPILED_WITHIN)
        assert told["key"] == row["key"]
        page.look(lambda frame: frame.step == end.step and frame.run == told["run"], COMPILED_WITHIN)


def test_what_the_page_has_changed_since_is_changed(server, kept):
    _, owner, row, end, name = kept
    with LivePage(server, GONE, owner, row["key"], dataset=name, seed=5, optimizer="adam", activation="relu") as page:
        frame = page.look(lambda frame: frame.step == end.step and frame.train != end.train, COMPILED_WITHIN)
        assert frame.weights == end.weights


@pytest.mark.parametrize("lacks", ["owner", "key", "another's", "session", "nothing that fits"])
def test_without_a_row_of_its_own_it_is_a_new_network(server, kept, lacks):
    _, owner, row, _, _ = kept
    owner = {"owner": None, "another's": new_owner_id()}.get(lacks, owner)
    key = {"key": None, "nothing that fits": "no key at all"}.get(lacks, row["key"])
    with LivePage(server, None if lacks == "session" else GONE, owner, key, seed=5) as page:
        assert page.welcome["notes"] == ([] if lacks == "session" else [words.LOST])
        assert page.ready().frame.step == 0


def test_a_row_that_cannot_be_read_is_as_none(tmp_path):
    config, owner = replace(Config(), data_folder=tmp_path), new_owner_id()
    with really_running(config) as server, conversation(server, owner=owner) as talk:
        talk.train(1)
        (row,) = rows(talk)
    in_the_book(tmp_path, "UPDATE glassbox_moments SET moment = substr(moment, 1, 100)")
    with really_running(config) as server:
        with LivePage(server, GONE, owner, row["key"]) as page:
            assert page.welcome["notes"] == [words.LOST]
        in_the_book(tmp_path, "UPDATE glassbox_runs SET settings = '['")
        with LivePage(server, GONE, owner, row["key"]) as page:
            assert page.welcome["notes"] == [words.LOST]


class Rows(TakingUp):
    """Has these settings' runs by the keys of their rows."""

    def __init__(self, **settings):
        self._settings = settings

    async def kept(self, owner, key):
        moment = SimpleNamespace(settings=self._settings.get(key))
        return Resume(SimpleNamespace(moment=moment), key=key) if moment.settings else None


def test_runs_that_were_compared_come_back_together_as_far_as_they_can():
    rows = Rows(a=Settings(seed=5), b=Settings(seed=5, learning_rate=0.3), c=Settings(seed=6))

    def found(*keys):
        return asyncio.run(rows.lanes("an owner", keys))

    assert [run.key for run in found("a", "gone", "b").runs] == ["a", "b"]
    assert found("a", "c").key == "a"  # they have no seed in common, as lanes have
    assert found("b").key == found("gone", "b").key == "b" and found("gone") is None
