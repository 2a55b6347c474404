"""What a data set is: what it is about, its points in arrays, or all that somebody measured, uploaded or drew.

`generators.py` makes points of the data sets one can pick; `points_of` draws them from observations. Both take samples,
noise, label noise and seed. A `Quantity` turns the numbers in here back into the original ones, for axes and downloads.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles, Floats, Integers
from glassbox.engine.choices import Problem
from glassbox.engine.coding import Coding
from glassbox.engine.data_rng import DataRng, jittered, mislabelled
from glassbox.engine.streams import Purpose

EDGE = 6.0  # the plane is the square [−EDGE, EDGE]²
WIDTH = 2.0  # of a standard deviation on the plane: three of them reach its edge, and inputs are as large as elsewhere


@dataclass(frozen=True)
class Quantity:
    """What a column of numbers measures: original = mean + spread · x / width.

    Attributes:
        mean, spread: of the original numbers, where these were standardised; otherwise 0 and their natural size.
        width: what one spread (one standard deviation) is long in here: 2 on an axis of the plane.
        least, most: the ends of its axis, in here.
        coding: how the cells of a table became it; None where it is of no table.
    """

    name: str
    unit: str = ""
    mean: float = 0.0
    spread: float = 1.0
    width: float = 1.0
    least: float = -EDGE
    most: float = EDGE
    coding: Coding | None = None

    @property
    def unit_length(self) -> float:
        """How much 1 in here is of the original numbers."""
        return self.spread / self.width

    def original(self, x: NDArray[Any] | float) -> Doubles:
        """The original numbers, in `unit`."""
        return self.mean + self.unit_length * np.asarray(x, np.float64)

    def placed(self, original: NDArray[Any]) -> Doubles:
        """The numbers that the network is given for original ones."""
        return (np.asarray(original, np.float64) - self.mean) / self.spread * self.width


@dataclass(frozen=True)
class Description:
    """All that is said of a data set.

    Attributes:
        inputs: one for each input that is used; a single one makes the data a curve.
        class_names: in the order of the class indices; empty where the classes have no names.
        available: how many points there are; None: as many as one asks for.
        suggested: how many points show best what the data set is for; None: as many as there are now.
        title: what they are called, where they are somebody's own and have a name.
        standardised: whether the columns, and targets that are numbers, are measured by the points that train
            (`standardised_by`).
        side: pixels a side, where the inputs are the pixels of a square picture, row by row; otherwise 0.
    """

    problem: Problem
    classes: int
    inputs: tuple[Quantity, ...]
    target: Quantity
    class_names: tuple[str, ...] = ()
    available: int | None = None
    suggested: int | None = None
    side: int = 0
    title: str = ""
    standardised: bool = False

    def measured(self, axes: Sequence[tuple[float, float]]) -> "Description":
        """With another mean, and another length of 1, for each input and then for the target."""
        *inputs, target = (
            replace(quantity, mean=mean, spread=length * quantity.width)
            for quantity, (mean, length) in zip((*self.inputs, self.target), axes, strict=True)
        )
        return replace(self, inputs=tuple(inputs), target=target)


@dataclass(frozen=True)
class Points:
    """A data set: `x` float32 [n, 2 or more] and `target` float32 [n], a class index 0 … classes−1 or a number.

    Of two classes, 1 is the positive one. `classes` is 0 for regression. The order is random, so any first part of
    the points is a fair sample of all. `inputs` says how many columns of `x` are used: 1 where the data are a curve
    over x₁ (x₂ is then 0 everywhere), otherwise all of them.
    """

    x: Floats
    target: Floats
    problem: Problem
    classes: int
    inputs: int = 2

    def among(self, rows: slice) -> "Points":
        """Some of them."""
        return replace(self, x=self.x[rows], target=self.target[rows])

    def and_then(self, others: "Points") -> "Points":
        """These, and after them others of the same data."""
        return replace(self, x=np.concatenate([self.x, others.x]), target=np.concatenate([self.target, others.target]))


@dataclass(frozen=True)
class Observations:
    """All the points there are: `x` float32 [n, 2 or more], `target` float32 [n], and what they are about.

    With one input, x has a second column of zeros. `rows` (int64 [n], each once) are the points' rows in every random
    stream: a point that keeps its number keeps its noise and its place in the order when others come and go.
    """

    x: Floats
    target: Floats
    about: Description
    rows: Integers

    @property
    def nbytes(self) -> int:
        """The memory they take."""
        return self.x.nbytes + self.target.nbytes + self.rows.nbytes

    def order(self, seed: int) -> Integers:
        """All points in an order of the seed, of which the first ones train."""
        return np.argsort(self.chance(seed).uniforms(Purpose.ORDER, 1)[0], kind="stable")

    def chance(self, seed: int) -> DataRng:
        """The random numbers of the points."""
        return DataRng(seed, int(self.rows.max()) + 1, self.rows)


def points_of(observations: Observations, samples: int, noise: float, label_noise: float, seed: int) -> Points:
    """The first `samples` of the observations in an order of the seed, or all if there are fewer.

    Args:
        noise: standard deviation of the jitter added to every input; it may push some out of the plane's square.
        label_noise: share of points given another class; for regression, standard deviation added to the target.
    """
    about, chance = observations.about, observations.chance(seed)
    chosen = observations.order(seed)[:samples]
    moved = jittered(observations.x.astype(np.float64), len(about.inputs), noise, chance)
    target = mislabelled(observations.target.astype(np.float64), about.classes, label_noise, chance)
    return Points(
        x=np.ascontiguousarray(moved[chosen], np.float32),
        target=target[chosen].astype(np.float32),
        problem=about.problem,
        classes=about.classes,
        inputs=len(about.inputs),
    )


def standardised(
    values: Doubles, names: Sequence[str], units: Sequence[str] = (), width: float = WIDTH
) -> tuple[Doubles, tuple[Quantity, ...]]:
    """Columns [n, d] with mean 0 and standard deviation `width`, and what turns them back. None may be constant.

    Squares of tiny numbers vanish, so each column is taken times a power of two, which changes no digit of the rest.
    """
    exponents = np.frexp(np.abs(values).max(axis=0))[1]
    near_one = np.ldexp(values, -exponents)
    means, spreads = near_one.mean(axis=0), near_one.std(axis=0)
    told = np.ldexp(means, exponents).tolist(), np.ldexp(spreads, exponents).tolist()
    quantities = tuple(
        Quantity(name, unit, mean, spread, width)
        for name, unit, mean, spread in zip(names, units or [""] * len(names), *told, strict=True)
    )
    return (near_one - means) / spreads * width, quantities


def standardised_by(observations: Observations, rows: Integers) -> Observations:
    """The observations with columns, and targets that are numbers, standardised by these rows: the ones that train.

    Of the others a network then knows nothing, not even their mean. Where these rows are all alike in a column, its
    deviation stays the one over all rows.
    """
    about, x = observations.about, observations.x.copy()
    inputs, target = list(about.inputs), (observations.target, about.target)
    for at, quantity in enumerate(inputs):
        x[:, at], inputs[at] = _standardised_by(rows, x[:, at], quantity)
    if about.problem is Problem.REGRESSION:
        target = _standardised_by(rows, *target)
    return replace(observations, x=x, target=target[0], about=replace(about, inputs=tuple(inputs), target=target[1]))


def placed_as(observations: Observations, about: Description) -> Observations:
    """Other rows of the same table, measured as these data are: by the rows that train there."""
    was, x = observations.about, observations.x.copy()
    for at, (before, now) in enumerate(zip(was.inputs, about.inputs, strict=True)):
        x[:, at] = now.placed(before.original(x[:, at]))
    target = observations.target
    if about.problem is Problem.REGRESSION:
        target = about.target.placed(was.target.original(target)).astype(np.float32)
    return replace(observations, x=x, target=target, about=about)


def _standardised_by(rows: Integers, column: Floats, quantity: Quantity) -> tuple[Floats, Quantity]:
    values = column.astype(np.float64)
    known = values[rows]
    mean, spread = float(known.mean()), float(known.std()) if np.ptp(known) else quantity.width
    placed = (values - mean) / spread * quantity.width
    original_mean, original_spread = float(quantity.original(mean)), quantity.unit_length * spread
    return placed.astype(np.float32), replace(quantity, mean=original_mean, spread=original_spread)


def as_columns(x: Doubles) -> Floats:
    """Inputs [n, d] as points have them: float32, contiguous, and a lone one with a second column of zeros."""
    padded = np.pad(x, ((0, 0), (0, 1))) if x.shape[1] == 1 else x
    return np.ascontiguousarray(padded, np.float32)


def problem_with(classes: int) -> Problem:
    """The problem of data with so many classes; 0 means that the target is a number."""
    if classes == 0:
        return Problem.REGRESSION
    return Problem.BINARY if classes == 2 else Problem.MULTICLASS
