"""Carries commands of the page and orders of the front desk out on one run, and says what to tell the page."""

from collections.abc import Callable, Mapping
from typing import Any

from glassbox.protocol import server_messages
from glassbox.protocol.messages import (
    Command,
    Configure,
    EditNetwork,
    Hold,
    NewSeed,
    Pause,
    Play,
    Reset,
    RestoreBest,
    Rewind,
    SetBias,
    SetWeight,
    SolveLastLayer,
    Step,
    SwitchBranch,
)
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run import words
from glassbox.run.build import recipe, split_data
from glassbox.run.edits import check_hold, check_unit, edit_hidden
from glassbox.run.moment import Moment
from glassbox.run.orders import OpenNetwork, PauseUnwatched, Resume, weights_to_take
from glassbox.run.page_messages import introduction
from glassbox.run.past.curves import Curves
from glassbox.run.run import Run
from glassbox.run.shape import changed_settings, check_size
from glassbox.run.solving import check_solvable, solve
from glassbox.run.steering import UNKNOWN
from glassbox.run.stopping import EarlyStopping
from glassbox.settings import difference

Messages = list[ServerMessage]


def obey(run: Run, command: Command | PauseUnwatched | OpenNetwork | Resume) -> Messages:
    """Carry a command out; what to tell the page. A refused command changes nothing."""
    try:
        told = _HANDLERS[type(command)](run, command)
    except Refusal as refusal:
        assert not isinstance(command, PauseUnwatched)
        return [server_messages.Refused(refusal.text, command.type)]
    run.judge()
    run.moment += 1
    return told


# ---- training or not


def _play(run: Run, _: Play) -> Messages:
    run.play()
    return [*run.go_on(), run.state()]


def _pause(run: Run, _: Pause) -> Messages:
    run.rest()
    return [run.state()]


def _pause_unwatched(run: Run, _: PauseUnwatched) -> Messages:
    if run.playing:
        run.stop_with("unwatched", words.UNWATCHED)
    return [run.state()]


def _step(run: Run, command: Step) -> Messages:
    run.step(command.unit)
    return [*run.go_on(), run.state()]


def _reset(run: Run, _: Reset) -> Messages:
    run.begin_anew()
    return [run.state()]


# ---- other settings, weights and parts


def _configure(run: Run, command: Configure) -> Messages:
    return run.become(changed_settings(run.settings, command, run.most_parameters))


def _new_seed(run: Run, command: NewSeed) -> Messages:
    name = "seed" if command.of == "weights" else "data_seed"
    return run.become(run.settings.changed({name: run.draw_seed()}))


def _edit_network(run: Run, command: EditNetwork) -> Messages:
    settings = run.settings.changed({"hidden": edit_hidden(run.settings.hidden, command)})
    check_size(settings, run.most_parameters)
    return run.become(settings, command)


def _set_weight(run: Run, command: SetWeight) -> Messages:
    sizes = run.trainer.recipe.architecture.sizes
    check_unit(sizes, command.layer, command.unit, first=1)
    check_unit(sizes, command.layer - 1, command.source, first=0)
    if run.holds.is_cut(command.layer, command.unit, command.source):
        raise Refusal(words.CUT)
    run.trainer.set_weight(command.layer, command.unit, command.source, command.value)
    run.by_hand = run.by_hand.with_weight(command.layer, command.unit, command.source, command.value)
    return _changed_by_hand(run, command, words.WEIGHT_SET, run.state())


def _set_bias(run: Run, command: SetBias) -> Messages:
    check_unit(run.trainer.recipe.architecture.sizes, command.layer, command.unit, first=1)
    run.trainer.set_bias(command.layer, command.unit, command.value)
    run.by_hand = run.by_hand.with_bias(command.layer, command.unit, command.value)
    return _changed_by_hand(run, command, words.WEIGHT_SET, run.state())


def _solve_last_layer(run: Run, command: SolveLastLayer) -> Messages:
    check_solvable(run)
    told = run.evaluate()[1]
    solved = solve(run)
    run.by_hand = run.by_hand.with_last_layer(run.holds.layers - 1, solved)
    return [*told, *_changed_by_hand(run, command, words.solved_text(solved), run.state())]


def _hold(run: Run, command: Hold) -> Messages:
    """What early stopping has seen was another network, which this one could not become again."""
    check_hold(run.trainer.recipe.architecture.sizes, command)
    layer, unit, before = command.layer, command.unit, run.state()
    run.holds = run.holds.copy()  # moments of the past have theirs
    if command.action == "freeze":
        run.holds.freeze(run.trainer, layer, unit, on=command.on)
    elif unit is not None:
        run.holds.disable(run.trainer, layer, unit, command.source, on=command.on)
    run.early_stopping = EarlyStopping()
    return _changed_by_hand(run, command, words.hold_text(command), before)


