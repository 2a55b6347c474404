"""Gives memory back to the system: networks are made of arrays, which the C library keeps once they are gone."""

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

# glibc's mallopt: the names of what can be set. Others than glibc know other names, or none.
ARENA_MAX, MMAP_THRESHOLD, TRIM_THRESHOLD = -8, -3, -1
ARENAS = 2  # each keeps holes of its own …
SPARE = 8 * 2**20  # … and so many bytes at its end, until memory is given back: each frame takes them anew
LARGE = 2**20  # bytes from which on an array has pages of its own, which go back as soon as it does


def be_frugal() -> None:
    """Ask the C library to keep little: once, before threads start."""
    setting = _of_glibc("mallopt")
    if setting is not None:
        setting(ARENA_MAX, ARENAS)
        setting(MMAP_THRESHOLD, LARGE)
        setting(TRIM_THRESHOLD, SPARE)


def give_back() -> None:
    """Look for garbage in circles, such as a session's, and return what is free. Takes some hundredths of a second."""
    gc.collect()
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


@cache
def _of_glibc(name: str) -> Callable[..., Any] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        library = ctypes.CDLL(None)
        library.gnu_get_libc_version  # noqa: B018  another library's function of that name may mean something else
        found: Callable[..., Any] = getattr(library, name)
        return found
    except (OSError, AttributeError):
        return None
