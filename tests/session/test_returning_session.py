"""A network whose host is gone: what its page wants meanwhile waits, and its session goes on at another host."""

import asyncio
import time

import pytest

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.run.checkpoint import PackedCheckpoint
from glassbox.run.inbox import MOST_WAITING
from glassbox.session import words
from glassbox.session.questions import TooEarly
from glassbox.session.registry import Registry
from glassbox.session.returning_session import ReturningSession
from glassbox.study.opening import lined_up, where_it_was
from tests.hosts.lines import ShortLine
from tests.run.tools import say
from tests.session.front import Page, until

SOMEBODY = "s" * 22


class Book:
    """A lab book in memory."""

    def __init__(self):
        self.records, self.may_answer = {}, asyncio.Event()
        self.may_answer.set()

    def record(self, owner, record):
        self.records[owner, record.key] = record

    async def find(self, owner, keys):
        await self.may_answer.wait()
        found = [(key, self.records[owner, key]) for key in keys]
        runs = [where_it_was(each.settings, PackedCheckpoint(each.checkpoint.packed()), key) for key, each in found]
        return lined_up(runs) if len(runs) > 1 else runs[0]


def plays(story):
    """With a registry whose networks live at the end of a line, which the test cuts."""

    def test():
        async def run():
            hosts, line, book = Several(Here(Config(threads=1))), ShortLine(), Book()
            hosts.add(line)
            registry = Registry(Config(), time.monotonic, hosts)
            registry.record_to(book.record)
            registry.bring_back_by(book.find)
            registry.ready()
            try:
                await story(registry, line, book)
            finally:
                await registry.close()

        asyncio.run(run())

    test.__name__, test.__doc__ = story.__name__, story.__doc__
    return test


async def trained(registry, book, **settings):
    """A page whose network has trained, and is kept."""
    page = Page(registry, settings=settings, owner=SOMEBODY)
    page.tell("play")
    await page.frame(lambda frame: frame["epoch"] >= 3)
    await until(lambda: book.records)
    return page


@plays
async def test_it_goes_on_from_its_last_record_and_its_page_stays(registry, line, book):
    page = await trained(registry, book, seed=5)
    told, shown = len(page.messages), len(page.frames)
    line.cut()
    await until(lambda: "welcome" in page.kinds()[told:])
    welcome = page.last("welcome")
    kept = next(iter(book.records.values()))  # a run that was resumed has a row of its own from then on
    assert (welcome["resumed"], welcome["notes"], page.closed) == (True, [words.HOST_GONE], None)
    assert welcome["session"] == page.viewer.session and welcome["settings"]["seed"] == 5
    await until(lambda: any(frame["epoch"] > kept.epochs and frame["playing"] for frame in page.frames[shown:]))
    assert any(frame["data"] for frame in page.frames[shown:])


@plays
async def test_its_page_sees_what_it_looked_at_before(registry, line, book):
    page = await trained(registry, book)
    page.tell("view", lanes=True, map_size=32)
    await page.frame(lambda frame: frame["lanes"])
    line.cut()
    told, shown = len(page.messages), len(page.frames)
    await until(lambda: "welcome" in page.kinds()[told:] and page.frames[shown:])
    assert await until(lambda: any(frame["playing"] and frame["lanes"] for frame in page.frames[shown:]))


@plays
async def test_what_the_page_wants_meanwhile_is_obeyed_then(registry, line, book):
    page = await trained(registry, book)
    book.may_answer.clear()
    line.cut()
    told = len(page.messages)
    await until(lambda: not registry.counts()["playing"] or registry._returning)
    page.tell("configure", changes={"learning_rate": 0.7})
    with pytest.raises(TooEarly, match="moving"):
        await registry.ask(page.viewer.session, "snapshot")
    book.may_answer.set()
    await until(lambda: "configured" in page.kinds()[told:])
    assert page.last("configured")["settings"]["learning_rate"] == 0.7


@plays
async def test_a_page_that_comes_meanwhile_is_welcomed_to_the_network_that_is_back(registry, line, book):
    page = await trained(registry, book)
    book.may_answer.clear()
    line.cut()
    await until(lambda: registry._returning)
    page.leave()
    again = Page(registry, session=page.viewer.session, owner=SOMEBODY)
    assert not again.messages
    book.may_answer.set()
    assert (await again.message("welcome"))["resumed"]
    await again.frame(lambda frame: frame["epoch"] >= 1)


@plays
async def test_one_of_which_nothing_is_kept_lets_its_page_begin_anew(registry, line, book):
    page = Page(registry, owner=SOMEBODY)
    await page.frame()
    line.cut()
    await until(lambda: page.closed)
    assert page.closed == ("host_gone", words.LOST_WITH_HOST) and not registry.knows(page.viewer.session)


@plays
async def test_all_that_were_compared_come_back_and_train_on_in_step(registry, line, book):
    page = await trained(registry, book, seed=5)
    page.tell("fork")
    page.tell("configure", changes={"learning_rate": 0.3})
    await until(lambda: any(len(record.lanes) == 2 for record in book.records.values()))
    kept = [book.records[SOMEBODY, key] for key in registry._found(page.viewer.session).kept[1]]
    line.cut()
    told, shown = len(page.messages), len(page.frames)
    await until(lambda: "welcome" in page.kinds()[told:])
    ahead = max(record.epochs for record in kept)
    both = await until(lambda: [each for each in page.frames[shown:] if each["lane_count"] == 2])
    assert both[0]["epoch"] >= min(record.epochs for record in kept)
    await until(lambda: page.frames[-1]["epoch"] > ahead and page.frames[-1]["playing"])
    assert page.frames[-1]["lane_count"] == 2
    assert page.last("changes") not in page.messages[told:]  # it is nothing that one could take back


@plays
async def test_a_lane_that_was_removed_does_not_come_back(registry, line, book):
    page = await trained(registry, book)
    page.tell("fork")
    page.tell("configure", changes={"learning_rate": 0.3})
    await until(lambda: any(len(record.lanes) == 2 for record in book.records.values()))
    page.tell("pause")
    page.tell("remove_lane", lane=1)
    name = page.viewer.session
    await until(lambda: len(registry._found(name).kept[1]) == 1)


def test_too_many_commands_are_refused():
    returning = ReturningSession(playing=False, view=say("view"))
    for _ in range(MOST_WAITING):
        assert returning.take(say("pause")) is None
    assert returning.take(say("pause")).text == words.INBOX_FULL
    assert returning.take(say("view", hidden=True)) is None and returning.view.hidden


@plays
async def test_before_the_server_ends_all_that_train_are_kept_as_they_stand(registry, line, book):
    page = await trained(registry, book)
    moment = await registry.ask(page.viewer.session, "moment")
    await registry.keep(60)
    assert max(record.steps for record in book.records.values()) >= moment.step
