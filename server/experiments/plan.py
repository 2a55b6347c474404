"""Lays an experiment out: checks it, and knows which trainings it consists of and in which order they run.

A training's number is its place in the product of first axis, second axis and seeds, whatever the order in which they
run. An axis of epochs has moments of one training, not trainings of its own.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import product
from math import prod
from typing import Any

from glassbox.data import DATA, Own, Source, describe
from glassbox.experiments import kinds, measures, words
from glassbox.experiments.architectures import parameters_of
from glassbox.experiments.axes import AxisKind, changed, kind_of, unused
from glassbox.experiments.cost import seconds_of
from glassbox.experiments.definition import Experiment, Value
from glassbox.experiments.drawn import OF_DATA, only
from glassbox.experiments.trials import Trial
from glassbox.protocol.refusals import Refusal
from glassbox.run.build import split_data
from glassbox.run.shape import check_size
from glassbox.settings import Settings
from glassbox.words.sentence import grouped

MOST_TRIALS = 10_000
MOST_POINTS = 4_000
LONGEST = 2 * 3600.0  # seconds of one core

Place = tuple[int, ...]  # of a value on each axis


class Plan:
    """An experiment, checked and laid out.

    Attributes:
        experiment: what was asked.
        base: its settings, all of them.
        kinds: what varies, an entry for each axis.
        shape: how many values each axis has.
        tell_at: the moments of each training at which it is measured.
        own: a person's own data that it is about, if it is.
    """

    def __init__(self, experiment: Experiment, most_parameters: int = 200_000, own: Own | None = None) -> None:
        """`own`: a person's own data, where the base names such.

        Raises:
            Refusal: it cannot be run, with one sentence why.
        """
        self.experiment = experiment
        self.own = own
        self.base = _read_base(experiment.base, own)
        self.kinds: tuple[AxisKind, ...] = tuple(kind_of(axis) for axis in experiment.axes)
        _check_axes(self.kinds)
        self.values: tuple[tuple[Value, ...], ...] = tuple(
            tuple(map(kind.checked, axis.values)) for kind, axis in zip(self.kinds, experiment.axes, strict=True)
        )
        self.shape: Place = tuple(map(len, self.values))
        self._moments = next((at for at, kind in enumerate(self.kinds) if kind.name == kinds.EPOCHS), None)
        self.tell_at, self._order_of_moments = self._read_moments()
        self._plain: dict[int, dict[str, Any]] = {}
        self._counts: dict[Settings, tuple[int, int]] = {}  # of own data, which are not to be held longer than this is
        self._check_size()
        self._settings = {place: self._settings_at(place, most_parameters) for place in self.training_places}
        self._check_all()

    # ---- where its trainings are

    @cached_property
    def training_shape(self) -> Place:
        """The values of each axis that a training of its own belongs to: one where the axis is moments."""
        return tuple(1 if at == self._moments else count for at, count in enumerate(self.shape))

    @cached_property
    def training_places(self) -> tuple[Place, ...]:
        """In the order of their numbers."""
        return tuple(product(*map(range, self.training_shape)))

    @property
    def total(self) -> int:
        """How many trainings there are."""
        return prod(self.training_shape) * self.experiment.seeds

    @property
    def points(self) -> tuple[Place, ...]:
        """Every place of a value on each axis; that of no axis is ()."""
        return tuple(product(*map(range, self.shape)))

    def trials_of(self, point: Place) -> range:
        """The numbers of the trainings that a point is made of, one for each seed."""
        first = self._number(self.training_place(point))
        return range(first, first + self.experiment.seeds)

    def training_place(self, point: Place) -> Place:
        """Where the trainings of a point are."""
        return tuple(0 if at == self._moments else each for at, each in enumerate(point))

    def moment_of(self, point: Place) -> int:
        """Which of a training's moments a point is about."""
        return 0 if self._moments is None else self._order_of_moments[point[self._moments]]

    def points_of(self, number: int) -> list[Place]:
        """The points that a training belongs to."""
        place = self.training_places[self.index_of(number)]
        if self._moments is None:
            return [place]
        at = self._moments
        return [(*place[:at], moment, *place[at + 1 :]) for moment in range(self.shape[at])]

    def _number(self, place: Place) -> int:
        index = 0
        for count, each in zip(self.training_shape, place, strict=True):
            index = index * count + each
        return index * self.experiment.seeds

    # ---- what they are

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The values of each axis, as they are written where the other axes have their first."""
        return tuple(
            tuple(
                kind.text(self.settings_of(self._along(axis, at)), value) for at, value in enumerate(self.values[axis])
            )
            for axis, kind in enumerate(self.kinds)
        )

    def _along(self, axis: int, index: int) -> Place:
        return tuple(index if at == axis else 0 for at in range(len(self.shape)))

    def settings_of(self, point: Place) -> Settings:
        """The settings of a point's trainings, but for the seeds."""
        return self._settings[self.training_place(point)]

    def parameters_of(self, point: Place) -> int:
        """How many its networks have, or its polynomials."""
        if self.experiment.kind == kinds.POLYNOMIAL:
            return self.degree_of(point) + 1
        return parameters_of(self.settings_of(point))

    def degree_of(self, point: Place) -> int:
        """That of its polynomials; 0 where there are none."""
        found = (int(self.values[at][point[at]]) for at, kind in enumerate(self.kinds) if kind.name == kinds.DEGREE)
        return next(found, 0)

    def training_points_of(self, settings: Settings) -> int:
        """How many points these settings' networks learn from."""
        return self._counts_of(settings)[0]

    @cached_property
    def beyond(self) -> dict[Place, int]:
        """Of each point, by how many its parameters outnumber the points to learn from."""
        return {
            place: self.parameters_of(place) - self.training_points_of(self.settings_of(place)) for place in self.points
        }

    def _counts_of(self, settings: Settings) -> tuple[int, int]:
        """Of the points to learn from, and of all."""
        about = only(settings, OF_DATA)
        if not isinstance(settings.dataset, Own):
            return _counted(about)
        if about not in self._counts:
            self._counts[about] = _count(about)
        return self._counts[about]

    def index_of(self, number: int) -> int:
        """Which of the training places a training is at."""
        return number // self.experiment.seeds

    def seconds_at(self, index: int) -> float:
        """How long a training at this place takes on one core, by estimate."""
        return self._seconds[index]

    def seconds_of(self, number: int) -> float:
        """How long a training takes on one core, by estimate."""
        return self.seconds_at(self.index_of(number))

    @property
    def seconds(self) -> float:
        """How long all take on one core, by estimate."""
        return sum(self._seconds) * self.experiment.seeds

    @cached_property
    def _seconds(self) -> list[float]:
        """Of a training at each place."""
        return list(map(self._estimate, self.training_places))

    def _estimate(self, place: Place) -> float:
        settings, moments = self._settings[place], len(self.tell_at)
        return seconds_of(settings, *self._counts_of(settings), self.experiment, moments, self.degree_of(place))

    def trial(self, number: int) -> Trial:
        """The training of this number."""
        experiment = self.experiment
        place, seed = divmod(number, experiment.seeds)
        seed += experiment.first_seed
        settings = self._plain_settings(place)
        seeds = {"seed": seed, "data_seed": seed, "stop_epochs": experiment.epochs}
        for name in {"network": ["data_seed"], "data": ["seed"]}.get(experiment.vary, []):
            del seeds[name]
        return Trial(
            number, settings | seeds, seed, experiment.epochs, self.tell_at, experiment.measures, experiment.kind,
            self.degree_of(self.training_places[place]),
        )  # fmt: skip

    def _plain_settings(self, place: int) -> dict[str, Any]:
        """As JSON has them, but own data in the place of their name: trials that are sent together share them. Made
        once, for they are asked for from every seed.
        """
        if place not in self._plain:
            settings = self._settings[self.training_places[place]]
            self._plain[place] = settings.model_dump(mode="json") | {DATA: _as_sent(settings.dataset)}
        return self._plain[place]

    def in_order(self) -> Iterator[int]:
        """The trainings' numbers from coarse to fine: one seed for the ends and the middle first, then for what is
        between; then the next seed.
        """
        places = sorted(
            self.training_places, key=lambda place: max(map(_fineness, place, self.training_shape), default=0)
        )
        for seed in range(self.experiment.seeds):
            for place in places:
                yield self._number(place) + seed

    # ---- reading and checking

    def _read_moments(self) -> tuple[tuple[int, ...], list[int]]:
        """In rising order, and which of them each value of the axis is."""
        if self._moments is None:
            return (self.experiment.epochs,), [0]
        asked = [int(value) for value in self.values[self._moments]]
        moments = sorted(asked)
        if moments[-1] > self.experiment.epochs:
            label, last = self.kinds[self._moments].label, grouped(moments[-1])
            raise Refusal(words.MOMENT_BEYOND.format(label=label, epochs=self.experiment.epochs, value=last))
        return tuple(moments), [moments.index(value) for value in asked]

    def _check_size(self) -> None:
        """Before thousands of settings are made: none of them would be used."""
        if self.total > MOST_TRIALS or prod(self.shape) > MOST_POINTS:
            time = words.duration(seconds_of(self.base, *self._counts_of(self.base), self.experiment) * self.total)
            raise Refusal(words.TOO_MANY.format(trials=self.total, time=time, most=MOST_TRIALS))

    def _settings_at(self, place: Place, most_parameters: int) -> Settings:
        settings = self.base
        for axis, kind, values, at in zip(self.experiment.axes, self.kinds, self.values, place, strict=True):
            settings = kind.apply(settings, values[at], axis.budget)
        check_size(settings, most_parameters)
        return settings

    def _check_all(self) -> None:
        """What can be measured, whether each axis has an effect somewhere, and whether all of it takes too long."""
        asked = self.experiment
        for settings in self._settings.values():
            kinds.check(asked.kind, [kind.name for kind in self.kinds], asked.measures, settings)
            measures.check(self.experiment.measures, describe(settings.dataset).problem, settings)
        for kind in self.kinds:
            why = [unused(kind.name, each) for each in self._settings.values()]
            if all(why):
                raise Refusal(why[0])
        if self.seconds > LONGEST:
            times = (words.duration(self.seconds), words.duration(LONGEST))
            raise Refusal(words.TOO_LONG.format(trials=self.total, time=times[0], most=times[1]))


@lru_cache(maxsize=256)
def _counted(settings: Settings) -> tuple[int, int]:
    """The same for all that differ in nothing about the data."""
    return _count(settings)


def _count(settings: Settings) -> tuple[int, int]:
    """Points to learn from, and all of them."""
    data = split_data(settings)
    return data.training, len(data.points.target)


def _read_base(base: dict[str, Any], own: Own | None) -> Settings:
    return changed(Settings(), base if own is None else base | {DATA: own})


def _as_sent(source: Source) -> str | Own:
    """Data as a trial has them: a name says all of those that any machine can make."""
    return source if isinstance(source, Own) else source.value


def _check_axes(kinds: tuple[AxisKind, ...]) -> None:
    if len({kind.name for kind in kinds}) < len(kinds):
        raise Refusal(words.TWICE.format(label=kinds[0].label))


def _fineness(at: int, count: int) -> int:
    """0 for the ends of an axis, 1 for its middle, 2 for the quarters, and so on."""
    if at in (0, count - 1):
        return 0
    low, high, level = 0, count - 1, 1
    while (middle := (low + high) // 2) != at:
        low, high = (low, middle) if at < middle else (middle, high)
        level += 1
    return level
