"""One run: the settings, the network they made and its curves. It obeys commands and trains in slices.

Plain and synchronous: it knows no socket and no event loop, and is given the time. `session.py` owns one and calls
it from a worker thread, one call at a time.
"""

import secrets
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from server.engine.choices import Problem
from server.engine.trainer import Evaluation, Memento, Trainer
from server.protocol import frames, letters
from server.protocol.letters import Letter
from server.protocol.messages import (
    Command,
    Configure,
    EditNetwork,
    NewSeed,
    Pause,
    Play,
    Reset,
    SetBias,
    SetWeight,
    Step,
)
from server.protocol.refusals import Refusal, sentence
from server.session import words
from server.session.blueprint import Material, material, parameter_count, recipe
from server.session.diagnosis import explain
from server.session.edits import edit_hidden, origins_after_change, origins_after_edit
from server.session.history import History, Mark
from server.session.pace import Pace
from server.session.speedometer import Speedometer
from server.settings import MOST_SEED, Effect, Settings, difference, effect_of


class Run:
    """A network in training, with everything that decides and records it."""

    def __init__(self, settings: Settings, most_parameters: int) -> None:
        self._most_parameters = most_parameters
        self._material = material(settings)
        self._check_size(settings, self._material)
        self._settings = settings
        self._trainer = Trainer(recipe(settings, self._material.points), self._material.data)
        self._pace = Pace()
        self._speedometer = Speedometer()
        self._owed = 0
        self._evaluation: Evaluation | None = None
        self.history = History()
        self.number = 1  # of the run; grows when the network begins anew
        self.revision = 0  # grows with every change of settings
        self.data_version = 1
        self.playing = False
        self.stop: Letter | None = None
        self.changed = True  # something to show since the last frame
        self._obey: dict[type[Any], Callable[[Any], list[Letter]]] = {
            Configure: self._configure,
            Play: self._play,
            Pause: self._pause,
            Step: self._step,
            Reset: self._reset,
            NewSeed: self._new_seed,
            SetWeight: self._set_weight,
            SetBias: self._set_bias,
            EditNetwork: self._edit_network,
        }

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def trainer(self) -> Trainer:
        return self._trainer

    @property
    def material(self) -> Material:
        return self._material

    @property
    def epochs(self) -> float:
        """Epochs trained so far, with the part of the running one."""
        return self._trainer.epoch + self._trainer.progress

    @property
    def owed(self) -> int:
        """Steps still to train before this frame is complete."""
        return self._owed

    # ---- commands

    def obey(self, command: Command) -> list[Letter]:
        """Carry a command out; what to tell the page. A refused command changes nothing."""
        try:
            told = self._obey[type(command)](command)
        except Refusal as refusal:
            return [letters.refused(refusal.text, refusal.about or command.type)]
        self.changed = True
        return told

    def _configure(self, command: Configure) -> list[Letter]:
        try:
            settings = self._settings.changed(command.changes)
        except ValidationError as error:
            raise Refusal(sentence(error)) from None
        return self._become(settings)

    def _play(self, _: Play) -> list[Letter]:
        self.playing, self.stop = True, None
        return [self.state()]

    def _pause(self, _: Pause) -> list[Letter]:
        self._rest()
        return [self.state()]

    def _step(self, command: Step) -> list[Letter]:
        """Steps are trained in slices like everything else, so that a long epoch blocks nobody."""
        self._rest()
        self.stop = None
        self._owed = 1 if command.unit == "batch" else self._steps_to_epoch_end()
        return [self.state()]

    def _reset(self, _: Reset) -> list[Letter]:
        self._trainer.reset()
        self._begin_anew()
        return [self.state()]

    def _new_seed(self, command: NewSeed) -> list[Letter]:
        name = "seed" if command.of == "weights" else "data_seed"
        return self._become(self._settings.changed({name: secrets.randbelow(MOST_SEED)}))

    def _set_weight(self, command: SetWeight) -> list[Letter]:
        sizes = self._trainer.recipe.architecture.sizes
        _check_unit(sizes, command.layer, command.unit, first=1)
        _check_unit(sizes, command.layer - 1, command.source, first=0)
        self._trainer.set_weight(command.layer, command.unit, command.source, command.value)
        return self._by_hand()

    def _set_bias(self, command: SetBias) -> list[Letter]:
        _check_unit(self._trainer.recipe.architecture.sizes, command.layer, command.unit, first=1)
        self._trainer.set_bias(command.layer, command.unit, command.value)
        return self._by_hand()

    def _edit_network(self, command: EditNetwork) -> list[Letter]:
        hidden = edit_hidden(self._settings.hidden, command)
        return self._become(self._settings.changed({"hidden": hidden}), command)

    def _by_hand(self) -> list[Letter]:
        self._evaluation = None
        self.revision += 1
        return [self._configured((), words.WEIGHT_SET)]

    # ---- becoming other settings

    def _become(self, settings: Settings, edit: EditNetwork | None = None) -> list[Letter]:
        """Act on the running network as mildly as the change allows, and say what changed."""
        names = difference(self._settings, settings)
        strongest = max((effect_of(name) for name in names), default=Effect.NOTHING)
        new_points = any(effect_of(name) is Effect.DATA or name == "features" for name in names)
        prepared = material(settings) if new_points else self._material
        self._check_size(settings, prepared)
        self._adapt(settings, prepared, edit)
        self._settings, self._material = settings, prepared
        self.data_version += new_points
        self.revision += 1
        self._evaluation = None
        if strongest is Effect.REBUILD:
            self._trainer.reset()
            self._begin_anew()
        if names:
            self.stop = None
        return [self._configured(names, words.change_text(settings, names)), self.state()]

    def _adapt(self, settings: Settings, prepared: Material, edit: EditNetwork | None) -> None:
        old, new = self._trainer.recipe, recipe(settings, prepared.points)
        data = prepared.data if prepared is not self._material else None
        sizes = old.architecture.sizes, new.architecture.sizes
        origins = None
        if edit is not None:
            origins = origins_after_edit(*sizes, edit)
        elif sizes[0] != sizes[1] or self._settings.features != settings.features:
            origins = origins_after_change(self._settings, settings, *sizes)
        self._trainer.adapt(new, data, origins)

    def _check_size(self, settings: Settings, prepared: Material) -> None:
        count = parameter_count(recipe(settings, prepared.points).architecture.sizes)
        if count > self._most_parameters:
            raise Refusal(words.TOO_MANY_PARAMETERS.format(count=count, most=self._most_parameters))

    def _begin_anew(self) -> None:
        self.number += 1
        self.history = History()
        self._evaluation = None
        self.stop = None
        self._owed = 0
        self._pace.rest()

    def _configured(self, names: tuple[str, ...], text: str) -> Letter:
        mark = Mark(self.epochs, names, text)
        self.history.mark(mark)
        return letters.configured(self._settings.model_dump(mode="json"), list(names), mark.plain(), self.revision)

    # ---- training

    def begin_frame(self, now: float) -> None:
        """A frame begins: find out how many steps it is to bring."""
        if self.playing and not self._owed:
            self._owed = self._pace.due(self._settings.speed, now, self._trainer.steps_per_epoch)

    def train(self, budget: float, clock: Callable[[], float]) -> list[Letter]:
        """Train what is owed, for about `budget` seconds; what to tell the page if it blew up."""
        before = self._trainer.memento()
        began = clock()
        trained = self._train_within(budget, clock)
        self._speedometer.add(trained, began, clock())
        if not trained:
            return []
        self.changed = True
        self._evaluation = None
        if self._trainer.finite():
            return []
        self._back_to_finite(before, trained)
        return self._blown_up()

    def _train_within(self, budget: float, clock: Callable[[], float]) -> int:
        """Kernels run to their end, so steps are given to them in portions that fit into the time left."""
        end = clock() + budget
        trained = 0
        while self._owed and (left := end - clock()) > 0:
            portion = min(self._owed, self._speedometer.steps_in(left))
            self._trainer.run(portion)
            trained += portion
            self._owed -= portion
            self._speedometer.calibrate(portion, left - (end - clock()))
        return trained

    def _back_to_finite(self, before: Memento, steps: int) -> None:
        """The last finite state, found by running the same steps again: the same seed gives the same bytes."""
        finite, broken = 0, steps
        while broken - finite > 1:
            middle = (finite + broken) // 2
            self._trainer.restore(before)
            self._trainer.run(middle)
            finite, broken = (middle, broken) if self._trainer.finite() else (finite, middle)
        self._trainer.restore(before)
        self._trainer.run(finite)

    def _blown_up(self) -> list[Letter]:
        self._rest()
        self.stop = {"code": "not_finite", "text": explain(self._settings, self._trainer.step)}
        return [self.state()]

    def _rest(self) -> None:
        self.playing = False
        self._owed = 0
        self._pace.rest()
        self._speedometer.rest()

    def _steps_to_epoch_end(self) -> int:
        whole = self._trainer.steps_per_epoch
        return max(1, round(whole * (1 - self._trainer.progress)))

    # ---- what there is to show

    def evaluate(self) -> Evaluation:
        """Losses and scores of this moment; each is also a point of the curves."""
        if self._evaluation is None:
            self._evaluation = self._trainer.evaluate()
            self.history.record(self.epochs, self._evaluation)
        return self._evaluation

    def steps_per_second(self, now: float) -> float:
        """As trained of late, pauses between slices included."""
        return self._speedometer.rate(now) if self.playing else 0.0

    def state(self) -> Letter:
        """Whether it trains, and why it stopped."""
        return letters.state(playing=self.playing, stop=self.stop)

    def points(self) -> frames.Data:
        """The data points as a frame carries them."""
        points = self._material.points
        return frames.Data(
            version=self.data_version,
            problem=points.problem.value,
            classes=points.classes,
            training=self._material.training,
            scale=self._material.target_scale,
            points=points.x.tobytes(),
            targets=points.target.tobytes(),
        )

    @property
    def problem(self) -> Problem:
        return self._material.points.problem


def _check_unit(sizes: tuple[int, ...], layer: int, unit: int, first: int) -> None:
    if not first <= layer < len(sizes):
        raise Refusal(words.NOT_A_LAYER.format(layer=layer, most=len(sizes) - 1))
    if not 0 <= unit < sizes[layer]:
        raise Refusal(words.NOT_A_UNIT.format(layer=layer, unit=unit, most=sizes[layer] - 1))
