"""Once in so many seconds at most, and never misses the last asking."""

import asyncio

from glassbox.web.classroom.throttle import Throttle

LONG = 1000.0


def test_the_first_asking_is_answered_soon_and_many_by_one():
    async def play():
        done = []
        throttle = Throttle(lambda: done.append(1), LONG)
        for _ in range(100):
            throttle.ask()
        assert not done
        await asyncio.sleep(0.001)
        assert len(done) == 1
        throttle.ask()
        await asyncio.sleep(0.001)
        assert len(done) == 1  # it has time
        throttle.now()
        assert len(done) == 2
        throttle.stop()

    asyncio.run(play())


def test_the_last_asking_is_answered_too():
    async def play():
        done = asyncio.Semaphore(0)
        throttle = Throttle(done.release, 0.01)
        throttle.ask()
        await done.acquire()
        throttle.ask()
        async with asyncio.timeout(60):
            await done.acquire()

    asyncio.run(play())
