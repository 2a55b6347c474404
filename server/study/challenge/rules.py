"""What a challenge asks for and forbids: its goal, and the settings that must stay as the teacher set them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from glassbox.engine.evaluation import Metrics
from glassbox.run.goal import is_met
from glassbox.settings import Goal, Settings, difference

By = Literal["parameters", "epochs", "loss"]
SEEDS = {"data_seed", "seed"}
INPUTS = {"features", "input_scale"}


@dataclass(frozen=True)
class Rules:
    """Of one challenge.

    Attributes:
        start: the settings that the teacher set.
        goal, at: the measure on hidden points, and what it must reach; an accuracy in percent.
        by: what makes the order of those that reach it; less is better.
        locked: what the teacher locked, as links name it (static/state/locks.js): parts of the page, or settings.
    """

    start: Settings
    goal: Goal
    at: float
    by: By
    locked: tuple[str, ...] = ()

    def is_reached(self, measures: Metrics) -> bool:
        """Whether a network that does so well reaches the goal."""
        value = getattr(measures, self.goal.measure)
        return value is not None and is_met(self.goal, self.at, value)

    def broken(self, settings: Settings) -> tuple[str, ...]:
        """The settings that differ from the teacher's though they must not."""
        fixed = FIXED | set(locked_settings(self.locked))
        return tuple(name for name in difference(self.start, settings) if name in fixed)


def locked_settings(locked: Iterable[str]) -> list[str]:
    """The settings that these parts and names lock; the twin of static/state/locks.js."""
    return [name for name in Settings.model_fields if any(part == name or _is_of(part, name) for part in locked)]


def _is_of(part: str, name: str) -> bool:
    match part:
        case "data":
            return _group(name) == "data" and name not in INPUTS | SEEDS
        case "seeds":
            return name in SEEDS
        case "settings":
            return _group(name) in ("training", "stopping") or name == "input_scale"
        case "network":
            return name == "hidden"
    return False


def _group(name: str) -> str:
    about: Any = Settings.model_fields[name].json_schema_extra
    return str(about["group"])


# What always stays: which points there are, and what a loss means.
FIXED = frozenset(locked_settings(("data", "data_seed", "loss", "huber_delta")))
