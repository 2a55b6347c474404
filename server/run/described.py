"""What a change has changed, for the page to put into words: values before and after, and where."""

from math import isfinite
from typing import Any

from glassbox.protocol.messages import (
    Command,
    EditNetwork,
    Fork,
    Hold,
    RemoveLane,
    RestoreBest,
    Rewind,
    SetBias,
    SetWeight,
    SolveLastLayer,
    SwitchBranch,
)
from glassbox.run.by_hand import Solved
from glassbox.run.kept_run import KeptRun
from glassbox.run.kinds_of_change import NO_PART
from glassbox.run.orders import LineUp, OpenNetwork, Resume
from glassbox.run.run import Run
from glassbox.settings import Settings, difference

AS_SENT = EditNetwork | SetWeight | SetBias | Hold | SwitchBranch | RemoveLane


def settings_changed(before: Settings, after: Settings) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings that differ, by name, as JSON has them: before and after. The speed is none of a run's."""
    names = set(difference(before, after)) - NO_PART
    return before.model_dump(mode="json", include=names), after.model_dump(mode="json", include=names)


def details_of(command: Command | OpenNetwork | Resume | LineUp, before: KeptRun, run: Run) -> dict[str, Any]:
    """What there is to tell beside settings, JSON-ready: of a weight or bias also what it was.

    Args:
        before: the lane in hand as it was. run: the lane in hand as it is.
    """
    if isinstance(command, OpenNetwork | Resume | LineUp):
        return {}
    if isinstance(command, Rewind | RestoreBest):
        return {"epochs": run.epochs}
    if isinstance(command, Fork):
        return {"lane": run.lane}
    if isinstance(command, SolveLastLayer):
        return _solved(run.by_hand.solved)
    if not isinstance(command, AS_SENT):
        return {}
    return {**command.model_dump(exclude={"type", "gesture"}), **_value_before(command, before)}


def _solved(solved: Solved | None) -> dict[str, Any]:
    """JSON has no infinity; None stands for it."""
    if solved is None:
        return {}
    return {**solved._asdict(), "before": solved.before if isfinite(solved.before) else None}


def _value_before(command: AS_SENT, before: KeptRun) -> dict[str, float]:
    layout, parameters = before.moment.recipe.architecture.layout, before.moment.state.parameters
    if isinstance(command, SetWeight):
        return {"before": float(layout.matrix(parameters, command.layer)[command.unit, command.source])}
    if isinstance(command, SetBias):
        return {"before": float(parameters[layout.bias(command.layer)][command.unit])}
    return {}
