"""Snapshots of live networks that stay askable, a few of each session."""

from glassbox.run.answers import take_snapshot
from glassbox.run.past.curves import NO_CURVES
from glassbox.web.snapshot_cache import MOST, MOST_OF_SESSION, SnapshotCache
from tests.run.tools import run_of


def test_a_snapshot_is_found_again_without_its_curves():
    cache, snapshot = SnapshotCache(), take_snapshot(run_of())
    name, kept = cache.keep("one", snapshot)
    assert cache.find("one", name) == (name, kept)
    assert kept.moment is snapshot.moment and kept.curves is NO_CURVES


def test_it_belongs_to_its_session():
    cache = SnapshotCache()
    name, _ = cache.keep("one", take_snapshot(run_of()))
    assert cache.find("two", name) is None and cache.find("one", None) is None


def test_the_one_that_is_asked_for_stays_and_the_others_go():
    cache, snapshot = SnapshotCache(), take_snapshot(run_of())
    first, _ = cache.keep("one", snapshot)
    second, _ = cache.keep("one", snapshot)
    other, _ = cache.keep("two", snapshot)
    for _ in range(MOST_OF_SESSION - 1):
        assert cache.find("one", first)
        cache.keep("one", snapshot)
    assert cache.find("one", first) and not cache.find("one", second) and cache.find("two", other)


def test_of_many_sessions_the_longest_unasked_go():
    cache, snapshot = SnapshotCache(), take_snapshot(run_of())
    names = [cache.keep(str(session), snapshot)[0] for session in range(MOST + 1)]
    assert cache.find("0", names[0]) is None and cache.find("1", names[1])


def test_of_a_session_that_has_gone_nothing_is_kept():
    cache, snapshot = SnapshotCache(), take_snapshot(run_of())
    gone, here = cache.keep("gone", snapshot)[0], cache.keep("here", snapshot)[0]
    cache.drop("gone")
    assert cache.find("gone", gone) is None and cache.find("here", here) is not None
