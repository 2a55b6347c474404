"""One run: the settings, the network they made and its past. It trains in slices, and becomes what `commands.py` wants.

Plain and synchronous: it knows no socket and no event loop, and is given the time. `worker.py` owns one.
"""

from collections.abc import Callable
from typing import Any

from glassbox.engine.evaluation import Evaluation
from glassbox.engine.kernel_args import State
from glassbox.engine.trainer import Trainer
from glassbox.protocol import server_messages
from glassbox.protocol.messages import EditNetwork
from glassbox.protocol.server_messages import Mark, ServerMessage, Stop
from glassbox.run import words
from glassbox.run.beginning import FIRST_LANE, FIRST_REVISION, FIRST_RUN
from glassbox.run.build import recipe, split_data
from glassbox.run.by_hand import ByHand
from glassbox.run.diagnosis import explain
from glassbox.run.driver import Clock, Driver
from glassbox.run.edits import origins_after
from glassbox.run.goal import GoalJudge
from glassbox.run.holds import Holds
from glassbox.run.kinds_of_change import KEEPS_SEEN, SAME_TRAINING, UNFLAGGED, gives_other_inputs
from glassbox.run.lows import NO_LOWS, Lows, are_incomparable
from glassbox.run.moment import Best, Moment, moment_of
from glassbox.run.other_data import begins_anew, kept_text
from glassbox.run.pace import UNLIMITED
from glassbox.run.past.history import History
from glassbox.run.past.timeline import DEFAULT_BUDGET
from glassbox.run.phase import Phase, Standing
from glassbox.run.restore import restore
from glassbox.run.steering import UNKNOWN, Steering, setting
from glassbox.run.stopping import EarlyStopping
from glassbox.run.watch import Watch, has_finite_losses
from glassbox.settings import AfterStop, Settings, Speed, difference
from glassbox.words.joined import sentences

SLOW = {Speed.STEP_1, Speed.STEP_5}  # at which one can follow single steps
ENDS = {"criterion", "not_finite"}  # reasons for which a run stops by itself


