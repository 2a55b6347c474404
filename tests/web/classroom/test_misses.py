"""Sixty phones may mistype at once; whoever goes on guessing is not even looked at, and the others notice nothing."""

import pytest

from glassbox.classroom.refused import Refused
from glassbox.web.classroom.misses import AT_ONCE, AT_ONCE_IN_ALL, Misses


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def misses(clock):
    return Misses(clock)


def miss(misses, client, times=1):
    for _ in range(times):
        misses.check(client)
        misses.miss(client)


def test_sixty_phones_behind_one_address_may_mistype_twice(misses):
    miss(misses, "192.0.2.1", 60 * 2)


def test_then_it_is_slower_and_others_notice_nothing(misses, clock):
    miss(misses, "192.0.2.1", AT_ONCE)
    with pytest.raises(Refused, match="too_many_misses"):
        misses.check("192.0.2.1")
    misses.check("192.0.2.2")
    clock.now += 1
    miss(misses, "192.0.2.1")
    with pytest.raises(Refused, match="too_many_misses"):
        misses.check("192.0.2.1")


def test_right_ones_cost_nothing(misses):
    for _ in range(10 * AT_ONCE):
        misses.check("192.0.2.1")


def test_who_has_a_whole_network_of_addresses_is_one(misses):
    for number in range(AT_ONCE):
        miss(misses, f"2001:db8::{number:x}")
    with pytest.raises(Refused, match="too_many_misses"):
        misses.check("2001:db8::ffff:1")
    misses.check("2001:db8:0:1::1")


def test_many_addresses_together_are_slowed_down_but_not_those_that_never_missed(misses):
    for number in range(AT_ONCE_IN_ALL):
        miss(misses, f"192.0.{number // 250}.{number % 250}")
    with pytest.raises(Refused, match="too_many_misses"):
        misses.check("192.0.4.199")
    misses.check("192.0.9.9")


def test_an_address_that_is_none_is_one_as_well(misses):
    miss(misses, "", AT_ONCE)
    with pytest.raises(Refused, match="too_many_misses"):
        misses.check("")


def test_a_secret_that_is_right_is_let_in_however_often_others_missed(misses):
    miss(misses, "192.0.2.1", AT_ONCE - 1)
    with pytest.raises(Refused, match="no_such_room"), misses.unless_known("192.0.2.1"):
        raise Refused("no_such_room")
    with pytest.raises(Refused, match="too_many_misses"), misses.unless_known("192.0.2.1"):
        raise Refused("no_such_room")  # a wrong one learns no more than before
    with misses.unless_known("192.0.2.1"):
        pass
    with pytest.raises(Refused, match="not_leading"), misses.unless_known("192.0.2.1"):
        raise Refused("not_leading")


def test_who_missed_too_often_is_not_told_of_rooms_at_other_servers_either(misses):
    with pytest.raises(Refused, match="elsewhere"), misses.unless_known("192.0.2.1"):
        raise Refused("elsewhere", front=2)
    miss(misses, "192.0.2.1", AT_ONCE)
    with pytest.raises(Refused, match="too_many_misses"), misses.unless_known("192.0.2.1"):
        raise Refused("elsewhere", front=2)
