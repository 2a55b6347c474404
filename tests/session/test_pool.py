"""Tests of the pool: first in, first out, slices that shrink when many wait, and faults that come back."""

import asyncio
import threading

import pytest

from glassbox.session.pool import LONGEST_SLICE, SHORTEST_SLICE, Pool


def run(journey):
    async def with_pool():
        pool = Pool(1)
        try:
            return await journey(pool)
        finally:
            pool.close()

    return asyncio.run(with_pool())


def test_work_alone_may_take_a_whole_slice():
    async def journey(pool):
        return await pool.run(lambda seconds: seconds)

    assert run(journey) == LONGEST_SLICE


def test_who_came_first_is_served_first_and_many_take_short_slices():
    async def journey(pool):
        gate, order = threading.Event(), []
        first = pool.run(lambda _: gate.wait(10))

        async def visit(number):
            slices.append(await pool.run(lambda seconds: order.append(number) or seconds))

        slices = []
        visits = [asyncio.create_task(visit(number)) for number in range(100)]
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(first, *visits)
        return order, slices

    order, slices = run(journey)
    assert order == list(range(100))
    assert set(slices) == {SHORTEST_SLICE}


def test_slices_grow_again_when_few_are_left():
    async def journey(pool):
        await asyncio.gather(*(pool.run(lambda seconds: seconds) for _ in range(50)))
        return await pool.run(lambda seconds: seconds)

    assert run(journey) == LONGEST_SLICE


def test_a_fault_comes_back_to_whoever_asked():
    async def journey(pool):
        with pytest.raises(ZeroDivisionError):
            await pool.run(lambda _: 1 / 0)
        return await pool.run(lambda _: "still working")

    assert run(journey) == "still working"
