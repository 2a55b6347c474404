"""Tests of the timeline: what it keeps, within which memory, with which gaps,
and that a moment brings everything back.
"""

import pickle
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.kernel_args import Counter, State
from glassbox.run.lows import NO_LOWS
from glassbox.run.moment import NOTHING_SEEN, OVERHEAD, Moment
from glassbox.run.past.timeline import DENSE, Timeline
from glassbox.run.past.weight import SETTINGS_BYTES
from glassbox.run.restore import restore
from glassbox.settings import Settings
from tests.run.tools import bytes_of, run_of, tell, train_epochs

SETTINGS = Settings()
DATA_SPLIT = run_of().data_split
DATA_BYTES = sum(
    array.nbytes for part in ((DATA_SPLIT.points.x, DATA_SPLIT.points.target), *DATA_SPLIT.data.parts) for array in part
)
HOLDS = run_of().holds
SHARED = SETTINGS_BYTES + DATA_BYTES + HOLDS.nbytes


def moment_at(step, size=OVERHEAD):
    """A moment that claims to be so large."""
    where = np.zeros(len(Counter), np.int64)
    where[Counter.STEP] = step
    nothing = np.zeros(0, np.float32)
    state = State(nothing, nothing, nothing, nothing, where)
    return Moment(SETTINGS, None, DATA_SPLIT, state, NOTHING_SEEN, HOLDS, NO_LOWS, step / 25, size)


def timeline_of(moments, budget=2**40, size=OVERHEAD):
    timeline = Timeline(budget)
    for step in range(moments):
        timeline.record(moment_at(step, size))
    return timeline


def steps(timeline):
    return [each.step for each in timeline.moments]


def dense_of(timeline):
    return timeline._dense


@given(moments=st.integers(1, 4000), dense=st.sampled_from([1, 2, 8, 64, 512]))
@settings(max_examples=25, deadline=None)
def test_what_is_dropped_has_a_kept_one_near_it_the_nearer_the_closer_to_an_end(moments, dense):
    timeline = Timeline(2**40)
    timeline._dense = dense
    for step in range(moments):
        timeline.record(moment_at(step))
    kept, newest = steps(timeline), moments - 1
    assert kept[0] == 0 and kept[-1] == newest and kept == sorted(set(kept))
    for earlier, later in pairwise(kept):
        for k in range(earlier + 1, later):
            assert min(k - earlier, later - k) < 2 * min(k, newest - k) / dense


@given(moments=st.integers(1, 4000), dense=st.sampled_from([1, 4, 32]))
@settings(max_examples=25, deadline=None)
def test_the_kept_ones_are_those_of_the_rule(moments, dense):
    """The rule, written down as plainly as in the docstring, for all moments at once."""
    timeline = Timeline(2**40)
    timeline._dense = dense
    for step in range(moments):
        timeline.record(moment_at(step))
    expected = []
    for k in range(moments):
        d, every, bound = min(k, moments - 1 - k), 1, dense
        while d >= bound:
            every, bound = 2 * every, 2 * bound
        if k % every == 0:
            expected.append(k)
    assert steps(timeline) == expected


@given(
    sizes=st.lists(st.integers(OVERHEAD, 40_000), min_size=1, max_size=600),
    budget=st.integers(20_000 + SHARED, 400_000 + SHARED),
)
@settings(max_examples=40, deadline=None)
def test_memory_is_bounded_whatever_the_moments_weigh(sizes, budget):
    timeline, largest = Timeline(budget), 0
    for step, size in enumerate(sizes):
        timeline.record(moment_at(step, size))
        largest = max(largest, timeline.bytes)
        assert timeline.bytes == SHARED + sum(each.bytes for each in timeline.moments)
        assert timeline.bytes <= budget or len(timeline) <= 2
    assert steps(timeline)[0] == 0 and steps(timeline)[-1] == len(sizes) - 1


def test_a_long_run_keeps_few_thousand_moments():
    timeline = timeline_of(60_000)
    assert dense_of(timeline) == DENSE and 2 * DENSE < len(timeline) < 4500
    assert steps(timeline)[: DENSE + 1] == list(range(DENSE + 1)) and steps(timeline)[-DENSE:] == list(
        range(60_000 - DENSE, 60_000)
    )


def test_where_only_two_fit_the_start_and_the_newest_stay():
    assert steps(timeline_of(50, budget=1)) == [0, 49]


