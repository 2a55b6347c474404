"""Processes that train: calls come back, faults too; a killed one costs its call and no more; all end with us."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor, wait

import psutil
import pytest
import threadpoolctl

from glassbox.experiments.executors import Processes, let_go
from glassbox.experiments.plan import Plan
from tests.experiments.an_experiment import an_experiment
from tests.experiments.running import finished
from tests.web.conftest import until

PATIENCE = 300  # seconds until a process is ready that gives way to all else, and may have to compile its kernels


@pytest.fixture(scope="module")
def processes():
    executor = Processes(2)
    yield executor
    executor.shutdown(cancel_futures=True)


def pid_of(processes):
    return processes.submit(os.getpid).result(PATIENCE)


def test_calls_come_back_from_another_process(processes):
    assert pid_of(processes) != os.getpid()
    assert processes.submit(sorted, [2, 1], reverse=True).result(PATIENCE) == [2, 1]


def test_a_fault_comes_back_as_it_was(processes):
    with pytest.raises(ValueError, match="invalid literal"):
        processes.submit(int, "x").result(PATIENCE)


def test_it_gives_way_to_live_training(processes):
    assert processes.submit(os.getpriority, os.PRIO_PROCESS, 0).result(PATIENCE) > os.getpriority(os.PRIO_PROCESS, 0)


def test_it_is_one_core(processes):
    """NumPy's linear algebra takes every core it finds, and so would each of the processes."""
    told = processes.submit(threadpoolctl.threadpool_info).result(PATIENCE)
    assert {each["num_threads"] for each in told if each["user_api"] == "blas"} == {1}


def test_what_is_printed_there_does_not_get_in_the_way(processes):
    assert processes.submit(print, "hello").result(PATIENCE) is None


def test_an_experiment_has_the_same_results_there(processes):
    plan = Plan(an_experiment())
    with ThreadPoolExecutor(1) as threads:
        assert finished(plan, processes).results == finished(plan, threads).results


def test_a_killed_process_costs_its_call_and_no_more(processes):
    killed = processes.submit(signal.raise_signal, signal.SIGKILL)
    other = processes.submit(int, "7")
    with pytest.raises(BrokenExecutor):
        killed.result(PATIENCE)
    assert other.result(PATIENCE) == 7
    assert pid_of(processes) > 0


def test_a_call_that_is_not_wanted_any_more_is_ended(processes):
    endless = processes.submit(signal.pause)
    until(endless.running, PATIENCE)
    until(lambda: endless in processes.at_work, PATIENCE)
    let_go(processes, endless)
    wait([endless], PATIENCE)
    assert isinstance(endless.exception(), BrokenExecutor)
    assert pid_of(processes) > 0


def test_after_the_end_nothing_is_taken_and_nothing_is_left():
    executor = Processes(1)
    pid = pid_of(executor)
    executor.shutdown(cancel_futures=True)
    assert not psutil.pid_exists(pid)
    with pytest.raises(RuntimeError):
        executor.submit(os.getpid)


def test_they_end_with_whoever_started_them_however_that_ends():
    start = (
        "import os, signal; from glassbox.experiments.executors import Processes\n"
        "executor = Processes(1); print(executor.submit(os.getpid).result(), flush=True)\n"
        "executor.submit(signal.pause); os.kill(os.getpid(), signal.SIGKILL)"
    )
    told = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, timeout=PATIENCE).stdout
    until(lambda: not psutil.pid_exists(int(told)), PATIENCE)


def test_what_only_waits_is_cancelled():
    gate = threading.Event()
    with ThreadPoolExecutor(1) as threads:
        threads.submit(gate.wait, PATIENCE)
        waiting = threads.submit(int, "1")
        let_go(threads, waiting)
        gate.set()
    assert waiting.cancelled()
