"""Optimizers race down a test function, with the engine's own update code and exact gradients, in float64."""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Optimizer
from glassbox.engine.kernel_args import Counter, Hyper, State
from glassbox.engine.objectives import OBJECTIVES, Point, TestFunction
from glassbox.engine.stability import critical_rates
from glassbox.engine.updates import update
from glassbox.study.answers.of_training import RaceAnswer, Racer
from glassbox.study.numbers import short
from glassbox.study.questions import RaceQuestion

SIZE = 81  # points a side of the function's picture
FAR = 1e6  # a racer whose coordinates grow larger is not followed any further
NEAR = 0.01  # of the picture's width: at a minimum
EPSILON = 1e-8
DIGITS = 7


def race(asked: RaceQuestion) -> RaceAnswer:
    """The function over its box, what is known of its learning rates, and each optimizer's way."""
    function = OBJECTIVES[asked.hill]
    shape = _shape(function, asked.shape)
    rate, adaptive_rate = asked.rate or function.rate, asked.adaptive_rate or function.adaptive_rate
    start = asked.start or function.start
    racers = [
        _racer(function, shape, optimizer, adaptive_rate if optimizer.adaptive else rate, asked, start)
        for optimizer in Optimizer
    ]
    steepness = function.gentlest(shape)
    return RaceAnswer(
        hill=asked.hill,
        shape=shape,
        shapes=function.shapes,
        steps=asked.steps,
        rate=rate,
        adaptive_rate=adaptive_rate,
        start=start,
        size=SIZE,
        box=function.box,
        values=[short(value, DIGITS) for value in function.over(SIZE, shape).ravel()],
        minima=function.minima,
        is_quadratic=function.is_quadratic,
        steepness=steepness,
        critical={
            optimizer.value: critical for optimizer, critical in critical_rates(steepness, asked.momentum).items()
        },
        racers=racers,
    )


def descend(
    function: TestFunction, shape: float, optimizer: Optimizer, rates: Doubles, start: Point, steps: int
) -> Doubles:
    """Where an optimizer is at the start and after each step, float64 [steps + 1, 2]; shorter if it goes too far."""
    state = State(
        np.array(start, np.float64), np.zeros(2), np.zeros(2), np.zeros((2, 0)), np.zeros(len(Counter), np.int64)
    )
    gradient, way = np.empty(2), [start]
    for step in range(1, steps + 1):
        gradient[:] = function.gradient(*way[-1], shape)
        state.where[Counter.UPDATES] = step
        update(optimizer.code, rates[Hyper.LEARNING_RATE], rates, state, gradient)
        x, y = state.parameters.tolist()
        way.append((x, y))
        if not (abs(x) <= FAR and abs(y) <= FAR):
            break
    return np.array(way)


def rates_of(learning_rate: float, asked: RaceQuestion) -> Doubles:
    """The coefficients as the engine takes them."""
    rates = np.zeros(len(Hyper))
    rates[Hyper.LEARNING_RATE], rates[Hyper.MOMENTUM] = learning_rate, asked.momentum
    rates[Hyper.RMSPROP_DECAY], rates[Hyper.EPSILON] = asked.decay, EPSILON
    rates[Hyper.BETA1], rates[Hyper.BETA2] = asked.beta1, asked.beta2
    return rates


def _racer(
    function: TestFunction, shape: float, optimizer: Optimizer, rate: float, asked: RaceQuestion, start: Point
) -> Racer:
    begins = asked.starts.get(optimizer, start)
    way = descend(function, shape, optimizer, rates_of(rate, asked), begins, asked.steps)
    with np.errstate(over="ignore", invalid="ignore"):
        values = function.value(way[:, 0], way[:, 1], shape)
    return Racer(
        optimizer=optimizer.value,
        label=optimizer.label,
        start=begins,
        points=[(short(x, DIGITS), short(y, DIGITS)) for x, y in way],
        values=[short(value, DIGITS) for value in values],
        explodes=len(way) <= asked.steps or not bool(np.abs(way[-1]).max() <= FAR),
        left=since(~_inside(way, function.box)),
        arrived=since(_distance(way, function.minima) <= NEAR * (function.box[1] - function.box[0])),
    )


def since(holds: NDArray[np.bool_]) -> int | None:
    """The step from which on something holds until the end; None if it does not at the end."""
    if not holds[-1]:
        return None
    others = np.flatnonzero(~holds)
    return int(others[-1]) + 1 if len(others) else 0


def _shape(function: TestFunction, wanted: float | None) -> float:
    if wanted is None or function.shapes is None:
        return function.shape
    least, most = function.shapes
    return min(max(wanted, least), most)


def _inside(way: Doubles, box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    left, right, bottom, top = box
    x, y = way.T
    return np.asarray((x >= left) & (x <= right) & (y >= bottom) & (y <= top), np.bool_)


def _distance(way: Doubles, minima: tuple[Point, ...]) -> Doubles:
    """From the nearest minimum."""
    return np.asarray(np.min([np.hypot(way[:, 0] - x, way[:, 1] - y) for x, y in minima], axis=0))
