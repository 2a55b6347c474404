"""A contest judges many networks in turns: each record once, each reason once, and nothing while nothing is better."""

import pytest

from glassbox.settings import Settings
from glassbox.study.challenge.contest import PAUSE, Contest
from glassbox.study.challenge.ground import ground_of
from tests.run.tools import MOST_PARAMETERS, Clock, configure, run_of, train_epochs


def contest(by="parameters", at=0.5, **start):
    return Contest(ground_of(Settings().changed(start), 4711, "left"), "test_loss", at, by, (), 4711, MOST_PARAMETERS)


def outcomes(judge):
    found = []
    while judge.is_busy:
        outcome = judge.work(0.05)
        found += [outcome] if outcome else []
    return found


@pytest.fixture(scope="module")
def good():
    run = run_of()
    train_epochs(run, 60)
    return run


def test_who_reaches_the_goal_has_a_record_and_who_does_not_has_none(good):
    judge = contest()
    judge.look({1: good.now(), 2: run_of().now()})
    told = outcomes(judge)
    assert {outcome.member for outcome in told} == {1} and told[-1].why_not == ""
    assert (told[0].record.parameters, told[0].record.tried) == (25, 0) and told[-1].record.tried > 0
    judge.look({1: good.now(), 2: run_of().now()})
    assert not judge.is_busy


def test_a_better_network_is_tried_once_the_member_has_waited_for_some_times_as_long_as_its_last_trial_took(good):
    judge, clock = contest(), Clock(tick=0.01)
    judge.look({1: good.now()}, clock)
    while judge.is_busy:
        judge.work(1.0, clock)
    small = run_of(hidden=[{"units": 4}])
    train_epochs(small, 200)
    judge.look({1: small.now()}, clock)
    assert not judge.is_busy
    clock.advance(PAUSE * 20)
    judge.look({1: small.now()}, clock)
    assert outcomes(judge)[-1].record.parameters == small.trainer.parameters.size == 17


def test_a_reason_is_told_once(good):
    run = run_of()
    configure(run, samples=2000)
    train_epochs(run, 20)
    configure(run, samples=500)
    train_epochs(run, 30)
    judge = contest()
    for _ in range(2):
        judge.look({1: run.now()})
        told = outcomes(judge)
        assert [outcome.why_not for outcome in told] in (["record_broke_a_lock"], [])
    assert told == []


def test_a_network_that_was_left_behind_is_on_trial_until_it_is_known_whether_it_counts(good):
    judge = contest()
    judge.look({1: good.now(), 2: run_of().now()})
    assert judge.on_trial == {1}
    judge.look({1: run_of().now()})  # after a Reset
    assert judge.on_trial == {1}
    outcomes(judge)
    assert judge.on_trial == set()


def test_turns_are_fair(good):
    judge = contest()
    other = run_of(seed=3)
    train_epochs(other, 100)
    judge.look({1: good.now(), 2: other.now()})
    heard = []
    while judge.is_busy:
        outcome = judge.work(0.0)
        heard += [outcome.member] if outcome else []
    assert set(heard) == {1, 2}


def test_who_goes_to_other_data_is_named_once(good):
    judge, other = contest(), run_of(dataset="xor").now()
    looks = ({1: good, 2: other}, {1: good, 2: other}, {1: good, 2: good}, {1: good, 2: other})
    moments = ({who: run if run is other else run.now() for who, run in look.items()} for look in looks)
    assert [judge.look(each) for each in moments] == [{2}, set(), set(), {2}]