def test_of_several_moments_at_a_step_the_last_counts():
    timeline = Timeline()
    timeline.record(moment_at(0))
    timeline.record(moment_at(7))
    last = moment_at(7)
    timeline.record(last)
    assert steps(timeline) == [0, 7] and timeline.newest is last


@pytest.mark.parametrize(
    ("step", "towards", "found"),
    [
        (None, "nearest", 40), (0, "nearest", 0), (14, "nearest", 10), (16, "nearest", 20), (99, "nearest", 40),
        (20, "before", 10), (21, "before", 20), (0, "before", 0), (20, "after", 30), (19, "after", 20),
        (40, "after", 40),
    ],
)  # fmt: skip
def test_moments_are_found_by_their_step(step, towards, found):
    timeline = Timeline()
    for each in (0, 10, 20, 30, 40):
        timeline.record(moment_at(each))
    assert timeline.find(step, towards).step == found


@given(moments=st.integers(2, 300), at=st.floats(0, 1), more=st.integers(0, 300))
@settings(max_examples=25, deadline=None)
def test_after_a_cut_it_goes_on_from_there(moments, at, more):
    timeline = timeline_of(moments, budget=100_000 + SHARED)
    last = timeline.moments[int(at * (len(timeline) - 1))]
    before = [step for step in steps(timeline) if step <= last.step]
    timeline.cut(last)
    assert steps(timeline) == before and timeline.newest is last
    for step in range(last.step + 1, last.step + 1 + more):
        timeline.record(moment_at(step))
    assert timeline.bytes <= 100_000 + SHARED and timeline.bytes == SHARED + sum(
        each.bytes for each in timeline.moments
    )
    assert steps(timeline) == sorted(set(steps(timeline))) and steps(timeline)[0] == 0


@pytest.mark.parametrize(("at", "kept"), [(5, [5]), (15, [10, 15]), (20, [10, 20]), (45, [10, 20, 30, 45])])
def test_a_moment_that_was_not_kept_becomes_the_newest(at, kept):
    """Also one from before all that are kept: a resumed run keeps none of what led to it, but its best epoch."""
    timeline = Timeline()
    for each in (10, 20, 30):
        timeline.record(moment_at(each))
    timeline.cut(last := moment_at(at))
    assert steps(timeline) == kept and timeline.newest.step == at and (at == 20 or timeline.newest is last)


def test_what_moments_share_is_counted_once():
    run = run_of(patience=5)
    train_epochs(run, 1)
    now = [run.now() for _ in range(2)]
    timeline = Timeline()
    timeline.record(now[0])
    alone = timeline.bytes
    run.trainer.run(1)
    timeline.record(run.now())
    assert timeline.bytes == alone + now[1].bytes


def test_out_of_a_pickle_what_moments_share_is_still_counted_once():
    timeline = timeline_of(700, budget=400 * OVERHEAD + SHARED)
    back = pickle.loads(pickle.dumps(timeline))
    assert (steps(back), back.bytes, dense_of(back)) == (steps(timeline), timeline.bytes, dense_of(timeline))
    for each in (timeline, back):
        each.limit(100 * OVERHEAD + SHARED)
    assert (steps(back), back.bytes) == (steps(timeline), timeline.bytes) and len(back) > 2


@pytest.mark.parametrize(("optimizer", "arrays"), [("sgd", 1), ("momentum", 2), ("adam", 3)])
def test_memory_that_an_optimizer_has_not_takes_none(optimizer, arrays):
    run = run_of(optimizer=optimizer, hidden=[{"units": 128}, {"units": 128}])
    train_epochs(run, 1)
    now = run.now()
    state = now.state
    assert now.bytes == OVERHEAD + arrays * state.parameters.nbytes + state.statistics.nbytes + state.where.nbytes


CHANGES = [
    {"optimizer": "adam"}, {"batch_size": 3}, {"hidden": [{"units": 7}]}, {"normalization": "batch"}, {"hidden": []},
    {"features": ["x1", "x2", "sin_x1"]}, {"features": ["x2", "x1_x2"]}, {"dataset": "blobs"}, {"samples": 40},
    {"dropout": 0.3, "input_noise": 0.2},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_moment_brings_everything_back_whatever_has_changed(change):
    run = run_of(optimizer="momentum", noise=0.2)
    train_epochs(run, 3)
    then = bytes_of(run)
    kept = run.now()
    run.trainer.run(60)
    expected = bytes_of(run)
    tell(run, "configure", changes=change)
    train_epochs(run, 2)
    restore(run.trainer, kept)
    assert bytes_of(run) == then
    run.trainer.run(60)
    assert bytes_of(run) == expected