class Run:
    """A network in training, with everything that decides and records it."""

    def __init__(
        self,
        settings: Settings,
        most_parameters: int,
        draw_seed: Callable[[], int],
        timeline_bytes: int = DEFAULT_BUDGET,
        lane: int = FIRST_LANE,
    ) -> None:
        self.most_parameters = most_parameters
        self.draw_seed = draw_seed
        self.timeline_bytes = timeline_bytes  # of all lanes
        self.settings = settings
        self.data_split = split_data(settings)
        self.trainer = Trainer(recipe(settings, self.data_split.points), self.data_split.data)
        self.holds = Holds(self.trainer.recipe.architecture.layout)
        self.by_hand = ByHand()
        self.steering = Steering(settings)
        self._driver = Driver(self.trainer)
        self.phase: Standing = Phase.RESTING
        self.early_stopping = EarlyStopping()
        self.goal = GoalJudge()
        self._evaluation: Evaluation | None = None
        self.is_at_best = False  # whether the weights are those of the best epoch
        self.lane = lane  # its number among the runs it is compared with …
        self.fellows: tuple[Run, ...] = (self,)  # … which are these, itself included
        self.history = History(lane, self._moment(self.trainer.state(), NO_LOWS), timeline_bytes)
        self._watch = Watch(self.trainer, self.history)
        self.number = FIRST_RUN  # grows when the network begins anew
        self.revision = FIRST_REVISION  # grows with every change of settings
        self.changes = 0  # of settings or weights since it began; at 0, settings and seed alone repeat it
        self.data_version = 1
        self.moment = 0  # grows with everything that can be seen
        self.touched: float | None = None  # on its worker's clock: when it was made, or last obeyed its page

    @property
    def epochs(self) -> float:
        """Epochs trained so far, with the part of the running one."""
        return self.trainer.epoch + self.trainer.progress

    @property
    def playing(self) -> bool:
        """Whether it trains until told otherwise."""
        return self.phase is Phase.PLAYING

    @property
    def stop(self) -> Stop | None:
        """Why it stopped by itself, or because nobody watched; None if it did not."""
        return None if isinstance(self.phase, Phase) else self.phase

    @property
    def is_played(self) -> bool:
        """Whether it trains until told otherwise, or, if it has stopped by itself, another that it is compared with."""
        return self.playing or (len(self.fellows) > 1 and any(fellow.playing for fellow in self.fellows))

    @property
    def has_ended(self) -> bool:
        """Whether it has stopped by itself: at a criterion, or because its numbers blew up."""
        return self.stop is not None and self.stop.code in ENDS

    @property
    def stop_text(self) -> str:
        """Why it stopped by itself; "" if it did not."""
        return self.stop.text if self.stop and self.has_ended else ""

    @property
    def is_owing(self) -> bool:
        """Whether there are steps to train before this frame is complete."""
        return self._driver.owed > 0

    @property
    def steps_singly(self) -> bool:
        """Whether it trains so slowly, or by hand, that one can follow each step."""
        return self.settings.speed in SLOW if self.playing else self.phase is Phase.STEPPING

    # ---- playing

    def play(self) -> None:
        """Train until told otherwise."""
        if not self.playing:
            self._driver.rest()
        self.phase = Phase.PLAYING

    def step(self, unit: str) -> None:
        """Train one mini-batch ("batch") or to the end of an epoch; steps that are asked for quickly add up."""
        if self.playing:
            self._driver.rest()
        if unit == "batch":
            self.phase = Phase.STEPPING
            self._driver.owe_step()
        else:
            self.phase = Phase.RESTING
            self._driver.owe_epoch()

    def rest(self) -> None:
        """Train no more, and owe nothing."""
        if self.playing:
            self.phase = Phase.RESTING
        self._driver.rest()

    def stop_with(self, code: str, text: str) -> None:
        """Train no more, for this reason."""
        self._driver.rest()
        self.phase = Stop(code, text)

    def forget_stop(self) -> None:
        """Whatever it stopped for is no longer so: it rests."""
        if self.stop:
            self.phase = Phase.RESTING

    # ---- becoming another

    def go_on(self) -> list[ServerMessage]:
        """Whatever changes a moment of the past makes it the present: what came after it is a branch of the curves."""
        x = self.history.go_on()
        return [] if x is None else [server_messages.Branched(x, self.history.curves.branch, self.branches())]

    def now(self, state: State | None = None) -> Moment:
        """The moment at which it stands, of which the state may have been copied already."""
        past = self.history.past
        return self._moment(state or self.trainer.state(), past.lows if past else self.history.curves.lows)

    def _moment(self, state: State, lows: Lows, steering: Steering | None = None) -> Moment:
        seen, recipe, check = self.early_stopping.seen, self.trainer.recipe, self.goal.check
        came_by = steering or self.steering
        return moment_of(recipe, state, self.settings, self.data_split, seen, self.holds, lows, check, came_by)

    def become(self, settings: Settings, edit: EditNetwork | None = None) -> list[ServerMessage]:
        """Act on the running network as mildly as the change allows, and say what changed."""
        names = difference(self.settings, settings)
        if not names:
            return [self.configured((), "")]
        before, old = self.state(), self.settings
        self.adapt(settings, names, edit)
        branched = [] if UNFLAGGED.issuperset(names) else self.go_on()  # another speed changes no run
        self.forget_stop()
        if not KEEPS_SEEN.issuperset(names):
            self.early_stopping = EarlyStopping()  # what it has seen was another run
        if are_incomparable(names):
            self.history.curves.forget_lows()
        self.goal.change(names, old, self.epochs)
        self.revision += 1
        self.changes += not UNFLAGGED.issuperset(names)
        if not SAME_TRAINING.issuperset(names):
            self.steer(edit or setting(settings, names))
        is_new = begins_anew(old, settings)
        if is_new:
            self.let_go()
            self.begin_anew()
        if "speed" in names and self.playing:
            self._driver.rest()
        text = words.change_text(settings, (name for name in names if name not in UNFLAGGED))
        told = self.configured(names, text if is_new or not self.trainer.step else kept_text(text, names))
        return [*branched, told] if self.state() == before else [*branched, told, self.state()]

    def steer(self, command: object) -> None:
        """Remember that this was obeyed here, for whoever is to make the same network again."""
        self.steering = self.steering.then(self.trainer.step, command)

    def adapt(self, settings: Settings, names: tuple[str, ...], edit: EditNetwork | None) -> None:
        """Everything that can fail comes first."""
        is_new = gives_other_inputs(names)
        prepared = split_data(settings) if is_new else self.data_split
        old, new = self.trainer.recipe.architecture.sizes, recipe(settings, prepared.points)
        origins = origins_after(edit, self.settings, settings, old, new.architecture.sizes)
        self.trainer.adapt(new, prepared.data if is_new else None, origins)
        if (moved := self.holds.moved(new.architecture.layout, origins)) is not self.holds:
            self.holds = moved
            moved.apply(self.trainer)
        if origins is not None:
            self.history.trajectory.clear()
        self.settings, self.data_split = settings, prepared
        self.data_version += is_new
        self.changed()

    def stand_at(self, moment: Moment, settings: Settings) -> None:
        """Be what it was at a moment, but for what of the settings is no part of a run."""
        restore(self.trainer, moment)
        self.data_version += moment.data_split is not self.data_split
        self.goal.stand_at(moment.check, self.settings)
        self.settings, self.data_split, self.early_stopping = settings, moment.data_split, EarlyStopping(moment.seen)
        self.holds, self.steering = moment.holds, moment.steering
        self.changed()

    def let_go(self) -> None:
        """Everything learns again."""
        self.holds = Holds(self.trainer.recipe.architecture.layout)
        self.holds.apply(self.trainer)

    def begin_anew(self) -> None:
        """From the initial weights, as another run."""
        self.holds = self.holds.copy()
        self.holds.reset(self.trainer)
        self.steering = Steering(self.settings) if self.holds.is_empty else UNKNOWN
        self._driver.rest()
        if not self.playing:
            self.phase = Phase.RESTING
        self.early_stopping = EarlyStopping()
        self.number += 1
        self.changes = 0
        self.by_hand = ByHand()
        self.goal.begin(0, self.settings)
        self.history.begin(self._moment(self.trainer.state(), NO_LOWS))
        self.changed()

    def judge(self) -> None:
        """Ask whether the goal is reached where the run stands, as it does after every epoch."""
        if self.trainer.progress == 0 or self.goal.check.by_hand:
            self._watch.judge(self.settings, self.goal)

    def count_change(self) -> None:
        """Its settings or weights are others than before."""
        self.revision += 1
        self.changes += 1

    def changed(self) -> None:
        """The trainer is not what it was, by other means than training."""
        self._evaluation = None
        self.is_at_best = False
        self._driver.changed()
        self._watch.changed()

    def configured(self, names: tuple[str, ...], text: str) -> ServerMessage:
        """The message about a change, with the flag it leaves on the charts, if any."""
        mark = Mark(self.epochs, names, text) if text else None
        if mark:
            self.history.curves.mark(mark)
        return server_messages.Configured(self.settings.model_dump(mode="json"), names, mark, self.revision)

    # ---- beside others

    def meet(self, fellows: "tuple[Run, ...]") -> None:
        """These are compared from now on, this one included; they share the memory for their past."""
        self.fellows = fellows
        self.history.limit(self.timeline_bytes // len(fellows))

    def speed_up_to(self, other: "Run") -> None:
        """At the other's speed."""
        if self.settings.speed is not other.settings.speed:
            self.settings = self.settings.model_copy(update={"speed": other.settings.speed})
            self._driver.rest()

    def lead(self, playing: bool) -> None:
        """Train from now on, or rest, as the lane did that others followed until now."""
        self.rest()
        self.forget_stop()
        if playing:
            self.phase = Phase.PLAYING
        self.moment += 1

    def steps_in(self, seconds: float) -> int:
        """How many it trains in so much time, by estimate; at least one."""
        return self._driver.steps_in(seconds)

    def follow(self, step: int, clock: Clock, *, may_stop: bool) -> None:
        """Come to the step of the lane that leads, or to the last finite numbers; `may_stop` by itself, as set."""
        if step == self.trainer.step:
            return
        self.go_on()
        self._watch.begin(self.settings, self.early_stopping, self.goal, may_stop=may_stop)
        self._trained(self._driver.come_to(step, clock, self._watch))

    # ---- training

    def begin_frame(self, now: float) -> None:
        """A frame begins: find out how many steps it is to bring."""
        if self.playing:
            self._driver.begin_frame(self.settings.speed, now)

    def seconds_to_next(self) -> float:
        """For how long after the last frame began there is nothing to train."""
        return self._driver.seconds_to_next(self.settings.speed)

    def train(self, budget: float, clock: Clock, most: int = UNLIMITED) -> list[ServerMessage]:
        """Train what is owed, for about `budget` seconds and `most` steps at most; what to tell the page of it."""
        if not self._driver.owed:
            return []
        self._watch.begin(self.settings, self.early_stopping, self.goal, may_stop=self.playing)
        return self._trained(self._driver.train(budget, clock, self._watch, most))

    def _trained(self, is_finite: bool) -> list[ServerMessage]:
        """What to tell the page of what training has brought."""
        self.moment += 1
        self._evaluation = None
        has_left_best, self.is_at_best = self.is_at_best, False
        if not is_finite or self._watch.is_lost:
            return self._blown_up()
        if self._watch.reason:
            return self._finish(self._watch.reason)
        return [self.state()] if has_left_best else []

    def _finish(self, text: str) -> list[ServerMessage]:
        """It stops by itself, as set; after early stopping the best epoch is marked, and its weights may come back."""
        best, told = self.early_stopping.best, list[ServerMessage]()
        if best is not None and self.settings.patience:
            mark = Mark(best.epoch, (), words.BEST_MARK.format(watched=best.watched.label, epoch=best.epoch))
            self.history.curves.mark(mark)
            told.append(server_messages.Configured(self.settings.model_dump(mode="json"), (), mark, self.revision))
            if self.settings.after_stop is AfterStop.BEST and best.epoch < self.trainer.epoch:
                self.evaluate()  # so that it can be come back to
                self.take_best(best)
                text = sentences(text, words.BEST_RESTORED.format(epoch=best.epoch))
        self.stop_with("criterion", text)
        return [*told, self.state()]

    def take_best(self, best: Best) -> None:
        """Show the best epoch again, as the timeline does: where the run has come to stays the present."""
        moment = self._moment(best.state, best.lows, self.steering.before(best.state.step))
        self.history.turn_back_to(moment)
        self.stand_at(moment, self.settings)
        self.is_at_best = True

    def _blown_up(self) -> list[ServerMessage]:
        self._driver.back_to_finite()
        self._watch.went_back()
        is_seen = has_finite_losses(self._watch.evaluation)
        self.stop_with("not_finite", explain(self.settings, self.trainer.step, has_finite_losses=is_seen))
        return [self.state()]

    # ---- what there is to show

    def evaluate(self) -> tuple[Evaluation, list[ServerMessage]]:
        """Losses and scores of this moment, which can be come back to; what to tell the page if they blew up."""
        if self._evaluation is not None:
            return self._evaluation, []
        told: list[ServerMessage] = []
        if not has_finite_losses(self._watch.evaluation) and self._driver.has_trained:
            told = self._blown_up()
        self._evaluation = self._watch.evaluation
        state = self._driver.hold()
        if self.history.past is None:
            self._watch.renew()
            self.history.record(self.now(state))
        return self._evaluation, told

    def stand_as_recorded(self) -> None:
        """The record has the moment at which it stands already."""
        self._watch.is_as_recorded()
        self._evaluation = self._watch.evaluation

    def steps_per_second(self, now: float) -> float:
        """As trained of late; 0 while it does not play."""
        return self._driver.steps_per_second(now) if self.playing else 0.0

    def state(self) -> server_messages.State:
        """Whether it trains, why it stopped, and the epoch whose weights can come back."""
        return server_messages.State(playing=self.is_played, stop=self.stop, best=self.best_epoch())

    def branches(self) -> dict[str, Any]:
        """Those it can come back to, JSON-ready."""
        return self.history.branches.plain(self.number)

    def best_epoch(self) -> int | None:
        """The one whose weights can come back, if they are not here."""
        best = self.early_stopping.best
        return None if best is None or self.is_at_best else best.epoch
