"""An experiment's trainings over an executor: bundles, what was lost is trained again, and nothing counts twice."""

from concurrent.futures import BrokenExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments.bundle import train_all
from glassbox.experiments.plan import Plan
from glassbox.experiments.runner import AHEAD, LAST, LEAST, MOST_ATTEMPTS, Lost, Runner
from glassbox.experiments.tally import Tally
from tests.experiments.an_experiment import CURVE, an_experiment, axis
from tests.experiments.running import AtOnce, Stubborn, finished

MANY = an_experiment(axes=[axis("width", *range(1, 9))], seeds=50, epochs=20_000)


def test_small_trainings_are_sent_together():
    executor, plan = AtOnce(), Plan(an_experiment())
    tally = finished(plan, executor)
    assert len(executor.calls) == 1 and sorted(tally.results) == list(range(6))
    assert tally.results == {result.number: result for result in train_all([plan.trial(n) for n in range(6)])[0]}


def test_bundles_take_half_a_second_by_the_cost_model_and_each_worker_has_one_and_the_next():
    plan, executor = Plan(MANY), Stubborn()
    runner = Runner(plan, executor, workers=3)
    assert len(runner.fill()) == 3 * AHEAD == len(runner.in_flight)
    assert runner.fill() == []
    for bundle in runner.in_flight.values():
        seconds = sum(map(plan.seconds_of, bundle))
        assert LEAST <= seconds < LEAST + max(map(plan.seconds_of, bundle))
    sent = [number for bundle in runner.in_flight.values() for number in bundle]
    assert sent == list(plan.in_order())[: len(sent)]


def test_a_training_that_fills_a_bundle_alone_is_not_sent_ahead():
    long = an_experiment(base=CURVE | {"batch_size": 1}, seeds=5, epochs=100_000)
    runner = Runner(Plan(long), Stubborn(), workers=3)
    assert len(runner.fill()) == 3
    assert [len(bundle) for bundle in runner.in_flight.values()] == [1, 1, 1]


def test_the_last_bundles_are_smaller_so_that_all_workers_end_together():
    plan, executor = Plan(MANY), Stubborn()
    runner, sizes = Runner(plan, executor, workers=4), []
    while runner.fill() or runner.in_flight:
        [numbers, *_] = runner.in_flight.values()
        sizes.append(sum(map(plan.seconds_of, numbers)))
        future, _, _ = executor.promised.pop(0)
        future.set_result(([], [plan.seconds_of(number) for number in numbers]))
        runner.take()
    assert sizes[0] >= LEAST and sizes[-2] < LEAST / 2 and min(sizes[:-1]) >= LAST


def test_what_was_withdrawn_is_trained_when_it_is_wanted_again_and_is_not_lost():
    plan, executor = Plan(MANY), Stubborn()
    runner = Runner(plan, executor, workers=1)
    runner.fill()
    [(begun, first), (_, second)] = runner.in_flight.items()
    begun.set_running_or_notify_cancel()
    for _ in range(2 * MOST_ATTEMPTS):
        runner.withdraw()
        assert list(runner.in_flight) == [begun]
        runner.fill()
        assert list(runner.in_flight.values()) == [first, second]


def test_what_is_done_is_not_trained_again():
    plan = Plan(an_experiment())
    tally, executor = Tally(plan), AtOnce()
    tally.add(train_all([plan.trial(1), plan.trial(4)])[0])
    finished(plan, executor, tally=tally)
    assert sorted(trial.number for (trials,) in executor.calls for trial in trials) == [0, 2, 3, 5]


@given(st.lists(st.booleans(), max_size=4))
def test_a_bundle_that_was_lost_with_its_worker_is_trained_again(losses):
    plan, executor = Plan(an_experiment(epochs=1)), Stubborn()
    runner, tally, lost = Runner(plan, executor, 2), Tally(plan), 0
    while not runner.is_done:
        runner.fill()
        if losses and losses.pop() and lost + 1 < MOST_ATTEMPTS:
            executor.lose(BrokenExecutor())
            lost += 1
        else:
            executor.do()
        tally.add(runner.take())
    assert sorted(tally.results) == list(range(6))


def test_trainings_that_kill_their_worker_every_time_end_it():
    executor = Stubborn()
    runner = Runner(Plan(an_experiment()), executor, 1)
    with pytest.raises(Lost):
        for _ in range(MOST_ATTEMPTS):
            runner.fill()
            executor.lose(BrokenExecutor())
            runner.take()


def test_a_fault_in_a_training_is_told_to_its_owner():
    executor = Stubborn()
    runner = Runner(Plan(an_experiment()), executor, 1)
    runner.fill()
    executor.lose(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        runner.take()


def test_the_time_left_is_corrected_by_what_was_seen():
    plan, executor = Plan(MANY), Stubborn()
    runner = Runner(plan, executor, 1)
    before = runner.seconds_left
    assert before == pytest.approx(plan.seconds)
    runner.fill()
    [bundle, _] = runner.in_flight.values()
    executor.promised.pop(0)[0].set_result(([], [10 * plan.seconds_of(number) for number in bundle]))
    runner.take()
    rest = plan.seconds - sum(map(plan.seconds_of, bundle))
    assert runner.seconds_left == pytest.approx(10 * rest)
