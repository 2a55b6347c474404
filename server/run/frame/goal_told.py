"""What a frame tells of a run's goal."""

from glassbox.engine.evaluation import Evaluation
from glassbox.protocol import frames
from glassbox.run.goal import Reached, value_of
from glassbox.run.run import Run
from glassbox.settings import Goal


def goal_told(run: Run, evaluation: Evaluation) -> frames.Goal | None:
    """How it stands to its goal at this moment; None where it has none."""
    settings, judge = run.settings, run.goal
    if settings.goal is Goal.NONE:
        return None
    return frames.Goal(
        since=judge.check.since,
        value=value_of(settings.goal, evaluation),
        reached=reached_told(judge.check.reached),
        earlier=reached_told(judge.earlier.reached) if judge.earlier else None,
        otherwise=judge.earlier_text(settings),
    )


def reached_told(reached: Reached | None) -> frames.Reached | None:
    """The same as a frame has it."""
    if reached is None:
        return None
    return frames.Reached(reached.epoch, reached.value, reached.parameters, reached.by_hand)
