"""Measures how many trainings a second an experiment has, beside scikit-learn and PyTorch on the same machine.

    python -m tests.benchmarks.experiments            medians of 5 rounds, some minutes on idle cores
    python -m tests.benchmarks.experiments --smoke    one short round

Processes, threads and Dask run a whole experiment, in the bundles that its runner makes, with one worker and with two,
by turns, so that a busy moment hits all; so do scikit-learn in a joblib pool and PyTorch in a process pool. “Nothing
shared” are processes that train without being asked for anything meanwhile: what two of them reach beside one is what
this machine allows. Prints Markdown, and never fails because of a figure.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # read when the libraries are loaded: a worker is one core
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"

import multiprocessing
import platform
import re
import subprocess
import sys
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from statistics import median

from glassbox.experiments.executors import Processes
from glassbox.experiments.runner import Runner
from glassbox.experiments.tally import Tally
from tests.benchmarks.options import Options
from tests.benchmarks.same_work import BATCH, KINDS, RATE, plan_of, train_for

WORKERS = (1, 2)
SHARES_NOTHING = "nothing shared"


def main():
    """Measure and print."""
    parser = Options(__doc__, "one short round of the small kind", seconds=0.3, rounds=1, kinds=["small"])
    parser.number("seconds", 5.0, "what an experiment is to take")
    parser.number("rounds", 5, "measurements of which the median counts")
    parser.choice("kinds", list(KINDS))
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; "
          f"median of {options.rounds} rounds.\n")  # fmt: skip
    with ExitStack() as stack:
        places = {(name, count): make(stack, count) for name, make in _installed().items() for count in WORKERS}
        for kind in options.kinds:
            _print_table(kind, _measured(kind, places, options))


def _measured(kind, places, options):
    """Trainings a second for each place, whose first ones are not counted."""
    for run in places.values():
        run(kind, 0.1)
    rates = {place: [] for place in places}
    for _ in range(options.rounds):
        for place, run in places.items():
            rates[place].append(run(kind, options.seconds))
    return {place: median(told) for place, told in rates.items()}


def _print_table(kind, rates):
    units, points, epochs = KINDS[kind]
    allowed = rates[SHARES_NOTHING, 2] / rates[SHARES_NOTHING, 1]
    print(f"{kind}: {units} tanh units, {points} points, {epochs} epochs in batches of {BATCH}, Adam\n")
    print("| | 1 worker, trainings a second | 2 workers | of twice as many | of what the machine allows |")
    print("|---|---|---|---|---|")
    for name in dict.fromkeys(name for name, _ in rates):
        one, two = (rates[name, count] for count in WORKERS)
        print(f"| {name} | {one:.3g} | {two:.3g} | {two / (2 * one):.0%} | {two / (allowed * one):.0%} |")
    print(flush=True)


def _installed():
    """The places that are there, by name: each makes, for so many workers, a function (kind, seconds) that tells how
    many trainings a second there were.
    """
    places = {SHARES_NOTHING: _sharing_nothing, "processes": _processes, "threads": _threads}
    for name, library, make in (
        ("Dask", "distributed", _dask), ("scikit-learn", "sklearn", _scikit_learn), ("PyTorch", "torch", _torch),
    ):  # fmt: skip
        try:
            __import__(library)
        except ImportError:
            print(f"Skipped {name}: {library} is not installed.\n")
        else:
            places[name] = make
    return places


def _sharing_nothing(stack, count):
    executor = Processes(count)
    stack.callback(executor.shutdown, cancel_futures=True)

    def run(kind, seconds):
        promises = [executor.submit(train_for, kind, seconds) for _ in range(count)]
        return sum(promise.result() for promise in promises)

    return run


def _experiments(executor, count):
    """Whole ones, as the page and a notebook have them run."""

    def run(kind, seconds):
        plan = plan_of(kind, seconds * count)
        tally, began = Tally(plan), time.perf_counter()
        runner = Runner(plan, executor, count)
        while not runner.is_done:
            runner.fill()
            wait(runner.in_flight, return_when=FIRST_COMPLETED)
            tally.add(runner.take())
        assert len(tally.results) == plan.total
        return plan.total / (time.perf_counter() - began)

    return run


def _processes(stack, count):
    executor = Processes(count)
    stack.callback(executor.shutdown, cancel_futures=True)
    return _experiments(executor, count)


def _threads(stack, count):
    return _experiments(stack.enter_context(ThreadPoolExecutor(count)), count)


def _dask(stack, count):
    from glassbox.cluster.address import Address
    from glassbox.cluster.on_dask import reach
    from glassbox.cluster.version import own_version

    scheduler = stack.enter_context(_command("scheduler", "tcp://127.0.0.1:0"))
    address = re.search(r"tcp://[\d.:]+\d", scheduler.stdout.readline())[0]
    worker = stack.enter_context(_command("worker", address, "--processes", str(count)))
    while not worker.stdout.readline().startswith("Ready"):
        assert worker.poll() is None, "the worker has ended"
    return _experiments(stack.enter_context(reach(Address(address), own_version())), count)


@contextmanager
def _command(*arguments):
    process = subprocess.Popen([sys.executable, "-m", "glassbox", *arguments], stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _data(kind):
    """Of the same size: what it says does not matter to the time."""
    import numpy as np

    _, points, _ = KINDS[kind]
    chance = np.random.default_rng(1)
    return chance.normal(size=(points, 2)).astype("float32"), chance.normal(size=points).astype("float32")


def _scikit_learn(stack, count):
    from joblib import Parallel, delayed

    pool = stack.enter_context(Parallel(count))
    return _in_calls(
        count, lambda kind, size, calls: pool(delayed(_train_scikit_learn)(kind, size) for _ in range(calls))
    )


def _train_scikit_learn(kind, size):
    import warnings

    from sklearn.neural_network import MLPRegressor

    (units, _, epochs), (x, t) = KINDS[kind], _data(kind)
    warnings.simplefilter("ignore")  # that it has not converged after so many epochs
    chosen = dict(hidden_layer_sizes=(units,), activation="tanh", alpha=0.0, batch_size=BATCH, learning_rate_init=RATE)
    for seed in range(size):
        MLPRegressor(**chosen, max_iter=epochs, n_iter_no_change=epochs, tol=0.0, random_state=seed).fit(x, t)


def _torch(stack, count):
    pool = stack.enter_context(ProcessPoolExecutor(count, multiprocessing.get_context("spawn")))

    def run(kind, size, calls):
        for promise in [pool.submit(_train_torch, kind, size) for _ in range(calls)]:
            promise.result()

    return _in_calls(count, run)


def _in_calls(count, run):
    """Of a pool that knows no experiments: each worker is called once, for as many trainings as take so long."""
    each = {}  # seconds of a training, of each kind

    def timed(kind, seconds):
        size = max(1, round(seconds / each.get(kind, seconds)))
        began = time.perf_counter()
        run(kind, size, count)
        spent = time.perf_counter() - began
        each[kind] = spent / size
        return count * size / spent

    return timed


def _train_torch(kind, size):
    import torch

    torch.set_num_threads(1)
    (units, _, epochs), (x, t) = KINDS[kind], map(torch.from_numpy, _data(kind))
    for seed in range(size):
        torch.manual_seed(seed)
        net = torch.nn.Sequential(torch.nn.Linear(2, units), torch.nn.Tanh(), torch.nn.Linear(units, 1))
        optimizer = torch.optim.Adam(net.parameters(), RATE)
        for _ in range(epochs):
            for chosen in torch.randperm(len(x)).split(BATCH):
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x[chosen])[:, 0], t[chosen]).backward()
                optimizer.step()


if __name__ == "__main__":
    main()
