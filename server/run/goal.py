"""Whether a run has reached its goal, and at which epoch it first did.

It is judged at the end of every epoch (`watch.py`), and where the network was changed while it stood still. So what it
says depends neither on the speed nor on who watches. Whatever makes the network or its training another is judged anew:
what was reached before is remembered with the settings of its time.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.run import words
from glassbox.run.kinds_of_change import SAME_TRAINING
from glassbox.settings import AtGoal, Goal, Settings, difference
from glassbox.settings.of_goal import OF_JUDGEMENT

NEAR = 1e-9  # shares of whole numbers and of 100 are rounded: equal ones may differ by less than this


@dataclass(frozen=True)
class Reached:
    """When a goal was first reached, and by what.

    Attributes:
        epoch: whole epochs trained until then.
        value: of the goal's measure, accuracy as a share.
        parameters: weights and biases of the network then.
        by_hand: whether weights had been set by hand.
    """

    epoch: int
    value: float
    parameters: int
    by_hand: bool = False


@dataclass(frozen=True)
class Check:
    """What is known of the goal at one moment of a run; moments and checkpoints have it.

    Attributes:
        since: epochs from which on it was looked for: 0, unless goal or settings were changed later.
        reached: None as long as it was not.
        by_hand: whether weights were set by hand since the network began.
    """

    since: float = 0.0
    reached: Reached | None = None
    by_hand: bool = False


@dataclass(frozen=True)
class Earlier:
    """That the same goal was reached before, and with which settings."""

    reached: Reached
    settings: Settings


NOT_LOOKED = Check()


class GoalJudge:
    """Judges one run.

    Attributes:
        check: what is known by now.
        earlier: when it was last reached before that.
    """

    def __init__(self, check: Check = NOT_LOOKED, earlier: Earlier | None = None) -> None:
        self.check = check
        self.earlier = earlier

    def is_open(self, settings: Settings, epoch: int, parameters: int) -> bool:
        """Whether the goal can still be reached by a network of this size, from after this epoch on."""
        return (
            settings.goal is not Goal.NONE
            and self.check.reached is None
            and (not settings.goal_parameters or parameters <= settings.goal_parameters)
            and (not settings.goal_epochs or epoch <= settings.goal_epochs)
        )

    def judge(self, settings: Settings, epoch: int, parameters: int, evaluation: Callable[[], Evaluation]) -> bool:
        """Whether it is reached for the first time, after this epoch."""
        if not self.is_open(settings, epoch, parameters):
            return False
        value = value_of(settings.goal, evaluation())
        if value is None or not is_met(settings.goal, settings.goal_value, value):
            return False
        self.check = replace(self.check, reached=Reached(epoch, value, parameters, self.check.by_hand))
        return True

    def begin(self, epochs: float, before: Settings | None, *, by_hand: bool = False) -> None:
        """What is judged from here on is another network, or another way of training it.

        Args:
            before: the settings until now; None: they had another goal, of which nothing need be known any more.
            by_hand: whether weights were set by hand since the network began.
        """
        if before is None:
            self.earlier = None
        elif self.check.reached:
            self.earlier = Earlier(self.check.reached, before)
        self.check = Check(epochs, by_hand=by_hand)

    def change(self, names: Collection[str], before: Settings, epochs: float) -> None:
        """These settings were changed."""
        if not OF_JUDGEMENT.isdisjoint(names):
            self.begin(epochs, None, by_hand=self.check.by_hand)
        elif not SAME_TRAINING.issuperset(names):
            self.begin(epochs, before, by_hand=self.check.by_hand)

    def stand_at(self, check: Check, before: Settings) -> None:
        """The run shows another moment, of which this was known."""
        if self.check.reached and self.check.reached != check.reached:
            self.earlier = Earlier(self.check.reached, before)
        self.check = check

    def earlier_text(self, settings: Settings) -> str:
        """What was set otherwise when it was reached before; "" where nothing was."""
        if self.earlier is None:
            return ""
        then = self.earlier.settings
        names = [name for name in difference(settings, then) if name not in SAME_TRAINING]
        return words.change_text(then, names)


def reason_to_stop(settings: Settings, reached: Reached) -> str | None:
    """Why to stop at the goal, in one sentence; None: training is to go on."""
    if settings.at_goal is not AtGoal.STOP:
        return None
    return words.STOP_GOAL.format(
        measure=settings.goal.label, value=words.goal_value(settings.goal, reached.value), epoch=reached.epoch
    )


def value_of(goal: Goal, evaluation: Evaluation) -> float | None:
    """The measure, accuracy as a share; None where these data have none, or no part of them is set aside for it."""
    if goal is Goal.GAP:
        return evaluation.test.loss - evaluation.train.loss
    parts: dict[str, Metrics | None] = {
        "train": evaluation.train, "test": evaluation.test, "validation": evaluation.validation,
    }  # fmt: skip
    part = parts.get(goal.part)
    return None if part is None else getattr(part, goal.measure)


def is_met(goal: Goal, wanted: float, value: float) -> bool:
    """Whether a value is at least as good as what is wanted, which is in percent for an accuracy."""
    if goal.measure == "accuracy":
        return value >= wanted / 100 - NEAR
    return value >= wanted if goal.rises else value <= wanted
