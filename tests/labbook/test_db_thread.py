"""The database's thread, with an archive that the test controls: who waits for whom, and what becomes of failures."""

import asyncio
import threading
import time

import pytest

from glassbox.labbook import db_thread, words
from glassbox.labbook.db_thread import DatabaseThread
from glassbox.labbook.errors import LabBookUnavailable
from tests.labbook.conftest import a_record, an_owner, now

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
        self.written += [record.steps for _, record in batch]

    def close(self):
        self.is_closed = True


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def thread(archive):
    thread = DatabaseThread(lambda: archive, pace=3600, retry_after=3600)
    yield thread
    archive.may_go_on.set()
    now(thread.close())


def write(thread, steps, key=KEY):
    thread.record(ME, a_record(key=key, steps=steps))


def until(condition):
    """Wait for what another thread brings about by itself; pytest's timeout ends a test in vain."""
    while not condition():
        time.sleep(0.001)


def test_nothing_is_opened_before_it_is_needed():
    def never():
        raise AssertionError

    now(DatabaseThread(never).close())


def test_who_records_does_not_wait_and_the_newest_wins(thread, archive):
    archive.may_go_on.clear()
    for steps in range(1, 1000):
        write(thread, steps)
    archive.may_go_on.set()
    now(thread.flush())
    assert len(archive.written) <= 2 and archive.written[-1] == 999


def test_a_question_sees_what_was_recorded_before(thread, archive):
    for steps in range(5):
        write(thread, steps)
        assert now(thread.ask(lambda archive: archive.written[-1])) == steps


def test_without_questions_writes_keep_their_pace(archive):
    thread = DatabaseThread(lambda: archive, pace=0.01)
    write(thread, 1)
    until(lambda: archive.written == [1])
    write(thread, 2)
    until(lambda: archive.written == [1, 2])
    now(thread.close())


def test_an_answer_or_an_error_goes_to_who_asked(thread):
    assert now(thread.ask(lambda _: "answer")) == "answer"
    with pytest.raises(ZeroDivisionError):
        now(thread.ask(lambda _: 1 / 0))
    assert now(thread.ask(lambda _: "answer")) == "answer"


def test_who_no_longer_waits_gets_no_answer(thread, archive):
    async def main():
        archive.may_go_on.clear()
        write(thread, 1)
        asked = []
        first = asyncio.create_task(thread.ask(lambda _: asked.append("first")))
        second = asyncio.create_task(thread.ask(lambda _: asked.append("second")))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        archive.may_go_on.set()
        await second
        assert asked == ["second"]

    now(main())


def test_too_many_questions_are_refused(thread, archive, monkeypatch):
    monkeypatch.setattr(db_thread, "MOST_QUESTIONS", 2)

    async def main():
        archive.may_go_on.clear()
        write(thread, 1)
        tasks = [asyncio.create_task(thread.ask(lambda _: None)) for _ in range(4)]
        await asyncio.sleep(0)
        archive.may_go_on.set()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        assert str(answers[-1]) == words.BUSY and answers[0] is None

    now(main())


def test_what_could_not_be_written_waits_and_is_tried_again(thread, archive):
    archive.fault = LabBookUnavailable("No.")
    write(thread, 1)
    write(thread, 1, key="l" * 22)
    for _ in range(2):
        with pytest.raises(LabBookUnavailable, match=r"No\."):
            now(thread.flush())
    assert thread.trouble == "No." and archive.written == []
    write(thread, 2)
    archive.fault = None
    now(thread.flush())
    assert thread.trouble == "" and sorted(archive.written) == [1, 2]


def test_it_is_tried_again_by_itself(archive):
    thread = DatabaseThread(lambda: archive, pace=0, retry_after=0.01)
    archive.fault = LabBookUnavailable("No.")
    write(thread, 1)
    until(lambda: thread.trouble)
    archive.fault = None
    until(lambda: archive.written == [1])
    now(thread.close())


def test_questions_do_not_wait_for_what_failed_just_now(thread, archive):
    archive.fault = LabBookUnavailable("No.")
    write(thread, 1)
    until(lambda: thread.trouble)
    archive.may_go_on.clear()  # another try would stand still
    assert now(thread.ask(lambda _: "answer")) == "answer"


def test_a_fault_of_our_own_loses_the_batch_but_not_the_thread(thread, archive, caplog):
    archive.fault = ZeroDivisionError()
    write(thread, 1)
    with pytest.raises(LabBookUnavailable):
        now(thread.flush())
    assert "ZeroDivisionError" in caplog.text
    archive.fault = None
    write(thread, 2)
    now(thread.flush())
    assert archive.written == [2] and thread.trouble == ""


def test_trouble_is_logged_once(thread, archive, caplog):
    archive.fault = LabBookUnavailable("No.")
    write(thread, 1)
    for _ in range(3):
        with pytest.raises(LabBookUnavailable):
            now(thread.flush())
    assert caplog.text.count("No.") == 1


@pytest.mark.parametrize("fault", [None, LabBookUnavailable("No."), ZeroDivisionError()])
def test_the_end_writes_what_waits_once_and_takes_nothing_more(thread, archive, fault):
    write(thread, 1)
    now(thread.flush())
    archive.fault = fault
    write(thread, 2)
    now(thread.close())
    write(thread, 3)
    assert archive.is_closed and archive.written == ([1] if fault else [1, 2])
    with pytest.raises(LabBookUnavailable, match="stopping"):
        now(thread.ask(lambda _: None))
    now(thread.close())
