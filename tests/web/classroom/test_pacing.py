"""How often followers get pictures: as the Wi-Fi carries it, and at once where the lead did something."""

import pytest

from glassbox.web.classroom.pacing import (
    HEADERS,
    LONGEST_PAUSE,
    MOST_AHEAD,
    MOST_BITS,
    MOST_PICTURES,
    MOST_WEIGHTS,
    Pacing,
    most_for,
    most_weights,
    pause_after,
)


def test_three_hundred_get_the_default_network_often_enough_and_within_the_bits():
    pause = pause_after(300, 200, LONGEST_PAUSE)
    assert 1 / pause >= 5 and 300 * (200 + HEADERS) * 8 / pause <= MOST_BITS


def test_few_get_no_more_than_they_can_see_and_many_no_less_than_one_a_second():
    assert pause_after(1, 200, LONGEST_PAUSE) == 1 / MOST_PICTURES
    assert pause_after(0, 0, LONGEST_PAUSE) == 1 / MOST_PICTURES
    assert pause_after(300, 50_000, LONGEST_PAUSE) == LONGEST_PAUSE


@pytest.mark.parametrize("followers", [1, 30, 300, 3000])
def test_all_weights_come_where_they_can_come_twice_a_second(followers):
    most = most_weights(followers)
    assert 0 <= most <= MOST_WEIGHTS
    if most:
        assert pause_after(followers, 4 * most, 10.0) <= 0.5


def test_few_see_more_units_of_a_large_network_than_many():
    assert [most_for(count).units for count in (0, 30, 150, 300, 3000)] == [96, 96, 80, 40, 40]
    assert most_for(30).parameters == most_weights(30)


def test_one_follows_the_other_by_a_pause():
    pacing = Pacing()
    assert pacing.wait(100.0, is_urgent=False) == 0
    pacing.sent(100.0, 0.5)
    assert pacing.wait(100.1, is_urgent=False) == pytest.approx(0.4)
    assert pacing.wait(107.0, is_urgent=False) == 0
    pacing.sent(107.0, 0.5)  # what was not sent meanwhile is not made up for
    assert pacing.wait(107.0, is_urgent=False) == pytest.approx(0.5)


def test_an_urgent_one_comes_at_once_but_few_before_their_time():
    pacing, pause, now = Pacing(), 1 / MOST_PICTURES, 50.0
    sent = 0
    while pacing.wait(now, is_urgent=True) == 0:
        pacing.sent(now, pause)
        sent += 1
    assert MOST_AHEAD <= sent <= MOST_AHEAD + 1
    assert pacing.wait(now, is_urgent=False) == pytest.approx(sent * pause)  # it is made up for
