"""Experiments: many trainings that answer one question, on this machine or on others.

This is its face in a notebook, each name taken from its file when it is first asked for: Numba is slow to import.

rows = sweep(Experiment(base={"dataset": "spiral"}, axes=[AxisValues(name="width", values=[1, 4, 16])], epochs=200))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassbox.experiments.definition import AxisValues, Experiment
    from glassbox.experiments.sweeping import sweep

__all__ = ["AxisValues", "Experiment", "sweep"]

_HOMES = {"sweep": "sweeping"}  # of all else: definition


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'definition')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
