"""One run: the settings, the network they made and its curves. It obeys commands and trains in slices.

Plain and synchronous: it knows no socket and no event loop, and is given the time. `workbench.py` owns one.
"""

from collections.abc import Callable
from typing import Any

from glassbox.build_id import build_id
from glassbox.engine.evaluation import Evaluation
from glassbox.engine.kernel_args import State
from glassbox.engine.trainer import Trainer
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
    Step,
    SwitchBranch,
)
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run import words
from glassbox.run.beginning import FIRST_LANE, FIRST_REVISION, FIRST_RUN
from glassbox.run.build import recipe, split_data
from glassbox.run.by_hand import ByHand
from glassbox.run.diagnosis import explain
from glassbox.run.driver import Clock, Driver, has_finite_losses
from glassbox.run.edits import check_hold, check_unit, edit_hidden, origins_after_change, origins_after_edit
from glassbox.run.holds import Holds
from glassbox.run.moment import Best, Moment, moment_of
from glassbox.run.orders import OpenNetwork, PauseUnwatched, Resume, weights_to_take
from glassbox.run.pace import UNLIMITED
from glassbox.run.past.curves import Curves, Mark
from glassbox.run.past.history import History
from glassbox.run.past.timeline import DEFAULT_BUDGET
from glassbox.run.restore import restore
from glassbox.run.shape import changed_settings, check_size, input_names
from glassbox.run.stopping import Judge
from glassbox.settings import AfterStop, Effect, Settings, Speed, difference, effect_of

OF_INPUTS = {"features", "input_scale"}  # a change of these gives the network something else of the same points
UNFLAGGED = {"speed"}  # a change of these leaves no flag on the charts: it changes nothing about the run
SLOW = {Speed.STEP_1, Speed.STEP_5}  # at which one can follow single steps
ENDS = {"criterion", "not_finite"}  # reasons for which a run stops by itself
UNJUDGED = {"speed", "after_stop"}  # nor do these change what early stopping has seen


