"""The house's only JIT decorators, for every kernel: one policy, and a disk cache that notices every edit.

Numba's own cache does not see edits in other files, so it is pointed at a folder named by a hash of this whole room.
Where no folder can be written, kernels are compiled anew at each start.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numba.core import config
from numba.core.caching import NullCache

# Everything but "nnan" and "ninf": NaN and infinity must still be seen when training blows up.
FLAGS = {"nsz", "arcp", "contract", "afn", "reassoc"}
IN_ORDER = {"nsz", "contract"}  # for functions that rely on the order in which they are written
_ALWAYS = {"nogil": True, "error_model": "numpy"}
MOST_FOLDERS = 3  # of earlier versions, kept for those who go back and forth
PRIVATE = 0o700
ROOT = 0  # the user who may write everywhere anyway

_kernels: list[Any] = []  # all that `jit` has made
_versions: dict[tuple[Any, ...], Callable[..., Any]] = {}  # of kernels, by the kinds of their arguments


def jit(kernel: Callable[..., Any]) -> Any:
    """Compile on first use: no GIL, cached on disk, division by zero as in NumPy."""
    folder = cache_folder()
    with _cached_in(folder):
        compiled = numba.njit(cache=folder is not None, fastmath=FLAGS, **_ALWAYS)(kernel)
    _kernels.append(compiled)
    return compiled


def inlined(kernel: Callable[..., Any]) -> Any:
    """For small pieces: they become part of each caller's machine code. Sums keep the order they are written in."""
    return numba.njit(forceinline=True, fastmath=IN_ORDER, **_ALWAYS)(kernel)


def pasted(kernel: Callable[..., Any]) -> Any:
    """For pieces with one caller or two: as if they were written there, so that they are not compiled twice."""
    return numba.njit(inline="always", fastmath=FLAGS, **_ALWAYS)(kernel)


class SameTypes:
    """A kernel for an owner who calls it again and again with arguments of the same types, each time.

    Numba looks at every array of every bundle in each call, which takes some four times as long as handing them over;
    here only the first call is looked at. Other types later would be taken for those of the first.
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel
        self._compiled: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        if self._compiled is None:
            self._compiled = _version(self._kernel, arguments)
        return self._compiled(*arguments)


def _version(kernel: Any, arguments: tuple[Any, ...]) -> Callable[..., Any]:
    """The compiled version for these arguments; Numba's own way to it takes a seventh of a millisecond."""
    key = (kernel, *_kinds(arguments))
    if key not in _versions:
        _versions[key] = kernel.compile(tuple(map(kernel.typeof_pyval, arguments)))
    return _versions[key]


def _kinds(values: tuple[Any, ...]) -> Iterator[Any]:
    """All that their types in Numba depend on."""
    for value in values:
        yield type(value)
        if isinstance(value, tuple):
            yield from _kinds(value)
        elif isinstance(value, np.ndarray):
            yield value.dtype, value.ndim, value.flags.num
        elif isinstance(value, int):
            yield value >> 63  # what does not fit into 64 bits with a sign has another type


@contextlib.contextmanager
def _cached_in(folder: Path | None) -> Iterator[None]:
    """Numba chooses a kernel's cache folder when it is decorated; other users of Numba keep their own."""
    before = config.CACHE_DIR
    config.CACHE_DIR = str(folder or "")
    try:
        yield
    finally:
        config.CACHE_DIR = before


@cache
def cache_folder() -> Path | None:
    """Where compiled kernels are kept; None if no folder of one's own can be written."""
    for parent in _candidates():
        folder = parent / f"kernels-{_fingerprint()}"
        if _is_usable(folder):
            _forget_old(parent, folder)
            return folder
    return None


def clear_cache() -> None:
    """Throw away what is cached, as when a file of it is broken."""
    folder = cache_folder()
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)


def do_without_cache() -> None:
    """Neither read nor keep compiled kernels any more: its folder cannot be used, on a full disk for instance."""
    for kernel in _kernels:
        kernel._cache = NullCache()


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("GLASSBOX_CACHE"):
        yield Path(named)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        yield Path(local) / "glassbox" / "cache"
    with contextlib.suppress(RuntimeError):  # a user without a home
        yield Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "glassbox"
    user = os.getuid() if hasattr(os, "getuid") else "all"
    with contextlib.suppress(OSError):  # no folder for temporary files can be written either
        yield Path(tempfile.gettempdir()) / f"glassbox-{user}"


def _is_usable(folder: Path) -> bool:
    """Whether it can be written, and only by us or root, its parent included: what lies there is run."""
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and {folder.stat().st_uid, folder.parent.stat().st_uid} - {os.getuid(), ROOT}:
            return False
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"a byte, which a full disk does not take")
        return True
    except OSError:
        return False


def _forget_old(parent: Path, current: Path) -> None:
    """Delete the caches of all but the newest earlier versions."""
    with contextlib.suppress(OSError):
        os.utime(current)
        folders = sorted(parent.glob("kernels-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in folders[1 + MOST_FOLDERS :]:
            shutil.rmtree(folder, ignore_errors=True)


@cache
def _fingerprint() -> str:
    """Of everything that decides what a kernel compiles to: this room's files, Numba, Python."""
    digest = hashlib.sha256(f"{numba.__version__} {sys.version}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
