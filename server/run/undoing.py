"""All lanes of a session, and each change of them as one that can be taken back and brought back again, to the byte.

A change is whatever decides how a network goes on, or which is there: settings, shape, weights, data, a network from
outside, a moment of the past. That it trains is none: it goes back and comes back along with the change before it.
"""

from dataclasses import replace
from typing import Any

from glassbox.protocol import server_messages
from glassbox.protocol.messages import (
    Command,
    Configure,
    EditNetwork,
    Fork,
    Hold,
    NewSeed,
    Redo,
    RemoveLane,
    Reset,
    RestoreBest,
    Rewind,
    SetBias,
    SetUp,
    SetWeight,
    SolveLastLayer,
    SwitchBranch,
    TakeLane,
    Undo,
)
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run import words
from glassbox.run.changes import MOST_CHANGES, Change, Changes
from glassbox.run.described import details_of, settings_changed
from glassbox.run.kept_run import KeptLanes
from glassbox.run.kinds_of_change import NO_PART
from glassbox.run.lanes import Lanes
from glassbox.run.orders import LineUp, OpenNetwork, PauseUnwatched, Resume
from glassbox.run.other_data import begins_anew
from glassbox.run.run import Run

LOOKS_BACK = Rewind | RestoreBest
ALTERS = (
    Configure | NewSeed | EditNetwork | SetWeight | SetBias | SolveLastLayer | Hold | Reset | LOOKS_BACK
    | SwitchBranch | Fork | RemoveLane | SetUp | OpenNetwork | Resume | LineUp
)  # fmt: skip
DRAGGED = Configure | SetWeight | SetBias
Order = Command | PauseUnwatched | OpenNetwork | Resume | LineUp