class Run:
    """A network in training, with everything that decides and records it."""

    def __init__(
        self,
        settings: Settings,
        most_parameters: int,
        draw_seed: Callable[[], int],
        tape_bytes: int = DEFAULT_BUDGET,
        lane: int = FIRST_LANE,
    ) -> None:
        self._most_parameters = most_parameters
        self._draw_seed = draw_seed
        self._tape_bytes = tape_bytes  # of all lanes
        self.settings = settings
        self.data_split = split_data(settings)
        self.trainer = Trainer(recipe(settings, self.data_split.points), self.data_split.data)
        self.holds = Holds(self.trainer.recipe.architecture.layout)
        self.by_hand = ByHand()
        self._driver = Driver(self.trainer)
        self._is_stepped = False  # whether it rests after single steps
        self._judge = Judge()
        self._verdict: str | None = None
        self._evaluation: Evaluation | None = None
        self.is_at_best = False  # whether the weights are those of the best epoch
        self.lane = lane  # its number among the runs it is compared with …
        self.fellows: tuple[Run, ...] = (self,)  # … which are these, itself included
        self.history = History(lane, self.now(), tape_bytes)
        self.number = FIRST_RUN  # grows when the network begins anew
        self.revision = FIRST_REVISION  # grows with every change of settings
        self._unchanged = FIRST_REVISION  # what `revision` would be without changes of this run
        self.data_version = 1
        self.moment = 0  # grows with everything that can be seen
        self.playing = False
        self.stop: ServerMessage | None = None
        self._obey: dict[type[Any], Callable[[Any], list[ServerMessage]]] = {
            Configure: self._configure,
            Play: self._play,
            Pause: self._pause,
            PauseUnwatched: self._pause_unwatched,
            Step: self._step,
            Reset: self._reset,
            RestoreBest: self._restore_best,
            NewSeed: self._new_seed,
            SetWeight: self._set_weight,
            SetBias: self._set_bias,
            Hold: self._hold,
            EditNetwork: self._edit_network,
            OpenNetwork: self._open_network,
            Resume: self._resume,
            Rewind: self._rewind,
            SwitchBranch: self._switch_branch,
        }

    @property
    def epochs(self) -> float:
        """Epochs trained so far, with the part of the running one."""
        return self.trainer.epoch + self.trainer.progress

    @property
    def changes(self) -> int:
        """How often settings or weights were changed since it began; at 0, settings and seed alone repeat it."""
        return self.revision - self._unchanged

    @property
    def is_played(self) -> bool:
        """Whether it trains until told otherwise, or, if it has stopped by itself,
        another goes on that it is compared with.
        """
        return any(fellow.playing for fellow in self.fellows)

    @property
    def has_ended(self) -> bool:
        """Whether it has stopped by itself: at a criterion, or because its numbers blew up."""
        return self.stop is not None and self.stop["code"] in ENDS

    @property
    def stop_text(self) -> str:
        """Why it stopped by itself; "" if it did not."""
        return self.stop["text"] if self.stop and self.has_ended else ""

    @property
    def is_owing(self) -> bool:
        """Whether there are steps to train before this frame is complete."""
        return self._driver.owed > 0

    @property
    def steps_singly(self) -> bool:
        """Whether it trains so slowly, or by hand, that one can follow each step."""
        return self.settings.speed in SLOW if self.playing else self._is_stepped

    # ---- commands

    def obey(self, command: Command | PauseUnwatched | OpenNetwork | Resume) -> list[ServerMessage]:
        """Carry a command out; what to tell the page. A refused command changes nothing."""
        try:
            told = self._obey[type(command)](command)
        except Refusal as refusal:
            assert not isinstance(command, PauseUnwatched)
            return [server_messages.refused(refusal.text, command.type)]
        self.moment += 1
        return told

    def _configure(self, command: Configure) -> list[ServerMessage]:
        return self._become(changed_settings(self.settings, command, self._most_parameters))

    def _play(self, _: Play) -> list[ServerMessage]:
        if not self.playing:
            self._driver.rest()
        self.playing, self.stop, self._is_stepped = True, None, False
        return [*self._go_on(), self.state()]

    def _pause(self, _: Pause) -> list[ServerMessage]:
        self._rest()
        return [self.state()]

    def _pause_unwatched(self, _: PauseUnwatched) -> list[ServerMessage]:
        if self.playing:
            self._stop("unwatched", words.UNWATCHED)
        return [self.state()]

    def _step(self, command: Step) -> list[ServerMessage]:
        """Steps that were asked for quickly, one after the other, add up."""
        if self.playing:
            self._rest()
        self.stop = None
        self._is_stepped = command.unit == "batch"
        if self._is_stepped:
            self._driver.owe_step()
        else:
            self._driver.owe_epoch()
        return [*self._go_on(), self.state()]

    def _reset(self, _: Reset) -> list[ServerMessage]:
        self._begin_anew()
        return [self.state()]

    def _restore_best(self, _: RestoreBest) -> list[ServerMessage]:
        best = self._judge.best
        if best is None:
            raise Refusal(words.NO_BEST)
        told = self._go_on()
        self._take_best(best)
        self.revision += 1
        return [*told, self._configured((), words.BEST_TAKEN.format(epoch=best.epoch)), self.state()]

    def _new_seed(self, command: NewSeed) -> list[ServerMessage]:
        name = "seed" if command.of == "weights" else "data_seed"
        return self._become(self.settings.changed({name: self._draw_seed()}))

    def _set_weight(self, command: SetWeight) -> list[ServerMessage]:
        sizes = self.trainer.recipe.architecture.sizes
        check_unit(sizes, command.layer, command.unit, first=1)
        check_unit(sizes, command.layer - 1, command.source, first=0)
        if self.holds.is_cut(command.layer, command.unit, command.source):
            raise Refusal(words.CUT)
        self.trainer.set_weight(command.layer, command.unit, command.source, command.value)
        self.by_hand = self.by_hand.with_weight(command.layer, command.unit, command.source, command.value)
        return self._changed_by_hand()

    def _set_bias(self, command: SetBias) -> list[ServerMessage]:
        check_unit(self.trainer.recipe.architecture.sizes, command.layer, command.unit, first=1)
        self.trainer.set_bias(command.layer, command.unit, command.value)
        self.by_hand = self.by_hand.with_bias(command.layer, command.unit, command.value)
        return self._changed_by_hand()

    def _hold(self, command: Hold) -> list[ServerMessage]:
        """What early stopping has seen was another network, which this one could not become again."""
        check_hold(self.trainer.recipe.architecture.sizes, command)
        layer, unit, before = command.layer, command.unit, self.state()
        self.holds = self.holds.copy()  # moments of the past have theirs
        if command.action == "freeze":
            self.holds.freeze(self.trainer, layer, unit, on=command.on)
        elif unit is not None:
            self.holds.disable(self.trainer, layer, unit, command.source, on=command.on)
        self._judge = Judge()
        told = self._changed_by_hand(words.hold_text(command))
        return told if self.state() == before else [*told, self.state()]

    def _edit_network(self, command: EditNetwork) -> list[ServerMessage]:
        settings = self.settings.changed({"hidden": edit_hidden(self.settings.hidden, command)})
        check_size(settings, self._most_parameters)
        return self._become(settings, command)

    def _open_network(self, command: OpenNetwork) -> list[ServerMessage]:
        """A new run of a network from outside; everything that can fail comes first."""
        check_size(command.settings, self._most_parameters)
        weights = weights_to_take(command, recipe(command.settings, split_data(command.settings).points))
        names = difference(self.settings, command.settings)
        if names:
            self._adapt(command.settings, names, None)
        self._let_go()
        self._rest()
        self.revision += 1
        self._begin_anew()
        if weights is not None:
            self.trainer.take_weights(weights)
            self._unchanged -= 1  # settings and seed alone would not give these weights
            self._changed()
            self.history.start_from(self.now())
        return [self._configured(names, command.text), self.state()]

    def _resume(self, command: Resume) -> list[ServerMessage]:
        """A run goes on from where it was left; the page gets its curves along with it."""
        snapshot, moment = command.snapshot, command.snapshot.moment
        check_size(moment.settings, self._most_parameters)
        self._rest()
        self.revision += 1
        self._begin_anew()
        restore(self.trainer, moment)
        self.settings, self.data_split, self.data_version = moment.settings, moment.data_split, self.data_version + 1
        self.holds, self._judge = moment.holds.copy(), Judge(moment.seen)
        self.history.curves = Curves.of(snapshot.curves, self.lane)
        is_unwatched = snapshot.stop is not None and snapshot.stop["code"] == "unwatched"
        self.stop = None if is_unwatched else snapshot.stop  # somebody watches now
        self._unchanged = self.revision - snapshot.changes
        self._changed()
        self.is_at_best = snapshot.is_at_best
        self._evaluation = self.trainer.evaluate()  # the curves have this point already
        self.history.start_from(self.now())
        return [self.introduction()]

    def _changed_by_hand(self, text: str = words.WEIGHT_SET) -> list[ServerMessage]:
        told = self._go_on()
        self._changed()
        self.revision += 1
        return [*told, self._configured((), text)]

    # ---- back in time

    def _rewind(self, command: Rewind) -> list[ServerMessage]:
        """Show a stored moment; until the run goes on from there, the present can be shown again."""
        told = self._leave_the_present()
        return [*told, self._show(self.history.turn_to(command.step, command.towards)), self.state()]

    def _switch_branch(self, command: SwitchBranch) -> list[ServerMessage]:
        """Show where another branch has come to; the one that is left can be come back to in its turn."""
        self.history.branches.find(command.branch)  # before anything is changed
        told = self._leave_the_present()
        self._show(self.history.switch(command.branch))
        return [*told, self.introduction()]

    def _leave_the_present(self) -> list[ServerMessage]:
        """Something else is about to be shown: rest, and keep this moment to come back to;
        what to tell if it blew up.
        """
        told = [] if self.history.past else self.evaluate()[1]
        self._rest()
        self.stop = None
        return told

    def _show(self, moment: Moment) -> ServerMessage:
        """Everything as it was then, but for the speed, which is no part of the run; the letter that says so."""
        settings = moment.settings.model_copy(update={"speed": self.settings.speed})
        names = difference(self.settings, settings)
        restore(self.trainer, moment)
        self.data_version += moment.data_split is not self.data_split
        self.settings, self.data_split, self._judge = settings, moment.data_split, Judge(moment.seen)
        self.holds = moment.holds
        self._changed()
        self.revision += 1
        self._unchanged += 1  # who looks back changes nothing
        return self._configured(names, "")

    def _go_on(self) -> list[ServerMessage]:
        """Whatever changes a moment of the past makes it the present: what came after it is a branch of the curves."""
        x = self.history.go_on()
        return [] if x is None else [server_messages.branched(x, self.history.curves.branch, self._branches())]

    def now(self, state: State | None = None) -> Moment:
        """The moment at which it stands, of which the state may have been copied already."""
        copied = state or self.trainer.state()
        return moment_of(self.trainer.recipe, copied, self.settings, self.data_split, self._judge.seen, self.holds)

    # ---- becoming other settings

    def _become(self, settings: Settings, edit: EditNetwork | None = None) -> list[ServerMessage]:
        """Act on the running network as mildly as the change allows, and say what changed."""
        names = difference(self.settings, settings)
        if not names:
            return [self._configured((), "")]
        before = self.state()
        self._adapt(settings, names, edit)
        branched = [] if UNFLAGGED.issuperset(names) else self._go_on()  # another speed changes no run
        self.stop = None
        if not UNJUDGED.issuperset(names):
            self._judge = Judge()  # what it has seen was another run
        self.revision += 1
        if any(effect_of(name) is Effect.REBUILD for name in names):
            self._let_go()
            self._begin_anew()
        if "speed" in names and self.playing:
            self._driver.rest()
        flagged = [name for name in names if name not in UNFLAGGED]
        told = self._configured(names, words.change_text(settings, flagged))
        return [*branched, told] if self.state() == before else [*branched, told, self.state()]

    def _adapt(self, settings: Settings, names: tuple[str, ...], edit: EditNetwork | None) -> None:
        """Everything that can fail comes first."""
        is_new = any(effect_of(name) is Effect.DATA or name in OF_INPUTS for name in names)
        prepared = split_data(settings) if is_new else self.data_split
        old, new = self.trainer.recipe.architecture.sizes, recipe(settings, prepared.points)
        if edit is not None:
            origins = origins_after_edit(old, new.architecture.sizes, edit)
        elif old != new.architecture.sizes or input_names(self.settings) != input_names(settings):
            origins = origins_after_change(self.settings, settings, old, new.architecture.sizes)
        else:
            origins = None
        self.trainer.adapt(new, prepared.data if is_new else None, origins)
        self.holds = self.holds.moved(new.architecture.layout, origins)
        self.holds.apply(self.trainer)
        if origins is not None:
            self.history.trajectory.clear()
        self.settings, self.data_split = settings, prepared
        self.data_version += is_new
        self._changed()

    def _let_go(self) -> None:
        """Everything learns again."""
        self.holds = Holds(self.trainer.recipe.architecture.layout)
        self.holds.apply(self.trainer)

    def _begin_anew(self) -> None:
        self.holds = self.holds.copy()
        self.holds.reset(self.trainer)
        self._driver.rest()
        self._is_stepped = False
        self._judge = Judge()
        self.number += 1
        self._unchanged = self.revision
        self.by_hand = ByHand()
        self.stop = None
        self.history.begin(self.now())
        self._changed()

    def _changed(self) -> None:
        """The trainer is not what it was, by other means than training."""
        self._evaluation = None
        self.is_at_best = False
        self._driver.changed()

    def _configured(self, names: tuple[str, ...], text: str) -> ServerMessage:
        """The letter about a change, with the flag it leaves on the charts, if any."""
        mark = Mark(self.epochs, names, text) if text else None
        if mark:
            self.history.curves.mark(mark)
        plain = mark.plain() if mark else None
        return server_messages.configured(self.settings.model_dump(mode="json"), list(names), plain, self.revision)

    # ---- beside others

    def fork(self, lane: int, number: int) -> "tuple[list[ServerMessage], Run]":
        """Another run that stands at this moment and has come the same way; and what to tell of this one."""
        told = self._go_on()
        twin = Run(self.settings, self._most_parameters, self._draw_seed, self._tape_bytes, lane)
        restore(twin.trainer, self.now())
        twin.data_split, twin.holds, twin.by_hand = self.data_split, self.holds, self.by_hand
        twin._judge = Judge(self._judge.seen)
        self.history.copy_to(twin.history)
        twin.number, twin.revision, twin.data_version = number, self.revision, self.data_version
        twin._unchanged = self._unchanged
        twin._changed()
        return told, twin

    def meet(self, fellows: "tuple[Run, ...]") -> None:
        """These are compared from now on, this one included; they share the memory for their past."""
        self.fellows = fellows
        self.history.limit(self._tape_bytes // len(fellows))

    def take_over_from(self, other: "Run", playing: bool) -> None:
        """This one leads from now on, at the speed at which the other did."""
        self.speed_up_to(other)
        other._rest()
        self._driver.rest()
        self.playing, self.stop = playing, None
        self.moment += 1

    def speed_up_to(self, other: "Run") -> None:
        """At the other's speed."""
        if self.settings.speed is not other.settings.speed:
            self.settings = self.settings.model_copy(update={"speed": other.settings.speed})
            self._driver.rest()

    def change(self, changes: dict[str, Any]) -> None:
        """Become other settings, which hold for all lanes.

        Raises:
            Refusal, ValidationError: this network cannot have them.
        """
        settings = self.settings.changed(changes)
        check_size(settings, self._most_parameters)
        self._become(settings)

    def begin_anew(self) -> None:
        """From the initial weights, because the lane in hand does."""
        self._begin_anew()
        self.moment += 1

    def steps_in(self, seconds: float) -> int:
        """How many steps it trains in so much time, by estimate; at least one."""
        return self._driver.steps_in(seconds)

    def follow(self, step: int, clock: Clock, *, judged: bool) -> None:
        """Come to the step of the lane that leads; where the numbers there are not finite, stay at the last that are.

        Args:
            judged: whether it is to stop by itself, as set.
        """
        if step == self.trainer.step:
            return
        is_finite = self._driver.come_to(
            step, clock, self._is_enough if judged and Judge.is_needed(self.settings) else None
        )
        self._trained(is_finite)

    # ---- training

    def begin_frame(self, now: float) -> None:
        """A frame begins: find out how many steps it is to bring."""
        if self.playing:
            self._driver.begin_frame(self.settings.speed, now)

    def seconds_to_next(self) -> float:
        """For how long after the last frame began there is nothing to train."""
        return self._driver.seconds_to_next(self.settings.speed)

    def train(self, budget: float, clock: Clock, most: int = UNLIMITED) -> list[ServerMessage]:
        """Train what is owed, for about `budget` seconds; what to tell the page if that ends or changes something.

        Args:
            most: steps to train at most.
        """
        if not self._driver.owed:
            return []
        watched = self.playing and Judge.is_needed(self.settings)
        is_finite = self._driver.train(budget, clock, self._is_enough if watched else None, most)
        return self._trained(is_finite)

    def _trained(self, is_finite: bool) -> list[ServerMessage]:
        """What to tell the page of what training has brought."""
        self.moment += 1
        self._evaluation = None
        has_left_best, self.is_at_best = self.is_at_best, False
        verdict, self._verdict = self._verdict, None
        if not is_finite:
            return self._blown_up()
        if verdict:
            return self._finish(verdict)
        return [self.state()] if has_left_best else []

    def _is_enough(self) -> bool:
        self._verdict = self._judge.verdict(self.settings, self.trainer)
        return self._verdict is not None

    def _finish(self, text: str) -> list[ServerMessage]:
        """It stops by itself, as set; after early stopping the best epoch is marked, and its weights may come back."""
        best, told = self._judge.best, list[ServerMessage]()
        if best is not None and self.settings.patience:
            mark = Mark(best.epoch, (), words.BEST_MARK.format(watched=best.watched.label, epoch=best.epoch))
            self.history.curves.mark(mark)
            told.append(
                server_messages.configured(self.settings.model_dump(mode="json"), [], mark.plain(), self.revision)
            )
            if self.settings.after_stop is AfterStop.BEST and best.epoch < self.trainer.epoch:
                self._take_best(best)
                text += words.BEST_RESTORED
        self._stop("criterion", text)
        return [*told, self.state()]

    def _take_best(self, best: Best) -> None:
        self.trainer.take_weights(best.state)
        self.by_hand = self.by_hand._replace(best=best.epoch)
        self.holds.apply(self.trainer)
        self._changed()
        self.is_at_best = True

    def _blown_up(self) -> list[ServerMessage]:
        self._driver.back_to_finite()
        self._stop("not_finite", explain(self.settings, self.trainer.step))
        return [self.state()]

    def _stop(self, code: str, text: str) -> None:
        self._rest()
        self.stop = {"code": code, "text": text}

    def _rest(self) -> None:
        self.playing = False
        self._driver.rest()

    # ---- what there is to show

    def evaluate(self) -> tuple[Evaluation, list[ServerMessage]]:
        """Losses and scores of this moment, which become a point of the curves;
        what to tell the page if they blew up.
        """
        if self._evaluation is not None:
            return self._evaluation, []
        told: list[ServerMessage] = []
        evaluation = self.trainer.evaluate()
        if not has_finite_losses(evaluation) and self._driver.has_trained:
            told = self._blown_up()
            evaluation = self.trainer.evaluate()
        self._evaluation = evaluation
        state = self._driver.hold()
        if self.history.past is None:
            self.history.record(self.now(state), evaluation, self.trainer.learning_rate)
        return evaluation, told

    def steps_per_second(self, now: float) -> float:
        """As trained of late; 0 while it does not play."""
        return self._driver.steps_per_second(now) if self.playing else 0.0

    def state(self) -> ServerMessage:
        """Whether it trains, why it stopped, and the epoch whose weights can come back."""
        return server_messages.state(playing=self.is_played, stop=self.stop, best=self._best())

    def curves(self) -> ServerMessage:
        """All points of the curves, also those of moments that no frame showed."""
        return server_messages.curves(self.history.curves.plain(self.number))

    def _branches(self) -> dict[str, Any]:
        return self.history.branches.plain(self.number)

    def _best(self) -> int | None:
        best = self._judge.best
        return None if best is None or self.is_at_best else best.epoch

    def introduction(self) -> ServerMessage:
        """The letter to a page that has this lane in hand from now on."""
        return server_messages.lane(
            lane=self.lane,
            settings=self.settings.model_dump(mode="json"),
            playing=self.is_played,
            stop=self.stop,
            best=self._best(),
            history=self.history.curves.plain(self.number),
            branches=self._branches(),
        )

    def welcome(self, session: str, *, resumed: bool, notes: tuple[str, ...]) -> ServerMessage:
        """The first letter to a page that comes to watch."""
        return server_messages.welcome(
            build=build_id(),
            session=session,
            resumed=resumed,
            settings=self.settings.model_dump(mode="json"),
            notes=list(notes),
            playing=self.is_played,
            stop=self.stop,
            best=self._best(),
            ready=True,
            history=self.history.curves.plain(self.number),
            branches=self._branches(),
        )
