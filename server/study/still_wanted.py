"""Lets long work be given up: whoever asks for it says for how long it is wanted, and the work asks now and then."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

Result = TypeVar("Result")

_is_wanted: ContextVar[Callable[[], bool]] = ContextVar("is_wanted", default=lambda: True)


class NoLongerWanted(Exception):
    """Nobody waits for the result any more."""


def while_wanted(is_wanted: Callable[[], bool], work: Callable[[], Result]) -> Result:
    """What `work` returns.

    Raises:
        NoLongerWanted: it was given up.
    """
    before = _is_wanted.set(is_wanted)
    try:
        check_wanted()
        return work()
    finally:
        _is_wanted.reset(before)


def check_wanted() -> None:
    """Called by long work between two parts of it; raises NoLongerWanted if it is not."""
    if not _is_wanted.get()():
        raise NoLongerWanted
