"""Facts of a run by their names, for the goals of lessons: each is computed only where somebody asks for it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.choices import Problem
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.engine.surface import logits
from glassbox.engine.trainer import Trainer
from glassbox.protocol.messages import SolveLastLayer
from glassbox.protocol.refusals import Refusal
from glassbox.run.frame.predictions import predicted_class
from glassbox.run.restore import trainer_at
from glassbox.run.snapshot import Snapshot
from glassbox.settings import Settings
from glassbox.settings.address import text_of
from glassbox.study.answers.of_diagnostics import BendsAnswer
from glassbox.study.bends import bends
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.diagnose import diagnose
from glassbox.study.diagnostics.probe import Probe
from glassbox.study.silent import silent

Value = float | str | frozenset[str]
Number = float | None

BLUE, ORANGE = 1, 0  # the two classes, as the page draws them
DIVERGED, UNWATCHED = "not_finite", "unwatched"  # codes of a stop


def run_facts(snapshot: Snapshot, names: Iterable[str]) -> dict[str, Value]:
    """Those of the facts that this run has; numbers are finite, and shares go from 0 to 1."""
    run = _Run(snapshot)
    found = {name: _found(run, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def curve_of(snapshot: Snapshot, measure: str, epochs: int, points: int) -> list[Number]:
    """How a measure went from epoch 0 to `epochs`, at so many evenly spaced moments; None where the run was not."""
    part, _, kind = measure.partition("_")
    columns = snapshot.curves.columns
    column = columns.get(measure if kind == "loss" else f"{part}_score", [])
    is_shown = kind == "loss" or (kind == "accuracy") is (snapshot.recipe.problem is not Problem.REGRESSION)
    known = [(x, value) for x, value in zip(columns.get("x", []), column, strict=False) if value is not None]
    if not is_shown or not known:
        return [None] * points
    x, values = zip(*known, strict=True)
    wanted = np.linspace(0.0, epochs, points)
    found = np.interp(wanted, np.asarray(x, np.float64), np.asarray(values, np.float64))
    return [float(value) if x[0] <= at <= x[-1] else None for at, value in zip(wanted, found, strict=True)]


def _found(run: "_Run", name: str) -> Value | None:
    if name in Settings.model_fields:
        value = getattr(run.snapshot.settings, name)
        return float(value) if isinstance(value, int | float) else text_of(value)
    value = FACTS[name](run)
    if isinstance(value, frozenset):
        return value
    return float(value) if value is not None and isfinite(value) else None


class _Run:
    """A snapshot, and what is computed of it once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def trainer(self) -> Trainer:
        """A copy, which stands where the run stood."""
        return trainer_at(self.snapshot.moment)

    @cached_property
    def evaluation(self) -> Evaluation:
        """On each part of the data."""
        return self.trainer.evaluate()

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """All of them, without biases."""
        layout, parameters = self.snapshot.recipe.architecture.layout, self.snapshot.state.parameters
        layers = range(1, len(layout.sizes))
        return np.concatenate([parameters[layout.weights(layer)].ravel() for layer in layers]).astype(np.float64)

    @cached_property
    def bends(self) -> BendsAnswer | None:
        """None where the weights are no numbers any more."""
        try:
            return bends(self.snapshot)
        except Refusal:
            return None

    @cached_property
    def probe(self) -> Probe:
        """All training samples."""
        return Probe(self.snapshot, len(self.snapshot.data_split.data.t_train))

    def metrics(self, part: str) -> Metrics | None:
        """Of "train", "test" or "validation"; None where nothing is set aside for it."""
        found: Metrics | None = getattr(self.evaluation, part)
        return found

    def wrong(self, part: str) -> NDArray[np.bool_] | None:
        """Which samples are put into a wrong class; None for numbers."""
        if self.snapshot.recipe.problem is Problem.REGRESSION:
            return None
        x, t = self.samples(part)
        sums = logits(self.trainer.recipe.architecture, self.trainer.parameters, x, self.trainer.statistics)
        return np.asarray(predicted_class(sums) != t.astype(np.int64), np.bool_)

    def samples(self, part: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Inputs and targets."""
        data = self.snapshot.data_split.data
        return (data.x_train, data.t_train) if part == "train" else (data.x_test, data.t_test)


def _measured(part: str, measure: str) -> Callable[[_Run], Number]:
    def measured(run: _Run) -> Number:
        metrics = run.metrics(part)
        value: Number = None if metrics is None else getattr(metrics, measure)
        return value

    return measured


def _wrong(part: str) -> Callable[[_Run], Number]:
    def count(run: _Run) -> Number:
        wrong = run.wrong(part)
        return None if wrong is None else float(wrong.sum())

    return count


def _wrong_of(label: int) -> Callable[[_Run], Number]:
    def count(run: _Run) -> Number:
        if run.snapshot.recipe.problem is not Problem.BINARY:
            return None
        wrong = run.wrong("train")
        return None if wrong is None else float((wrong & (run.samples("train")[1] == label)).sum())

    return count


def _first(column: str) -> Callable[[_Run], Number]:
    """Of the curve, if it goes back to the beginning."""

    def first(run: _Run) -> Number:
        columns = run.snapshot.curves.columns
        return columns[column][0] if columns.get("x") and columns["x"][0] == 0 else None

    return first


def _lowest(part: str, of: str) -> Callable[[_Run], Number]:
    """Exact, whatever the curves have kept; the present moment may be lower than all before."""

    def lowest(run: _Run) -> Number:
        low = run.snapshot.curves.lows.lowest.get(part)
        metrics = run.metrics(part)
        now = metrics.loss if metrics is not None else np.inf
        if low is None or now < low.loss:
            return run.snapshot.moment.epochs if of == "epoch" else now
        value: float = getattr(low, of)
        return value

    return lowest


def _rise(run: _Run) -> Number:
    lowest = _lowest("test", "loss")(run)
    return run.evaluation.test.loss / lowest if lowest else None


def _silent(run: _Run) -> Number:
    found = silent(run.snapshot)
    return float(len(found.dead) + len(found.even))


def _single(place: str) -> Callable[[_Run], Number]:
    """A parameter of a network of one unit."""

    def single(run: _Run) -> Number:
        architecture, parameters = run.snapshot.recipe.architecture, run.snapshot.state.parameters
        if len(architecture.sizes) != 2 or architecture.sizes[1] != 1:
            return None
        if place == "b":
            return float(parameters[architecture.layout.bias(1)][0])
        weights, at = parameters[architecture.layout.weights(1)].ravel(), int(place[1:]) - 1
        return float(weights[at]) if at < weights.size else None

    return single


def _curvature(run: _Run) -> Number:
    steepness = run.bends.steepness if run.bends else None
    return steepness.value if steepness else None


def _critical(run: _Run) -> Number:
    curvature = _curvature(run)
    return 2 / curvature if curvature is not None and curvature > 0 else None


def _pieces(run: _Run) -> Number:
    return run.bends.pieces.count if run.bends and run.bends.pieces else None


def _is_solved(run: _Run) -> Number:
    """Also where weights were set by hand afterwards; what undo has taken back does not count."""
    return any(isinstance(order.command, SolveLastLayer) for order in run.snapshot.moment.steering.orders)


def _gradient(run: _Run) -> Number:
    return float(np.linalg.norm(run.probe.gradients().astype(np.float64)))


FACTS: Mapping[str, Callable[[_Run], Number | frozenset[str]]] = {
    "epoch": lambda run: run.snapshot.epoch,
    "step": lambda run: run.snapshot.step,
    "parameters": lambda run: run.snapshot.state.parameters.size,
    "layers": lambda run: len(run.snapshot.settings.hidden),
    "units": lambda run: sum(layer.units for layer in run.snapshot.settings.hidden),
    **{f"{part}_{measure}": _measured(part, measure) for part in ("train", "test", "validation")
       for measure in ("loss", "accuracy")},
    **{f"{part}_{measure}": _measured(part, measure) for part in ("train", "test") for measure in ("rmse", "r2")},
    "gap": lambda run: run.evaluation.test.loss - run.evaluation.train.loss,
    "train_wrong": _wrong("train"),
    "test_wrong": _wrong("test"),
    "wrong_blue": _wrong_of(BLUE),
    "wrong_orange": _wrong_of(ORANGE),
    "first_train_loss": _first("train_loss"),
    "first_test_loss": _first("test_loss"),
    "lowest_train_loss": _lowest("train", "loss"),
    "lowest_test_loss": _lowest("test", "loss"),
    "lowest_test_epoch": _lowest("test", "epoch"),
    "test_rise": _rise,
    "diverged": lambda run: run.snapshot.stop is not None and run.snapshot.stop.code == DIVERGED,
    "stopped": lambda run: run.snapshot.stop is not None and run.snapshot.stop.code != UNWATCHED,
    "by_hand": lambda run: run.snapshot.moment.check.by_hand,
    "solved": _is_solved,
    "gradient_norm": _gradient,
    "weight_norm": lambda run: float(np.linalg.norm(run.weights)),
    "largest_weight": lambda run: float(np.abs(run.weights).max()),
    "zero_weights": lambda run: float((run.weights == 0).mean()),
    "silent_units": _silent,
    "w1": _single("w1"),
    "w2": _single("w2"),
    "b": _single("b"),
    "largest_curvature": _curvature,
    "critical_rate": _critical,
    "pieces": _pieces,
    "finding": lambda run: frozenset(finding.ailment.value for finding in diagnose(Checkup(run.snapshot))),
}  # fmt: skip
"""What computes each; settings are known by their own names."""
