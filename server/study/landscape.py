"""The loss around a network's weights, over a plane through them, with the way the run has come;
for the drawer's picture.
"""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles
from glassbox.engine.network import Architecture
from glassbox.engine.penalties import power_of
from glassbox.engine.scoring import evaluate
from glassbox.engine.workspace import workspace
from glassbox.protocol.refusals import Refusal
from glassbox.run.snapshot import Snapshot
from glassbox.study import descent_words as words
from glassbox.study.answers.of_training import LandscapeAnswer
from glassbox.study.directions import coordinates, left_out, main_directions, random_directions, weight_directions
from glassbox.study.in_bounds import check_weights
from glassbox.study.numbers import short
from glassbox.study.questions import LandscapeQuestion, Weight
from glassbox.study.still_wanted import check_wanted

SIZES = (9, 21, 61)  # samples a side, coarse to fine
MOST_PRODUCTS = 1e11  # parameters × samples × points of a picture: some seconds
MARGIN = 0.25  # around a path, as a share of its width
LEAST_REACH = 1e-3
WEIGHT_REACH = 2.0  # around a single weight
DIGITS = 6


def landscape(snapshot: Snapshot, asked: LandscapeQuestion) -> LandscapeAnswer:
    """Losses over `box` (left, right, bottom, top) row by row from the bottom, and the path in the same units.

    A loss that is not finite is null. `finest` is how fine a picture of this network may be.

    Raises:
        Refusal: the picture would take too long, or the weights are no longer finite.
    """
    check_weights(snapshot)
    finest = _finest(snapshot)
    if asked.size > finest:
        raise _too_large(snapshot, asked.size)
    path = np.array([point.parameters for point in snapshot.trajectory], np.float64)
    directions = _directions(snapshot, path, asked)
    trace = coordinates(path, path[-1], directions)
    box = _box(trace, asked)
    losses = Losses(snapshot, penalty=asked.penalty)
    values = losses.over(path[-1], directions, box, asked.size)
    return LandscapeAnswer(
        run=snapshot.run,
        revision=snapshot.revision,
        step=snapshot.step,
        epochs=snapshot.moment.epochs,
        size=asked.size,
        finest=finest,
        box=box,
        origin=[float(path[-1] @ each) if asked.kind == "weights" else 0.0 for each in directions],
        values=_plain(values),
        loss=_plain(np.array([losses.at(path[-1])]))[0],
        path=trace.round(DIGITS).tolist(),
        steps=[point.step for point in snapshot.trajectory],
        left_out=left_out(path, directions),
    )


def _finest(snapshot: Snapshot) -> int:
    """The largest of `SIZES` that does not take too long; 0 if none."""
    once = snapshot.state.parameters.size * len(snapshot.data_split.data.t_train)
    return max((size for size in SIZES if once * size**2 <= MOST_PRODUCTS), default=0)


def _too_large(snapshot: Snapshot, size: int) -> Refusal:
    parameters, samples = snapshot.state.parameters.size, len(snapshot.data_split.data.t_train)
    return Refusal(words.TOO_LARGE.format(size=size, parameters=parameters, samples=samples))


def _directions(snapshot: Snapshot, path: Doubles, asked: LandscapeQuestion) -> Doubles:
    layout = snapshot.recipe.architecture.layout
    if asked.kind == "path":
        return main_directions(path)
    if asked.kind == "weights":
        return weight_directions(layout, asked.weights or _first_weights(snapshot.recipe.architecture))
    return random_directions(layout, path[-1], asked.seed)


def _first_weights(architecture: Architecture) -> tuple[Weight, Weight]:
    """The first unit's first two weights, or its only one and its bias."""
    return (1, 0, 0), (1, 0, 1 if architecture.sizes[0] > 1 else None)


def _box(trace: Doubles, asked: LandscapeQuestion) -> tuple[float, float, float, float]:
    """What part of the plane is drawn; where it stands now is at (0, 0)."""
    if asked.kind == "path":
        low, high = trace.min(axis=0), trace.max(axis=0)
        middle, reach = (low + high) / 2, np.maximum(high - low, LEAST_REACH) * (0.5 + MARGIN)
    else:
        middle, reach = np.zeros(2), np.full(2, WEIGHT_REACH if asked.kind == "weights" else 1.0)
    (left, bottom), (right, top) = middle - reach / asked.zoom, middle + reach / asked.zoom
    return float(left), float(right), float(bottom), float(top)


class Losses:
    """The training loss of one network at any parameters, by the engine's kernels."""

    def __init__(self, snapshot: Snapshot, *, penalty: bool) -> None:
        recipe, data = snapshot.recipe, snapshot.data_split.data
        self._plan, self._delta = recipe.plan(), recipe.huber_delta
        self._x, self._t = data.x_train, data.t_train
        self._one = (
            data.x_train[:, :1].copy(),
            data.t_train[:1],
        )  # the kernel measures two sets; one sample is the quickest
        self._statistics = snapshot.state.statistics
        self._work = workspace(recipe.architecture.layout, np.float32)
        self._power = power_of(recipe.penalty.code, recipe.penalty_power) if penalty else 0.0
        self._rate = recipe.penalty_rate

    def at(self, parameters: NDArray[np.floating]) -> float:
        """As on the page; with the penalty, if it is wanted."""
        parameters = parameters.astype(np.float32)
        train, _, cost = evaluate(
            self._plan,
            self._delta,
            self._power,
            self._rate,
            self._x,
            self._t,
            *self._one,
            parameters,
            self._statistics,
            self._work,
        )
        return float(train[0] + cost)

    def _along(self, row: Doubles) -> list[float]:
        check_wanted()
        return [self.at(parameters) for parameters in row]

    def over(self, origin: Doubles, directions: Doubles, box: tuple[float, float, float, float], size: int) -> Doubles:
        """At size × size points of the plane, row by row from the bottom."""
        left, right, bottom, top = box
        across, up = directions
        columns = np.linspace(left, right, size)[:, None] * across
        rows = ((origin + b * up) + columns for b in np.linspace(bottom, top, size))
        return np.array([self._along(row) for row in rows]).ravel()


def _plain(values: Doubles) -> list[float | None]:
    """Short numbers; null where they are not finite."""
    return [short(value, DIGITS) for value in values.tolist()]
