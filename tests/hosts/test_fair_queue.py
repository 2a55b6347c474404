"""Time is shared, not turns: whoever has had least comes next, and time that was not used is not owed."""

import pytest

from glassbox.hosts.fair_queue import Account, FairQueue


def shares(costs, seconds):
    """How much time each of those has had that come again and again, and in which order they came."""
    queue, accounts, order, now = FairQueue(), {name: Account() for name in costs}, [], 0.0
    for name in costs:
        queue.put(accounts[name], name)
    while now < seconds:
        name = queue.take()
        order.append(name)
        accounts[name].charge(costs[name])
        now += costs[name]
        queue.put(accounts[name], name)
    return order


def test_each_has_the_same_time_however_long_its_turns():
    order = shares({"large": 0.050, "small": 0.001}, 10.0)
    assert order.count("small") == pytest.approx(50 * order.count("large"), rel=0.1)


def test_those_that_need_the_same_come_in_turn():
    order = shares({"a": 1.0, "b": 1.0, "c": 1.0}, 9.0)
    assert order == ["a", "b", "c"] * 3


def test_who_was_away_does_not_take_all_time_when_back():
    queue, away, busy = FairQueue(), Account(), Account()
    for _ in range(100):
        queue.put(busy, "busy")
        queue.take()
        busy.charge(1.0)
    order = []
    queue.put(busy, "busy")
    queue.put(away, "away")
    for _ in range(6):
        name = queue.take()
        account = busy if name == "busy" else away
        account.charge(1.0)
        order.append(name)
        queue.put(account, name)
    assert order.count("away") == 3 or order.count("away") == 4


def test_a_short_turn_waits_for_one_long_one_at_most():
    queue, small, large = FairQueue(), Account(), [Account() for _ in range(30)]
    for account in large:
        queue.put(account, account)
    waits = []
    for _ in range(50):
        queue.put(small, small)
        waited = 0
        while (account := queue.take()) is not small:
            account.charge(0.05)
            queue.put(account, account)
            waited += 1
        small.charge(0.001)
        waits.append(waited)
        queue.take().charge(0.05)  # a long one, while the short one is away
        queue.put(large[0], large[0])
    assert max(waits) <= 31 and max(waits[1:]) <= 1  # before its first turn nobody knows that it is short


def test_several_of_one_account_are_stamped_as_its_time_goes_on():
    queue, many, one = FairQueue(), Account(), Account()
    for _ in range(5):
        queue.put(many, many)
    queue.put(one, one)
    assert queue.take() is many
    many.charge(1.0)
    assert queue.take() is one and len(queue) == 4


def test_an_empty_queue_says_so():
    with pytest.raises(IndexError):
        FairQueue().take()
