"""Measures how many trainings a second an experiment has, beside scikit-learn and PyTorch on the same machine.

    python -m tests.benchmarks.experiments            medians of 5 rounds, some minutes on idle cores
    python -m tests.benchmarks.experiments --smoke    one short round

Processes, threads and Dask train the same bundles with one worker and with two, by turns, so that a busy moment hits
all; so do scikit-learn in a joblib pool and PyTorch in a process pool. Prints Markdown, and never fails because of a
figure.
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
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from functools import cache
from statistics import median

from glassbox.experiments.bundle import train_all
from glassbox.experiments.definition import Experiment
from glassbox.experiments.executors import Processes
from glassbox.experiments.plan import Plan
from tests.benchmarks.options import Options

WORKERS = (1, 2)
KINDS = {"small": (8, 50, 500), "MG-64": (64, 100, 2000)}  # tanh units, points that train, epochs
BATCH, RATE = 10, 0.01
SEEDS = 100  # as many as an experiment may have; a bundle of more begins again


def main():
    """Measure and print."""
    parser = Options(__doc__, "one short round of the small kind", seconds=0.1, rounds=1, kinds=["small"])
    parser.number("seconds", 0.6, "what a bundle is to take")
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
    """Trainings a second for each place, whose first bundle is not counted."""
    sizes = {place: _bundle_size(run, kind, options.seconds) for place, run in places.items()}
    rates = {place: [] for place in places}
    for _ in range(options.rounds):
        for (name, count), run in places.items():
            size = sizes[name, count]
            began = time.perf_counter()
            run(kind, size, 2 * count)
            rates[name, count].append(2 * count * size / (time.perf_counter() - began))
    return {place: median(told) for place, told in rates.items()}


def _bundle_size(run, kind, seconds):
    """How many trainings fill a bundle, found when the place has had one."""
    run(kind, 1, 2)
    began = time.perf_counter()
    run(kind, 1, 1)
    return max(1, round(seconds / (time.perf_counter() - began)))


def _print_table(kind, rates):
    units, points, epochs = KINDS[kind]
    print(f"{kind}: {units} tanh units, {points} points, {epochs} epochs in batches of {BATCH}, Adam\n")
    print("| | 1 worker, trainings a second | 2 workers | of twice as many |\n|---|---|---|---|")
    for name in dict.fromkeys(name for name, _ in rates):
        one, two = (rates[name, count] for count in WORKERS)
        print(f"| {name} | {one:.3g} | {two:.3g} | {two / (2 * one):.0%} |")
    print(flush=True)


def _installed():
    """The places that are there, by name: each makes, for so many workers, a function (kind, size, bundles)."""
    places = {"processes": _processes, "threads": _threads}
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


def _glassbox(executor):
    def run(kind, size, bundles):
        trials = [_plan(kind).trial(number % SEEDS) for number in range(size)]
        promises = [executor.submit(train_all, trials) for _ in range(bundles)]
        wait(promises)
        assert all(len(promise.result()[0]) == size for promise in promises)

    return run


@cache
def _plan(kind):
    units, points, epochs = KINDS[kind]
    base = {"dataset": "multi_gauss", "samples": 10 * points, "training_share": 10, "label_noise": 0.3,
            "hidden": [{"units": units}], "loss": "squared_error", "optimizer": "adam", "learning_rate": RATE,
            "batch_size": BATCH, "activation": "tanh"}  # fmt: skip
    return Plan(Experiment(base=base, seeds=SEEDS, epochs=epochs, measures=("test_mse",)))


def _processes(stack, count):
    executor = Processes(count)
    stack.callback(executor.shutdown, cancel_futures=True)
    return _glassbox(executor)


def _threads(stack, count):
    return _glassbox(stack.enter_context(ThreadPoolExecutor(count)))


def _dask(stack, count):
    from glassbox.cluster.address import Address
    from glassbox.cluster.on_dask import reach
    from glassbox.cluster.version import own_version

    scheduler = stack.enter_context(_command("scheduler", "tcp://127.0.0.1:0"))
    address = re.search(r"tcp://[\d.:]+\d", scheduler.stdout.readline())[0]
    worker = stack.enter_context(_command("worker", address, "--processes", str(count)))
    while not worker.stdout.readline().startswith("Ready"):
        assert worker.poll() is None, "the worker has ended"
    return _glassbox(stack.enter_context(reach(Address(address), own_version())))


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
    return lambda kind, size, bundles: pool(delayed(_train_scikit_learn)(kind, size) for _ in range(bundles))


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

    def run(kind, size, bundles):
        for promise in [pool.submit(_train_torch, kind, size) for _ in range(bundles)]:
            promise.result()

    return run


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
