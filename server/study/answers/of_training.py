"""What questions about ways down the loss are answered with: the landscape, the race and the comparison of seeds."""

from typing import Any

import msgspec

from glassbox.study.answers.values import Box, Number, Pair


class LandscapeAnswer(msgspec.Struct, frozen=True):
    """Losses over `box`, row by row from the bottom; the path in the same units;
    how fine a picture may be (`finest`).
    """

    run: int
    revision: int
    step: int
    epochs: float
    size: int
    finest: int
    box: Box
    origin: list[float]
    values: list[Number]
    loss: Number
    path: list[list[float]]
    steps: list[int]
    left_out: float


class Racer(msgspec.Struct, frozen=True):
    """An optimizer's way, step by step; the steps from which on it is outside the picture or at a minimum."""

    optimizer: str
    label: str
    start: Pair
    points: list[tuple[Number, Number]]
    values: list[Number]
    explodes: bool
    left: int | None
    arrived: int | None


class RaceAnswer(msgspec.Struct, frozen=True):
    """The function over its box, what is known of its learning rates, and each optimizer's way."""

    hill: str
    shape: float
    shapes: Pair | None
    steps: int
    rate: float
    adaptive_rate: float
    start: Pair
    size: int
    box: Box
    values: list[Number]
    minima: tuple[Pair, ...]
    is_quadratic: bool
    steepness: float
    critical: dict[str, float]
    racers: list[Racer]


class SeedsMap(msgspec.Struct, frozen=True, tag_field="kind"):
    """Where networks of many seeds agree: bytes in base64, size × size, as the maps of frames."""

    size: int
    scale: float
    mean: str
    winners: str | None
    disagreement: str
    most: float


class ClassesMap(SeedsMap, frozen=True, tag="classes"):
    """Which class most of them choose, and which share chooses another."""


class NumbersMap(SeedsMap, frozen=True, tag="numbers"):
    """Mean and standard deviation of their predictions."""


class SeedsCurve(msgspec.Struct, frozen=True, tag_field="kind", tag="curve"):
    """The same along one input."""

    scale: float
    mean: list[float]
    spread: list[float]


class SeedsBands(msgspec.Struct, frozen=True):
    """Quantiles of the losses at each moment."""

    train: list[list[Number]]
    test: list[list[Number]]


class SeedsAnswer(msgspec.Struct, frozen=True):
    """What is known so far of the networks from many seeds; the web says in `state` whether they still go on.

    `reached` is for each seed that is done the epoch at which it first reached the goal of the `settings`. `pictures`
    are what each of them answers, in small: bytes as base64, a class for each point of the plane, or as of a map of
    numbers or along one input where 128 is zero and 255 the `scale` of `maps`; None where it diverged or has no plane.
    """

    state: str
    seeds: int
    epochs: int
    target: float
    first: int
    done: int
    progress: float
    problem: str
    classes: int
    scores: list[Number]
    succeeded: int
    diverged: int
    reached: list[int | None]
    pictures: list[str | None]
    settings: dict[str, Any]
    x: list[int]
    bands: SeedsBands | None
    maps: ClassesMap | NumbersMap | SeedsCurve | None


class NoSeeds(msgspec.Struct, frozen=True):
    """Nothing is known: no seeds were asked for yet, or they are not begun."""

    state: str = "none"
