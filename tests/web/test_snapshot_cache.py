"""Moments of live networks that stay askable, a few of each session."""

from glassbox.run.answers import take_snapshot
from glassbox.run.past.curves import NO_CURVES
from glassbox.web.snapshot_cache import MOST, MOST_OF_SESSION, Moments
from tests.run.tools import run_of


def test_a_moment_is_found_again_without_its_curves():
    moments, specimen = Moments(), take_snapshot(run_of())
    name, kept = moments.keep("one", specimen)
    assert moments.find("one", name) == (name, kept)
    assert kept.moment is specimen.moment and kept.curves is NO_CURVES


def test_it_belongs_to_its_session():
    moments = Moments()
    name, _ = moments.keep("one", take_snapshot(run_of()))
    assert moments.find("two", name) is None and moments.find("one", None) is None


def test_the_one_that_is_asked_for_stays_and_the_others_go():
    moments, specimen = Moments(), take_snapshot(run_of())
    first, _ = moments.keep("one", specimen)
    second, _ = moments.keep("one", specimen)
    other, _ = moments.keep("two", specimen)
    for _ in range(MOST_OF_SESSION - 1):
        assert moments.find("one", first)
        moments.keep("one", specimen)
    assert moments.find("one", first) and not moments.find("one", second) and moments.find("two", other)


def test_of_many_sessions_the_longest_unasked_go():
    moments, specimen = Moments(), take_snapshot(run_of())
    names = [moments.keep(str(session), specimen)[0] for session in range(MOST + 1)]
    assert moments.find("0", names[0]) is None and moments.find("1", names[1])
