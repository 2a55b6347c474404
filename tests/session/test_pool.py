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


def test_newcomers_and_the_others_take_turns():
    async def journey(pool):
        gate, begun, order = threading.Event(), threading.Event(), []
        first = pool.run(lambda _: begun.set() or gate.wait(10))
        begun.wait(10)
        pieces = [pool.run(lambda _: order.append("new"), is_new=True) for _ in range(50)]
        pieces += [pool.run(lambda _: order.append("old")) for _ in range(10)]
        gate.set()
        await asyncio.gather(first, *pieces)
        return order

    order = run(journey)
    assert {tuple(sorted(pair)) for pair in zip(order[:20:2], order[1:20:2], strict=True)} == {("new", "old")}
    assert order[20:] == ["new"] * 40


def test_a_crowd_of_newcomers_does_not_make_the_others_slices_shorter():
    async def journey(pool):
        gate = threading.Event()
        first = pool.run(lambda _: gate.wait(10))
        newcomers = [pool.run(lambda _: None, is_new=True) for _ in range(300)]
        old = pool.run(lambda seconds: seconds)
        gate.set()
        await asyncio.gather(first, *newcomers)
        return await old

    assert run(journey) >= LONGEST_SLICE / 2


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
