"""One training of an experiment, and what has become of it: plain data, in and out of a worker on any machine."""

import platform
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

COMPUTES = ("glassbox", "numba", "numpy")


@dataclass(frozen=True)
class Trial:
    """One training: what a worker is given.

    Attributes:
        number: which of its experiment's it is.
        settings: all of them, as JSON has them, with the seeds set; a person's own data in the place of their name.
        seed: the one it stands for.
        epochs: how long it trains at most.
        tell_at: whole epochs after which it is measured, in rising order.
        measures: what is measured.
        kind: whether it is trained, or solved at once (`kinds.py`).
        degree: of a polynomial.
    """

    number: int
    settings: dict[str, Any]
    seed: int
    epochs: int
    tell_at: tuple[int, ...]
    measures: tuple[str, ...]
    kind: str = "training"
    degree: int = 0


@dataclass(frozen=True)
class TrialResult:
    """What has become of a training.

    Attributes:
        state: "done" or "diverged".
        epochs: trained.
        told: of each measure, a value for each of the trial's `tell_at`; None where it had none, or no more.
        digest: SHA-256 of the float32 parameters at the end, in hexadecimal.
        machine: processor and versions: the same bytes are promised on one machine only.
    """

    number: int
    state: str
    parameters: int
    epochs: int
    told: dict[str, list[float | None]]
    digest: str
    machine: str = field(default="", compare=False)


@cache
def this_machine() -> str:
    """The processor and the versions of what computes here."""
    return ", ".join([platform.processor() or platform.machine(), *(f"{name} {_version(name)}" for name in COMPUTES)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
