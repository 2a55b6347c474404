"""The clerk, with an archive that the test controls: who waits for whom, and what becomes of failures."""

import asyncio
import threading
import time

import pytest

from glassbox.labbook import db_thread as clerk_room
from glassbox.labbook import words
from glassbox.labbook.db_thread import DatabaseThread
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.records import Noted
from tests.labbook.conftest import an_entry, an_owner, now

ME = an_owner()
KEY = "k" * 22


class Archive:
    """Remembers what was written; can be told to fail, or to stand still."""

    def __init__(self):
        self.fault = None
        self.written = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.is_closed = False

    def record(self, batch):
        self.may_go_on.wait()
        if self.fault:
            raise self.fault
        self.written += [noted.entry.steps for noted in batch]

    def close(self):
        self.is_closed = True


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def clerk(archive):
    clerk = DatabaseThread(lambda: archive, pace=3600, retry_after=3600)
    yield clerk
    archive.may_go_on.set()
    now(clerk.close())


def note(clerk, steps, key=KEY):
    clerk.note(Noted(ME, an_entry(key=key, steps=steps), since=steps, at=steps))


def until(condition):
    """Wait for what another thread brings about by itself; pytest's timeout ends a test in vain."""
    while not condition():
        time.sleep(0.001)


def test_nothing_is_opened_before_it_is_needed():
    def never():
        raise AssertionError

    now(DatabaseThread(never).close())


def test_who_notes_does_not_wait_and_the_newest_wins(clerk, archive):
    archive.may_go_on.clear()
    for steps in range(1, 1000):
        note(clerk, steps)
    archive.may_go_on.set()
    now(clerk.flush())
    assert len(archive.written) <= 2 and archive.written[-1] == 999


def test_a_question_sees_what_was_noted_before(clerk, archive):
    for steps in range(5):
        note(clerk, steps)
        assert now(clerk.ask(lambda archive: archive.written[-1])) == steps


def test_without_questions_writes_keep_their_pace(archive):
    clerk = DatabaseThread(lambda: archive, pace=0.01)
    note(clerk, 1)
    until(lambda: archive.written == [1])
    note(clerk, 2)
    until(lambda: archive.written == [1, 2])
    now(clerk.close())


def test_an_answer_or_an_error_goes_to_who_asked(clerk):
    assert now(clerk.ask(lambda _: "answer")) == "answer"
    with pytest.raises(ZeroDivisionError):
        now(clerk.ask(lambda _: 1 / 0))
    assert now(clerk.ask(lambda _: "answer")) == "answer"


def test_who_no_longer_waits_gets_no_answer(clerk, archive):
    async def main():
        archive.may_go_on.clear()
        note(clerk, 1)
        asked = []
        first = asyncio.create_task(clerk.ask(lambda _: asked.append("first")))
        second = asyncio.create_task(clerk.ask(lambda _: asked.append("second")))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        archive.may_go_on.set()
        await second
        assert asked == ["second"]

    now(main())


def test_too_many_questions_are_refused(clerk, archive, monkeypatch):
    monkeypatch.setattr(clerk_room, "MOST_QUESTIONS", 2)

    async def main():
        archive.may_go_on.clear()
        note(clerk, 1)
        tasks = [asyncio.create_task(clerk.ask(lambda _: None)) for _ in range(4)]
        await asyncio.sleep(0)
        archive.may_go_on.set()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        assert str(answers[-1]) == words.BUSY and answers[0] is None

    now(main())


def test_what_could_not_be_written_waits_and_is_tried_again(clerk, archive):
    archive.fault = LabBookUnavailable("No.")
    note(clerk, 1)
    note(clerk, 1, key="l" * 22)
    for _ in range(2):
        with pytest.raises(LabBookUnavailable, match=r"No\."):
            now(clerk.flush())
    assert clerk.trouble == "No." and archive.written == []
    note(clerk, 2)
    archive.fault = None
    now(clerk.flush())
    assert clerk.trouble == "" and sorted(archive.written) == [1, 2]


def test_it_is_tried_again_by_itself(archive):
    clerk = DatabaseThread(lambda: archive, pace=0, retry_after=0.01)
    archive.fault = LabBookUnavailable("No.")
    note(clerk, 1)
    until(lambda: clerk.trouble)
    archive.fault = None
    until(lambda: archive.written == [1])
    now(clerk.close())


def test_questions_do_not_wait_for_what_failed_just_now(clerk, archive):
    archive.fault = LabBookUnavailable("No.")
    note(clerk, 1)
    until(lambda: clerk.trouble)
    archive.may_go_on.clear()  # another try would stand still
    assert now(clerk.ask(lambda _: "answer")) == "answer"


def test_a_fault_of_our_own_loses_the_batch_but_not_the_clerk(clerk, archive, caplog):
    archive.fault = ZeroDivisionError()
    note(clerk, 1)
    with pytest.raises(LabBookUnavailable):
        now(clerk.flush())
    assert "ZeroDivisionError" in caplog.text
    archive.fault = None
    note(clerk, 2)
    now(clerk.flush())
    assert archive.written == [2] and clerk.trouble == ""


def test_trouble_is_logged_once(clerk, archive, caplog):
    archive.fault = LabBookUnavailable("No.")
    note(clerk, 1)
    for _ in range(3):
        with pytest.raises(LabBookUnavailable):
            now(clerk.flush())
    assert caplog.text.count("No.") == 1


@pytest.mark.parametrize("fault", [None, LabBookUnavailable("No."), ZeroDivisionError()])
def test_the_end_writes_what_waits_once_and_takes_nothing_more(clerk, archive, fault):
    note(clerk, 1)
    now(clerk.flush())
    archive.fault = fault
    note(clerk, 2)
    now(clerk.close())
    note(clerk, 3)
    assert archive.is_closed and archive.written == ([1] if fault else [1, 2])
    with pytest.raises(LabBookUnavailable, match="stopping"):
        now(clerk.ask(lambda _: None))
    now(clerk.close())
