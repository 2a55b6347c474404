"""Tests of where compiled kernels are kept: found again, renewed after any edit, and done without where it must be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numba
import numpy as np
import pytest

from glassbox.engine import _jit

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "server" / "engine"

PACK = """
import numpy as np
from glassbox.engine import _jit, pictures
print(_jit.cache_folder())
assert pictures.quantise(np.ones((1, 16), np.float32), np.ones(1, np.float32)).tolist() == [[255] * 16]
"""


def run(code, cwd=ROOT, **environment):
    """What a fresh Python prints, with these environment variables and no others of the cache's."""
    named = ("GLASSBOX_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA", "NUMBA_CACHE_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in named}
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, env=kept | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def files_of(folder, pattern="*"):
    return {path for path in Path(folder).rglob(pattern) if path.is_file()}


# --- the folder's name


@pytest.fixture
def engine_copy(tmp_path, monkeypatch):
    """A copy of the engine's files, which the fingerprint is taken of in place of the real ones."""
    copy = shutil.copytree(ENGINE, tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(_jit, "__file__", str(copy / "_jit.py"))
    return copy


def fingerprint():
    return _jit._fingerprint.__wrapped__()


def test_the_same_files_have_the_same_name(engine_copy):
    assert fingerprint() == _jit._fingerprint()


@pytest.mark.parametrize("name", sorted(path.name for path in ENGINE.glob("*.py")))
def test_an_edit_of_any_file_changes_the_name(engine_copy, name):
    before = fingerprint()
    file = engine_copy / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert fingerprint() != before


def test_a_file_more_or_less_changes_the_name_and_a_compiled_one_does_not(engine_copy):
    before = fingerprint()
    (engine_copy / "left.pyc").write_bytes(b"x")
    assert fingerprint() == before
    (engine_copy / "new.py").write_text("x = 1")
    more = fingerprint()
    (engine_copy / "features.py").unlink()
    assert len({before, more, fingerprint()}) == 3


def test_another_numba_changes_the_name(monkeypatch):
    before = fingerprint()
    monkeypatch.setattr(numba, "__version__", "0.0")
    assert fingerprint() != before


# --- the folder's place


@pytest.fixture
def places(tmp_path, monkeypatch):
    """The environment's three places for a cache, all under one temporary folder."""
    for name in ("GLASSBOX_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return tmp_path


def chosen():
    """Its folder, when it is looked for anew."""
    return _jit.cache_folder.__wrapped__()


def test_the_operators_place_comes_first_then_the_users_then_a_temporary_one(places, monkeypatch):
    assert chosen().parent == places / "GLASSBOX_CACHE"
    monkeypatch.delenv("GLASSBOX_CACHE")
    assert chosen().parent == places / "XDG_CACHE_HOME" / "glassbox"
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull + "/none")
    assert chosen().parent.parent == places / "temporary"


def test_without_any_place_there_is_no_folder(places, monkeypatch):
    for name in ("GLASSBOX_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, os.devnull + "/none")
    monkeypatch.setattr("tempfile.tempdir", os.devnull + "/none")
    assert chosen() is None


def test_a_user_without_a_home_gets_a_temporary_folder(places, monkeypatch):
    monkeypatch.delenv("GLASSBOX_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME")

    def no_home():
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", no_home)
    assert chosen().parent.parent == places / "temporary"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owners here")
@pytest.mark.parametrize("whose", ["the folder", "its parent"])
def test_what_others_could_put_there_is_not_run(places, monkeypatch, whose):
    """In the temporary folder of all users, a stranger may have been first."""
    monkeypatch.setenv("GLASSBOX_CACHE", os.devnull + "/none")
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull + "/none")
    folder = chosen()
    assert folder.stat().st_mode & 0o077 == 0
    stranger, true_stat = os.getuid() + 1, Path.stat

    def stat(path, **options):
        found = true_stat(path, **options)
        strange = path == (folder if whose == "the folder" else folder.parent)
        return os.stat_result((*found[:4], stranger, *found[5:])) if strange else found

    monkeypatch.setattr(Path, "stat", stat)
    assert chosen() is None


def test_the_newest_three_earlier_versions_are_kept(places):
    parent = places / "GLASSBOX_CACHE"
    for age in range(6):
        (parent / f"kernels-{age}").mkdir(parents=True)
        os.utime(parent / f"kernels-{age}", (1_000_000 - age, 1_000_000 - age))
    (parent / "mine").mkdir()
    folder = chosen()
    assert {path.name for path in parent.iterdir()} == {folder.name, "kernels-0", "kernels-1", "kernels-2", "mine"}


def test_other_users_of_numba_keep_their_own_cache():
    before = numba.core.config.CACHE_DIR
    _jit.jit(lambda x: x)
    assert before == numba.core.config.CACHE_DIR


# --- in a fresh Python


@pytest.fixture(scope="module")
def filled_cache(tmp_path_factory):
    """A cache with the kernels that draw, and no others."""
    parent = tmp_path_factory.mktemp("cache")
    folder = run(
        "from glassbox.engine import _jit, first_runs; first_runs._draw(); print(_jit.cache_folder())",
        GLASSBOX_CACHE=str(parent),
    )
    assert Path(folder).parent == parent and files_of(folder, "*.nbi") and files_of(folder, "*.nbc")
    return parent


def test_a_kernel_is_compiled_once(filled_cache):
    before = {path: path.stat().st_mtime_ns for path in files_of(filled_cache)}
    code = "from glassbox.engine import first_runs, pictures; first_runs._draw(); "
    code += "print(sum(pictures._quantise.stats.cache_misses.values()))"
    assert run(code, GLASSBOX_CACHE=str(filled_cache)) == "0"
    assert {path: path.stat().st_mtime_ns for path in files_of(filled_cache)} == before


@pytest.mark.parametrize("pattern, keep", [("*.nbi", 0.5), ("*.nbc", 0.5), ("*.nb?", 0)])
def test_a_truncated_cache_is_noticed_and_filled_anew(filled_cache, tmp_path, pattern, keep):
    parent = shutil.copytree(filled_cache, tmp_path / "cache")
    for file in files_of(parent, pattern):
        os.truncate(file, int(keep * file.stat().st_size))
    told = run(
        f"{TO_STDOUT}; from glassbox.engine import first_runs, warm_up; "
        "warm_up._despite_broken_cache(first_runs._draw)",
        GLASSBOX_CACHE=str(parent),
    )
    assert "compiling anew" in told
    assert sizes(parent) == pytest.approx(sizes(filled_cache), rel=0.05)  # the names in them differ a little


TO_STDOUT = "import logging, sys; logging.basicConfig(stream=sys.stdout)"


def sizes(folder):
    return sorted(path.stat().st_size for path in files_of(folder))


def test_nowhere_to_write_kernels_are_compiled_and_not_kept(tmp_path):
    nowhere = os.devnull + "/none"
    code = f"import tempfile; tempfile.tempdir = {nowhere!r}" + PACK
    assert run(code, HOME=nowhere, XDG_CACHE_HOME=nowhere) == "None"


def test_without_a_home_a_temporary_folder_serves(tmp_path):
    folder = run(PACK, HOME=os.devnull + "/none", TMPDIR=str(tmp_path))
    assert Path(folder).is_relative_to(tmp_path) and files_of(folder)


def test_an_edit_in_a_file_that_a_kernel_calls_is_seen(tmp_path):
    """Which Numba's own cache would not."""
    package = shutil.copytree(ENGINE, tmp_path / "glassbox" / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ENGINE.parent / "words", tmp_path / "glassbox" / "words")  # the choices say what they are called
    (tmp_path / "glassbox" / "__init__.py").touch()
    code = """
import sys
# The finder of an editable install would go first.
sys.meta_path[:] = [finder for finder in sys.meta_path if finder.__module__ != "_glassbox_editable"]
import numpy as np
from glassbox.engine import losses
logits = np.log(np.array([1, 3], np.float32))
losses.softmax(logits, 1)
print(*np.round(logits, 3))
"""
    before = run(code, tmp_path, GLASSBOX_CACHE=str(tmp_path / "cache"))
    functions = package / "functions.py"
    text = functions.read_text("utf-8")
    functions.write_text(text.replace("return p * scale", "return p * scale + f(1.0)"), "utf-8")
    after = run(code, tmp_path, GLASSBOX_CACHE=str(tmp_path / "cache"))
    assert (before, after) == ("0.25 0.75", "0.4 0.6")


# --- calls of the same types


@_jit.jit
def _sum(factor, pair):
    return factor * (pair[0].sum() + pair[1])


def test_a_kernel_of_the_same_types_gives_what_the_kernel_gives():
    total = _jit.SameTypes(_sum)
    for factor, pair in ((2, (np.arange(3.0), 1.5)), (-3, (np.arange(5.0), 0.5))):
        assert total(factor, pair) == _sum(factor, pair)
    assert len(_sum.signatures) == 1


@pytest.mark.parametrize("numbers", [np.arange(3.0)[::2], np.arange(3), np.arange(3.0, dtype=np.float32)], ids=str)
def test_other_types_have_a_version_of_their_own(numbers):
    for factor in (2, 2.5, 2**63):
        assert _jit.SameTypes(_sum)(factor, (numbers, 1.5)) == factor * (numbers.sum() + 1.5)