class Undoing:
    """Obeys for the lanes, and keeps how they stood before each change."""

    def __init__(self, lanes: Lanes, budget: int) -> None:
        """`budget`: bytes that what is kept may take."""
        self._lanes = lanes
        self._budget = budget
        self._changes = Changes(budget)
        self._told = self._message()

    def obey(self, command: Order) -> list[ServerMessage]:
        """Carry a command out; what to tell the page."""
        if isinstance(command, Undo):
            told = self._undo(command)
        elif isinstance(command, Redo):
            told = self._redo()
        elif _may_alter(command):
            told = self._alter(command)
        else:
            return self._lanes.obey(command)
        return [*told, *self._news()]

    def introduce(self) -> list[ServerMessage]:
        """What there is to take back and to bring back, for a page that believes there is nothing."""
        self._told = server_messages.Changes(None, None, 0, 0, MOST_CHANGES)
        return self._news()

    def limit(self, share: float) -> None:
        """Keep within this share of the memory that it may take."""
        self._changes.limit(int(share * self._budget))

    # ---- changes

    def _alter(self, command: Any) -> list[ServerMessage]:
        if self._goes_on(command):
            return self._alter_on(command)
        (told, kept), before = self._lanes.keep(), self._lanes.stamp
        told = [*told, *self._lanes.obey(command)]
        if self._lanes.stamp != before and self._is_worth_keeping(command, kept):
            change = self._change(command, kept, self._changes.next_number())
            self._changes.add(change, is_look=isinstance(command, Rewind))
        return told

    def _alter_on(self, command: Any) -> list[ServerMessage]:
        """One that is under way goes on: a slider is dragged further, or another moment of the past is looked at."""
        newest, told = self._changes.done[-1], self._lanes.obey(command)
        run, was_present = self._lanes.in_hand, newest.kept.shown.history.past is None
        if isinstance(command, Rewind) and run.history.past is None and was_present:
            self._changes.drop()  # back in the present, as it was
        else:
            changed = self._change(_together(newest.command, command), newest.kept, newest.number)
            since = changed.since if isinstance(command, Rewind) else newest.since
            self._changes.amend(replace(changed, since=since))
        return told

    def _goes_on(self, command: Any) -> bool:
        if not self._changes.done:
            return False
        newest, run = self._changes.done[-1], self._lanes.in_hand
        if isinstance(command, Rewind):
            return isinstance(newest.command, Rewind) and run.history.past is not None
        is_newest = newest.lane == run.lane and not self._changes.undone
        return is_newest and _is_of_gesture(command, newest.command)

    def _is_worth_keeping(self, command: Any, kept: KeptLanes) -> bool:
        """Not to look at the present, which was on show; not to begin anew what has only just begun."""
        run, before = self._lanes.in_hand, kept.shown
        if isinstance(command, Rewind):
            return run.history.past is not None or before.history.past is not None
        if isinstance(command, Resume | LineUp):
            return not command.comes_back
        if isinstance(command, Reset):
            return bool(before.moment.step or before.changes or before.history.past)
        if isinstance(command, Configure):
            return bool(settings_changed(before.moment.settings, run.settings)[0])
        return True

    def _change(self, command: Any, kept: KeptLanes, number: int) -> Change:
        run, shown = self._lanes.in_hand, kept.shown
        before, after = settings_changed(shown.moment.settings, run.settings)
        if isinstance(command, Fork | RemoveLane | LOOKS_BACK | SwitchBranch | LineUp):
            before, after = {}, {}  # of another lane, or another moment's
        details = details_of(command, shown, run)
        return Change(number, command, run.lane, before, after, details, run.epochs, kept)

    # ---- back and forth

    def _undo(self, command: Undo) -> list[ServerMessage]:
        if not self._changes.done:
            return [server_messages.Refused(words.NOTHING_TO_UNDO, command.type)]
        change = self._changes.done[-1]
        if command.only_setting:
            return self._only_setting(change)
        told, present = self._lanes.keep()
        ahead = self._trained_since(change)
        return [*told, *self._lanes.come_back(self._changes.take_back(present, ahead))]

    def _redo(self) -> list[ServerMessage]:
        if not self._changes.undone:
            return [server_messages.Refused(words.NOTHING_TO_REDO, "redo")]
        told, present = self._lanes.keep()
        return [*told, *self._lanes.come_back(self._changes.bring_back(present))]

    def _only_setting(self, change: Change) -> list[ServerMessage]:
        """The network goes on as it is, with what was changed put back: a change like any other."""
        run = self._lanes.find(change.lane)
        opposite = _opposite(change, run)
        if opposite is None:
            return [server_messages.Refused(words.NOT_THE_SETTING_ALONE, "undo")]
        told = [] if run is self._lanes.in_hand else self._lanes.obey(TakeLane(type="take_lane", lane=change.lane))
        return [*told, *self._alter(opposite)]

    def _trained_since(self, change: Change) -> float:
        """Epochs that the lane of a change has trained since it."""
        run = self._lanes.find(change.lane)
        present = run.history.present
        if present is None:
            return max(0.0, run.epochs - change.since)
        return 0.0 if isinstance(change.command, LOOKS_BACK) else max(0.0, present.epochs - change.since)

    # ---- telling

    def _news(self) -> list[ServerMessage]:
        before, self._told = self._told, self._message()
        return [] if self._told == before else [self._told]

    def _message(self) -> server_messages.Changes:
        done, undone = self._changes.done, self._changes.undone
        return server_messages.Changes(
            undo=self._plain(done[-1]) if done else None,
            redo=self._plain(undone[-1]) if undone else None,
            undos=len(done),
            redos=len(undone),
            most=MOST_CHANGES,
        )

    def _plain(self, change: Change) -> server_messages.Change:
        run = self._lanes.lanes.get(change.lane)
        return server_messages.Change(
            number=change.number,
            kind=change.command.type,
            lane=change.lane,
            run=run.number if run else 0,
            before=change.before,
            after=change.after,
            details=change.details,
            since=change.since,
            ahead=change.ahead,
            alone=run is not None and _opposite(change, run) is not None,
        )


def _may_alter(command: Order) -> bool:
    if isinstance(command, Configure):
        return not NO_PART.issuperset(command.changes)
    return isinstance(command, ALTERS)


def _is_of_gesture(command: Any, newest: Any) -> bool:
    """Whether one drag has brought both; its first change may be of more settings than those that follow."""
    if type(command) is not type(newest) or not isinstance(command, DRAGGED):
        return False
    if command.gesture is None or command.gesture != newest.gesture:
        return False
    if isinstance(command, Configure):
        return set(command.changes) <= set(newest.changes)
    return _place(command) == _place(newest)


def _together(first: Any, then: Any) -> Any:
    """What a drag has brought so far, as one command."""
    if not isinstance(then, Configure):
        return then
    return then.model_copy(update={"changes": {**first.changes, **then.changes}})


def _place(command: SetWeight | SetBias) -> dict[str, Any]:
    return command.model_dump(exclude={"value", "gesture"})


def _opposite(change: Change, run: Run) -> Command | None:
    """What puts back on a network as it is by now only what was changed; None where that makes another network."""
    command = change.command
    if isinstance(command, SetWeight | SetBias):
        return command.model_copy(update={"value": change.details["before"], "gesture": None})
    if isinstance(command, Hold):
        return command.model_copy(update={"on": not command.on}) if command.unit is not None else None
    if not change.before or not isinstance(command, Configure | EditNetwork | NewSeed):
        return None
    kept = change.kept.of(change.lane).moment.settings
    values = {name: getattr(kept, name) for name in change.before}
    if begins_anew(run.settings, run.settings.changed(values)):
        return None
    return Configure.model_construct(type="configure", changes=values, gesture=None)
