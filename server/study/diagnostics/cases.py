"""Broken set-ups for a class to diagnose: what a teacher's menu sets, and nothing that says what is wrong.

Each is a whole set of settings, so that a case is the same wherever one comes from. The tests check that each leads to
its ailment.
"""

from typing import Any, NamedTuple

from glassbox.settings import Settings
from glassbox.study.diagnostics.ailment import Ailment

LEFT_ALONE = {"speed"}  # how fast it runs is the teacher's


class Case(NamedTuple):
    """What to set, and what the class is to find (which the page is not told)."""

    ailment: Ailment
    settings: Settings


def _layers(*units: int) -> list[dict[str, Any]]:
    return [{"units": each, "activation": None} for each in units]


def _case(ailment: Ailment, **changes: Any) -> Case:
    return Case(ailment, Settings().changed(changes))


CASES = (
    _case(Ailment.IDENTICAL, initialization="zeros", hidden=_layers(6, 4), activation="sigmoid", learning_rate=0.3),
    _case(Ailment.VANISHING, hidden=_layers(*[6] * 8), activation="sigmoid", learning_rate=0.1),
    _case(Ailment.RATE_HIGH, hidden=_layers(6, 4), learning_rate=10.0),
    _case(Ailment.UNSCALED, hidden=_layers(8, 6), input_scale=100.0),
    _case(
        Ailment.DEAD, hidden=_layers(8, 8), activation="relu", initialization="he", initial_bias=-12.0, dataset="moons"
    ),
    _case(
        Ailment.MEMORISING, hidden=_layers(64, 64), label_noise=0.15, samples=200, optimizer="adam", learning_rate=0.01
    ),
)


def cases() -> list[dict[str, Any]]:
    """The menu, JSON-ready: what each case sets."""
    return [case.settings.model_dump(mode="json", exclude=LEFT_ALONE) for case in CASES]
