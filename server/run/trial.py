"""What one row of the lab book is about: a network that trains on the same data without a rest in which it was changed.

Whatever is changed at rest, and whatever makes other data, another shape or another present of a run, closes the row at
its last trained step; what trains from there is another trial, with a row of its own. What is changed while it plays
stays in the row, which says so.
"""

import secrets
from dataclasses import dataclass, field
from typing import Any

from glassbox.labbook.records import RunRecord
from glassbox.run.kinds_of_change import SAME_TRAINING, UNFLAGGED
from glassbox.run.run import Run
from glassbox.settings import Effect, Settings, difference, effect_of
from glassbox.settings.of_goal import OF_GOAL

KEY_BYTES = 16


@dataclass(frozen=True)
class Stand:
    """What a run is at one moment, between two slices of training.

    Attributes:
        present: the numbers of the run and of its branch.
        changes: how often settings or weights were changed.
        epochs: trained so far.
    """

    present: tuple[int, int]
    settings: Settings
    changes: int
    epochs: float

    @classmethod
    def of(cls, run: Run) -> "Stand":
        """What it is now."""
        return cls((run.number, run.history.branches.number), run.settings, run.changes, run.epochs)


@dataclass(eq=False)
class Trial:
    """One row in the making.

    Attributes:
        run: whose trial it is.
        began: epochs at which it began: 0, or where it goes on from what another row is about.
        key: the name of its row.
        changed: of each setting that was changed while it played: what it was at first, how often it was changed, and
            at which epoch for the last time.
        is_news: whether it has trained since its row was told.
        held: what its row is to say if it does not train after a change.
    """

    run: Run
    began: float
    key: str = field(default_factory=lambda: secrets.token_urlsafe(KEY_BYTES))
    changed: dict[str, dict[str, Any]] = field(default_factory=dict)
    is_news: bool = False
    held: RunRecord | None = None
    is_trained: bool = False
    step: int = field(init=False)  # the last one that was seen

    def __post_init__(self) -> None:
        self.step = self.run.trainer.step

    def follow(self) -> None:
        """Its run may have trained."""
        if self.run.trainer.step != self.step:
            self.step, self.is_news, self.is_trained, self.held = self.run.trainer.step, True, True, None

    def after(self, before: Stand, *, at_rest: bool) -> "Trial":
        """What its run is about now that a command was obeyed: still this, or a trial that begins here."""
        now, self.step = Stand.of(self.run), self.run.trainer.step
        if now == before:
            return self
        names = difference(before.settings, now.settings)
        if not self.is_trained or _is_another(before, now, names, at_rest=at_rest):
            return Trial(self.run, now.epochs)
        for name in names:
            self._note(name, before.settings, now.epochs)
        self.is_news = self.is_news or not OF_GOAL.isdisjoint(names)
        return self

    def _note(self, name: str, before: Settings, epochs: float) -> None:
        if name in UNFLAGGED:
            return
        known = self.changed.get(name) or {"first": before.model_dump(mode="json", include={name})[name], "times": 0}
        self.changed = {**self.changed, name: {**known, "times": known["times"] + 1, "epochs": epochs}}


@dataclass(frozen=True)
class LeftTrial:
    """What of a trial that has ended is needed for it to go on, where its run comes back to its last trained step."""

    key: str
    began: float
    changed: dict[str, dict[str, Any]]
    step: int

    @classmethod
    def of(cls, trial: Trial) -> "LeftTrial":
        """As it is, before anything else is done to its run."""
        return cls(trial.key, trial.began, trial.changed, trial.step)

    def again(self, run: Run) -> Trial | None:
        """It goes on with this run; None where that stands elsewhere, and the row is to stay as it is."""
        if run.trainer.step != self.step:
            return None
        return Trial(run, self.began, self.key, self.changed, is_trained=True)


def _is_another(before: Stand, now: Stand, names: tuple[str, ...], *, at_rest: bool) -> bool:
    if now.present != before.present or any(effect_of(name) > Effect.LIVE for name in names):
        return True
    is_changed_by_hand = now.changes != before.changes and not names
    return at_rest and (is_changed_by_hand or not SAME_TRAINING.issuperset(names))
