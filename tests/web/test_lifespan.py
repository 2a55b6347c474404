"""Warming up and ending: the page hears how far it is, failures are told, and the end comes once."""

import asyncio
import threading

from glassbox.config import Config
from glassbox.web import words
from glassbox.web.lifespan import Lifespan
from glassbox.words.languages import languages
from tests.web.fake_registry import Registry


async def eventually(condition):
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.001)


def test_the_registry_hears_how_far_it_is():
    async def story():
        registry = Registry(Config())

        def warm_up(report):
            report(1, 2, "forward")
            report(2, 2, "backward")

        lifespan = Lifespan(registry, warm_up)
        lifespan.begin()
        await eventually(lambda: registry.is_ready)
        assert registry.warmed == [(1, 2, "forward"), (2, 2, "backward")]
        assert all("share" in vars(language) for language in languages())  # so that no page has to read it
        await lifespan.end()
        await lifespan.end()
        assert registry.closings == 1

    asyncio.run(story())


def test_a_failure_is_logged_and_told(caplog):
    async def story():
        registry = Registry(Config())

        def warm_up(report):
            raise RuntimeError("no compiler")

        lifespan = Lifespan(registry, warm_up)
        lifespan.begin()
        await eventually(lambda: registry.warmed)
        assert registry.warmed == [(0, 1, words.WARM_UP_FAILED)]
        assert not registry.is_ready
        await lifespan.end()

    asyncio.run(story())
    assert "no compiler" in caplog.text


def test_warming_up_stops_at_the_end():
    async def story():
        registry = Registry(Config())
        begun, ended, stopped = threading.Event(), threading.Event(), threading.Event()

        def warm_up(report):
            begun.set()
            ended.wait(60)
            try:
                report(1, 2, "forward")
            finally:
                stopped.set()

        lifespan = Lifespan(registry, warm_up)
        lifespan.begin()
        await eventually(begun.is_set)
        await lifespan.end()
        ended.set()
        await eventually(stopped.is_set)
        assert registry.warmed == [] and not registry.is_ready

    asyncio.run(story())
