"""Runs experiments for tests, in this process."""

from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from glassbox.experiments.runner import Runner
from glassbox.experiments.tally import Tally


def finished(plan, executor, workers=1, tally=None):
    """What it has brought when it is done."""
    tally = tally or Tally(plan)
    runner = Runner(plan, executor, workers, tally.results)
    while not runner.is_done:
        runner.fill()
        wait(runner.in_flight, return_when=FIRST_COMPLETED)
        tally.add(runner.take())
    return tally


class AtOnce(Executor):
    """Does everything in the call itself."""

    def __init__(self):
        self.calls = []

    def submit(self, call, /, *arguments, **named):
        self.calls.append(arguments)
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(call(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


class Stubborn(Executor):
    """Does nothing until it is told to."""

    def __init__(self):
        self.promised = []

    def submit(self, call, /, *arguments, **named):
        future = Future()
        self.promised.append((future, call, arguments))
        return future

    def do(self, at=0):
        future, call, arguments = self.promised.pop(at)
        if future.set_running_or_notify_cancel():
            future.set_result(call(*arguments))

    def lose(self, error, at=0):
        future, _, _ = self.promised.pop(at)
        future.set_running_or_notify_cancel()
        future.set_exception(error)
