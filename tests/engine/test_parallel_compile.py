"""Tests of the second process that compiles ahead: where it helps, and that it never outlives who started it."""

import errno
import subprocess
import sys

import pytest

from glassbox.engine import parallel_compile

PATIENCE = 120  # seconds


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(parallel_compile, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(parallel_compile.os, "cpu_count", lambda: 2)
    monkeypatch.setenv("GLASSBOX_CACHE", str(tmp_path / "other"))
    return tmp_path


def test_it_works_on_an_empty_cache_and_is_ended_with_the_warm_up(empty_cache):
    with parallel_compile.compiling_ahead() as process:
        assert process.poll() is None
    assert process.wait(PATIENCE) != 0


@pytest.mark.parametrize("why", ["kernels in the cache", "one core", "no cache"])
def test_where_it_would_not_help_nothing_is_started(empty_cache, monkeypatch, why):
    if why == "kernels in the cache":
        (empty_cache / "passes.forward.nbi").touch()
    elif why == "one core":
        monkeypatch.setattr(parallel_compile.os, "cpu_count", lambda: 1)
    else:
        monkeypatch.setattr(parallel_compile, "cache_folder", lambda: None)
    with parallel_compile.compiling_ahead() as process:
        assert process is None
    parallel_compile.finish(process)


@pytest.mark.parametrize("reason", [BlockingIOError(errno.EAGAIN, "no room"), PermissionError(errno.EPERM, "not here")])
def test_where_no_process_may_be_started_there_is_none_and_that_is_all(empty_cache, monkeypatch, reason):
    def not_allowed(*_, **__):
        raise reason

    monkeypatch.setattr(parallel_compile.subprocess, "Popen", not_allowed)
    with parallel_compile.compiling_ahead() as process:
        assert process is None
    parallel_compile.finish(process)


def test_it_ends_when_its_parent_does(tmp_path):
    command = [sys.executable, "-m", "glassbox.engine.parallel_compile"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        cwd=parallel_compile.ROOT,
        env={**parallel_compile.os.environ, "GLASSBOX_CACHE": str(tmp_path)},
    ) as process:
        process.stdin.close()
        assert process.wait(PATIENCE) == 1
