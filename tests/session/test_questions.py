"""Questions about a run: answered between slices, from copies; given up when the session ends."""

import asyncio

import numpy as np
import pytest

from glassbox.run import answers
from glassbox.run.answers import take_snapshot
from glassbox.run.restore import trainer_at
from glassbox.session import words
from glassbox.session.questions import MOST_ASKED, NoSuchSession, TooEarly
from tests.run.tools import run_of, train_epochs
from tests.session.front import Page, front_desk


def test_a_snapshot_is_frozen_while_the_run_goes_on():
    run = run_of()
    train_epochs(run, 3)
    snapshot = take_snapshot(run)
    then = snapshot.state.parameters.copy()
    train_epochs(run, 2)
    assert (snapshot.epoch, run.trainer.epoch) == (3, 5)
    assert np.array_equal(snapshot.state.parameters, then)
    assert not np.array_equal(run.trainer.parameters, then)


def test_a_snapshot_trains_as_its_run_does():
    run = run_of(optimizer="adam", dropout=0.2)
    train_epochs(run, 3)
    trainer = trainer_at(take_snapshot(run).moment)
    trainer.run(40)
    run.trainer.run(40)
    assert trainer.parameters.tobytes() == run.trainer.parameters.tobytes()


def test_a_playing_session_answers():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 2)
            snapshot = await registry.snapshot(page.viewer.session)
            assert snapshot.epoch >= 2 and snapshot.curves.columns["x"]
            await page.frame(lambda frame: frame["epoch"] > snapshot.epoch)

    asyncio.run(journey())


def test_a_fault_in_an_answer_reaches_who_asked_and_nobody_else(monkeypatch):
    monkeypatch.setattr(answers, "ANSWERS", {**answers.ANSWERS, "broken": lambda run: 1 / 0})

    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            await page.frame()
            with pytest.raises(ZeroDivisionError):
                await registry.ask(page.viewer.session, "broken")
            assert (await registry.snapshot(page.viewer.session)).step == 0

    asyncio.run(journey())


def test_nobody_is_asked_before_there_is_a_network():
    async def journey():
        async with front_desk(ready=False) as registry:
            page = Page(registry)
            with pytest.raises(TooEarly, match="compiled"):
                await registry.snapshot(page.viewer.session)
            with pytest.raises(NoSuchSession, match="no such network"):
                await registry.snapshot("nobody")

    asyncio.run(journey())


def test_too_many_questions_and_those_of_a_session_that_ends():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            await page.frame()
            name = page.viewer.session
            asked = [asyncio.ensure_future(registry.ask(name, "presence")) for _ in range(MOST_ASKED + 1)]
            await asyncio.sleep(0)
            await registry.close()
            answers = await asyncio.gather(*asked, return_exceptions=True)
            assert isinstance(answers[-1], TooEarly) and answers[-1].text == words.ASKED_TOO_MUCH
            assert {str(answer) for answer in answers[:-1]} <= {"None", words.SESSION_ENDED}

    asyncio.run(journey())
