"""Late turns are told once they last, and so is that they are over."""

from glassbox.run.lateness import IN_TIME, LATE, STEADY, Lateness


def turns(lateness, late, seconds, every=0.05, start=0.0):
    """So many seconds of turns that begin so late; what was said of them in the end."""
    for number in range(int(seconds / every)):
        now = start + number * every
        lateness.begin_turn(now, now - late)
    return lateness.is_slowed


def test_turns_that_stay_late_are_told_and_their_end_too():
    lateness = Lateness()
    assert not turns(lateness, 2 * LATE, STEADY / 2)
    assert turns(lateness, 2 * LATE, 2 * STEADY, start=STEADY / 2)
    assert turns(lateness, (IN_TIME + LATE) / 2, 9 * STEADY, start=3 * STEADY)  # between the two it stays as it was
    assert not turns(lateness, 0.0, 3 * STEADY, start=12 * STEADY)


def test_what_comes_and_goes_is_not_told():
    lateness = Lateness()
    for start in range(0, 60, 4):
        assert not turns(lateness, 2 * LATE, STEADY / 2, start=start)
        assert not turns(lateness, 0.0, 2.0, start=start + 2)


def test_one_long_wait_is_forgotten_by_resting():
    lateness = Lateness()
    assert not turns(lateness, 3600.0, STEADY)
    lateness.rest()
    assert not turns(lateness, 0.0, 3 * STEADY, start=STEADY)


def test_too_early_is_not_late():
    assert not turns(Lateness(), -1.0, 3 * STEADY)
