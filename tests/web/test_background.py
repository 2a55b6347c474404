"""Work in the background: its result or error comes back, beside other work, and nothing begins after the end."""

import asyncio
import threading

import pytest

from glassbox.web.background import Background


def test_what_it_returns_or_raises_comes_back():
    async def story():
        background = Background()
        assert await background.run(lambda: threading.current_thread() is not threading.main_thread())
        with pytest.raises(ZeroDivisionError):
            await background.run(lambda: 1 / 0)
        background.close()

    asyncio.run(story())


def test_a_short_answer_need_not_wait_for_a_long_one():
    async def story():
        background, may_end = Background(), threading.Event()
        long = asyncio.create_task(background.run(may_end.wait))
        assert await background.run(lambda: "short") == "short" and not long.done()
        may_end.set()
        await long
        background.close()
        with pytest.raises(RuntimeError):
            await background.run(lambda: None)

    asyncio.run(story())
