"""Tests of the alarm that a session sleeps by."""

import asyncio
import time

from glassbox.session.alarm import Alarm


def test_it_sleeps_for_so_long():
    async def journey():
        began = time.monotonic()
        await Alarm().sleep(0.02)
        return time.monotonic() - began

    assert asyncio.run(journey()) >= 0.018


def test_it_is_woken_early_and_only_while_asleep():
    async def journey():
        alarm = Alarm()
        alarm.ring()
        sleeping = asyncio.create_task(alarm.sleep(None))
        await asyncio.sleep(0.01)
        assert not sleeping.done()
        alarm.ring()
        alarm.ring()
        await asyncio.wait_for(sleeping, 5)
        second = asyncio.create_task(alarm.sleep(60))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        alarm.ring()

    asyncio.run(journey())
