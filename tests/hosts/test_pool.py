"""Tests of the pool: whoever has had least time comes next, slices shrink when many wait, what nobody watches has the
rest, and faults come back.
"""

import asyncio
import threading

import pytest

from glassbox.hosts.fair_queue import Account
from glassbox.hosts.pool import LONGEST_SLICE, SHORTEST_SLICE, Pool
from tests.hosts.pieces import put


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
        return await put(pool, lambda seconds: seconds, Account())

    assert run(journey) == LONGEST_SLICE


def test_who_came_first_is_served_first_and_many_take_short_slices():
    async def journey(pool):
        gate, order = threading.Event(), []
        first = put(pool, lambda _: gate.wait(60), Account())

        async def visit(number):
            slices.append(await put(pool, lambda seconds: order.append(number) or seconds, Account()))

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
        first = put(pool, lambda _: begun.set() or gate.wait(60), Account())
        begun.wait(60)
        pieces = [put(pool, lambda _: order.append("new"), Account(), is_new=True) for _ in range(50)]
        pieces += [put(pool, lambda _: order.append("old"), Account()) for _ in range(10)]
        gate.set()
        await asyncio.gather(first, *pieces)
        return order

    order = run(journey)
    assert {tuple(sorted(pair)) for pair in zip(order[:20:2], order[1:20:2], strict=True)} == {("new", "old")}
    assert order[20:] == ["new"] * 40


def test_a_crowd_of_newcomers_does_not_make_the_others_slices_shorter():
    async def journey(pool):
        gate = threading.Event()
        first = put(pool, lambda _: gate.wait(60), Account())
        newcomers = [put(pool, lambda _: None, Account(), is_new=True) for _ in range(300)]
        old = put(pool, lambda seconds: seconds, Account())
        gate.set()
        await asyncio.gather(first, *newcomers)
        return await old

    assert run(journey) >= LONGEST_SLICE / 2


def test_slices_grow_again_when_few_are_left():
    async def journey(pool):
        await asyncio.gather(*(put(pool, lambda seconds: seconds, Account()) for _ in range(50)))
        return await put(pool, lambda seconds: seconds, Account())

    assert run(journey) == LONGEST_SLICE


def test_a_fault_comes_back_to_whoever_asked():
    async def journey(pool):
        with pytest.raises(ZeroDivisionError):
            await put(pool, lambda _: 1 / 0, Account())
        return await put(pool, lambda _: "still working", Account())

    assert run(journey) == "still working"


class Machine:
    """One whose time passes only while a piece works: the pool's clock, and its measure of the processor's time."""

    def __init__(self):
        self.now = 0.0
        self.order = []

    def __call__(self):
        return self.now

    def piece(self, name, cost):
        """Work that takes `cost` seconds, or what it is given if it has no end by itself."""

        def work(seconds):
            self.now += seconds if cost is None else cost
            self.order.append(name)
            return seconds

        return work


def on_machine(journey):
    async def with_pool():
        machine = Machine()
        pool = Pool(1, machine, machine)
        try:
            return await journey(pool, machine)
        finally:
            pool.close()

    return asyncio.run(with_pool())


def test_a_small_network_does_not_wait_for_many_large_ones():
    async def journey(pool, machine):
        costs = {Account(): ("large", 0.050) for _ in range(30)} | {Account(): ("small", 0.001)}
        for _ in range(3):
            gate, waits_at_gate = threading.Event(), Account()
            first = put(pool, lambda _, gate=gate: gate.wait(60), waits_at_gate)
            pieces = [put(pool, machine.piece(*each), account) for account, each in costs.items()]
            machine.order.clear()
            gate.set()
            await asyncio.gather(first, *pieces)
        return machine.order

    assert on_machine(journey)[:2] == ["small", "large"]


def test_what_nobody_watches_has_what_the_others_leave():
    async def journey(pool, machine):
        gate = threading.Event()
        first = put(pool, lambda _: gate.wait(60), Account())
        unwatched = [put(pool, machine.piece("unwatched", None), Account(), is_watched=False) for _ in range(5)]
        watched = [put(pool, machine.piece("watched", None), Account()) for _ in range(50)]
        gate.set()
        await asyncio.gather(first, *watched)
        return machine.order, await asyncio.gather(*unwatched)

    order, slices = on_machine(journey)
    assert order == ["watched"] * 50 + ["unwatched"] * 5
    assert slices == [SHORTEST_SLICE] * 5  # short ones, so that the others need not wait long if they come back soon


def test_what_nobody_watches_has_all_the_time_when_it_is_alone():
    async def journey(pool, machine):
        machine.now = 10.0  # long after anything watched
        return await put(pool, machine.piece("unwatched", None), Account(), is_watched=False)

    assert on_machine(journey) == LONGEST_SLICE


def test_what_nobody_watches_has_a_turn_now_and_then_however_busy_the_others_are():
    async def journey(pool, machine):
        gate, waiting = threading.Event(), Account()
        first = put(pool, lambda _: gate.wait(60), Account())
        unwatched = put(pool, machine.piece("unwatched", 0.001), waiting, is_watched=False)
        watched = [put(pool, machine.piece("watched", 0.01), Account()) for _ in range(100)]
        gate.set()
        await asyncio.gather(first, unwatched, *watched)
        return machine.order

    assert 20 <= on_machine(journey).index("unwatched") <= 27  # a quarter of a second


def test_what_is_asked_of_a_network_that_nobody_watched_is_in_a_hurry():
    async def journey(pool, machine):
        gate, hurried = threading.Event(), Account()
        first = put(pool, lambda _: gate.wait(60), Account())
        pieces = [put(pool, machine.piece("unwatched", 0.001), Account(), is_watched=False) for _ in range(5)]
        pieces.append(put(pool, machine.piece("hurried", 0.001), hurried, is_watched=False))
        pool.hurry(hurried)
        pool.hurry(hurried)
        gate.set()
        await asyncio.gather(first, *pieces)
        pool.hurry(hurried)
        return machine.order, await put(pool, lambda _: "once more", hurried, is_watched=False)

    order, last = on_machine(journey)
    assert order == ["hurried"] + ["unwatched"] * 5 and last == "once more"


def test_what_a_network_took_to_be_built_is_not_held_against_it():
    async def journey(pool, machine):
        account = Account()
        await put(pool, machine.piece("built", 5.0), account, is_new=True)
        return account.served

    assert on_machine(journey) == 0.0
