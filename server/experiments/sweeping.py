"""Runs an experiment in a notebook: the same rows that the playground's place Experiments has."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, wait
from contextlib import contextmanager
from typing import Any

from glassbox.experiments.definition import Experiment
from glassbox.experiments.executors import Processes, cores
from glassbox.experiments.plan import Plan
from glassbox.experiments.runner import Runner
from glassbox.experiments.table import trial_rows
from glassbox.experiments.tally import Tally

Progress = Callable[[int, int], None]


def sweep(
    experiment: Experiment,
    executor: Executor | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[dict[str, Any]]:
    """Train everything that an experiment asks for; one row a training and moment, in the order of their numbers.

    Args:
        executor: where to train; None: in processes of this machine.
        workers: how many trainings at once; None: one for each core.
        progress: is told how many of how many are done.

    Raises:
        glassbox.protocol.refusals.Refusal: it cannot be run, with one sentence why.
    """
    plan, count = Plan(experiment), workers or cores()
    tally = Tally(plan)
    with _given_or_own(executor, count) as place:
        runner = Runner(plan, place, count)
        while not runner.is_done:
            runner.fill()
            wait(runner.in_flight, return_when=FIRST_COMPLETED)
            tally.add(runner.take())
            if progress is not None:
                progress(len(tally.results), plan.total)
    return trial_rows(plan, tally)


@contextmanager
def _given_or_own(executor: Executor | None, workers: int) -> Iterator[Executor]:
    if executor is not None:
        yield executor
        return
    own = Processes(workers)
    try:
        yield own
    finally:
        own.shutdown(cancel_futures=True)