def _changed_by_hand(run: Run, command: Command, text: str, before: ServerMessage) -> Messages:
    """What it stopped for was another network."""
    told = run.go_on()
    run.steer(command)
    run.forget_stop()
    run.changed()
    run.count_change()
    run.goal.begin(run.epochs, run.settings, by_hand=any(run.by_hand))
    told = [*told, run.configured((), text)]
    return told if run.state() == before else [*told, run.state()]


def _restore_best(run: Run, _: RestoreBest) -> Messages:
    """A look back, as on the timeline: until the run goes on from there, the present can be shown again."""
    best = run.early_stopping.best
    if best is None:
        raise Refusal(words.NO_BEST)
    told = [] if run.history.past else run.evaluate()[1]
    run.rest()
    run.take_best(best)
    run.revision += 1
    return [*told, run.configured((), ""), run.state()]


# ---- from outside


def _open_network(run: Run, order: OpenNetwork) -> Messages:
    """A new run of a network from outside; everything that can fail comes first."""
    check_size(order.settings, run.most_parameters)
    data = split_data(order.settings)
    weights = weights_to_take(order, recipe(order.settings, data.points), data.training)
    names = difference(run.settings, order.settings)
    if names:
        run.adapt(order.settings, names, None)
    run.let_go()
    run.rest()
    run.revision += 1
    run.begin_anew()
    if weights is not None:
        run.trainer.restore(weights)
        run.changes = 1  # settings and seed alone would not give these weights …
        run.steering = UNKNOWN  # … nor anything that was done here
        run.changed()
        run.history.start_from(run.now())
    run.configured(names, order.text)
    return [introduction(run)]


def _resume(run: Run, order: Resume) -> Messages:
    """A run goes on from where it was left; the page gets its curves along with it."""
    snapshot, moment = order.snapshot, order.snapshot.moment
    check_size(moment.settings, run.most_parameters)
    run.rest()
    run.revision += 1
    run.begin_anew()
    run.stand_at(moment, moment.settings)
    run.steering = moment.steering.copy()
    run.history.curves = Curves.of(snapshot.curves, run.lane)
    if snapshot.is_at_best and run.history.curves.end > moment.epochs:
        run.history.curves.go_on_from(moment.epochs, moment.lows)
    if snapshot.stop and snapshot.stop.code != "unwatched":  # somebody watches now
        run.phase = snapshot.stop
    run.changes, run.is_at_best = snapshot.changes, snapshot.is_at_best
    run.stand_as_recorded()
    run.history.start_from(run.now())
    return [introduction(run)]


# ---- back in time


def _rewind(run: Run, command: Rewind) -> Messages:
    """Show a stored moment; until the run goes on from there, the present can be shown again."""
    told = _leave_the_present(run)
    return [*told, _show(run, run.history.turn_to(command.step, command.towards)), run.state()]


def _switch_branch(run: Run, command: SwitchBranch) -> Messages:
    """Show where another branch has come to; the one that is left can be come back to in its turn."""
    run.history.branches.find(command.branch)  # before anything is changed
    told = _leave_the_present(run)
    _show(run, run.history.switch(command.branch))
    return [*told, introduction(run)]


def _leave_the_present(run: Run) -> Messages:
    """Something else is about to be shown: rest, and keep this moment to come back to; what to tell if it blew up."""
    told = [] if run.history.past else run.evaluate()[1]
    run.rest()
    run.forget_stop()
    return told


def _show(run: Run, moment: Moment) -> ServerMessage:
    """Everything as it was then, but for the speed, which is no part of the run; the message that says so."""
    settings = moment.settings.model_copy(update={"speed": run.settings.speed})
    names = difference(run.settings, settings)
    run.stand_at(moment, settings)
    run.revision += 1  # who looks back changes nothing
    return run.configured(names, "")


_HANDLERS: Mapping[type[Any], Callable[[Run, Any], Messages]] = {
    Configure: _configure,
    Play: _play,
    Pause: _pause,
    PauseUnwatched: _pause_unwatched,
    Step: _step,
    Reset: _reset,
    RestoreBest: _restore_best,
    NewSeed: _new_seed,
    SetWeight: _set_weight,
    SetBias: _set_bias,
    SolveLastLayer: _solve_last_layer,
    Hold: _hold,
    EditNetwork: _edit_network,
    OpenNetwork: _open_network,
    Resume: _resume,
    Rewind: _rewind,
    SwitchBranch: _switch_branch,
}
