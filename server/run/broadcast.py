"""What those who look into a run without having it see of it: plain copies, the same for all of them.

The page that has the run gets frames of its own (`frame/`); here is what is sent to a class.
"""

import msgspec
import numpy as np

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.engine.surface import Windows
from glassbox.protocol import broadcast
from glassbox.protocol.broadcast import Look, Moment, Most, Stamp, Standing, pack_points
from glassbox.protocol.frames import Lane
from glassbox.protocol.messages import View
from glassbox.protocol.server_messages import Welcome
from glassbox.run.build import activations
from glassbox.run.frame.frame_builder import data_of, dropped, held, lane_of, present, subject_of, wrong
from glassbox.run.frame.goal_told import goal_told
from glassbox.run.frame.maps import render_maps, shown_parameters
from glassbox.run.page_messages import welcome
from glassbox.run.past.curves import COLUMNS
from glassbox.run.run import Run
from glassbox.run.shape import features, normalizations

MAP_SIZE, UNIT_SIZE = 48, 8  # pixels a side of a large network's pictures
MOST_OF_LAYER = 12  # units on show of a large network's layer
LONGEST_WRONG = 128  # bytes of a bit for each point


def take_look(run: Run, seen: Moment | None, known: int, now: float, most: Most) -> Look | None:
    """What followers see now; None if they have seen just that.

    Args:
        seen: the moment that they saw last.
        known: the number of the last point that all of them have.
        now: by the clock that the run is given.
        most: how much of it they get.
    """
    evaluation, _ = run.evaluate()
    moment = moment_of_look(run)
    if moment == seen:
        return None
    curves = run.history.curves
    first, columns = curves.since(known)
    return Look(
        moment=moment,
        stamp=_stamp(run),
        settings=run.settings.model_dump(mode="json"),
        marks=curves.marks,
        numbers=curves.numbers_since(known),
        columns=tuple(columns),
        frame=_frame(run, evaluation, first, now, most),
    )


def take_whole(run: Run, alias: str) -> Standing:
    """Everything of the run that stays; `alias` is the name that followers ask by."""
    run.evaluate()
    told = welcome(run, alias, resumed=False, notes=())
    assert isinstance(told, Welcome)
    curves = run.history.curves
    _, columns = curves.since(0)
    told = msgspec.structs.replace(told, history={**told.history, **{name: [] for name in COLUMNS}})
    whole = broadcast.Whole(
        number=0, welcome=told, data=data_of(run), network=_network(run), points=pack_points(columns)
    )
    return Standing(_stamp(run), curves.last_number, whole)


def moment_of_look(run: Run) -> Moment:
    """Differs whenever followers have something new to see."""
    return (run.lane, run.number, run.revision, run.history.curves.branch, *(each.moment for each in run.fellows))


def _stamp(run: Run) -> Stamp:
    return run.lane, run.number, run.history.curves.branch, run.data_version, _network(run)


def _network(run: Run) -> broadcast.Network:
    architecture, settings = run.trainer.recipe.architecture, run.settings
    return broadcast.Network(
        sizes=architecture.sizes,
        activations=tuple(each.value for each in activations(settings)),
        normalizations=tuple(each.value for each in normalizations(settings)),
        output=architecture.output.value,
        features=tuple(each.value for each in features(settings)),
        input_scale=settings.input_scale,
    )


def _frame(run: Run, evaluation: Evaluation, first: int, now: float, most: Most) -> broadcast.Frame:
    trainer, sizes = run.trainer, run.trainer.recipe.architecture.sizes
    as_maps = trainer.parameters.size > most.parameters
    windows = large_windows(sizes, most.units) if as_maps else tuple((0, size) for size in sizes)
    return broadcast.Frame(
        frame=0,
        whole=0,
        revision=run.revision,
        step=trainer.step,
        epoch=trainer.epoch,
        progress=trainer.progress,
        lane_count=len(run.fellows),
        playing=run.is_played,
        measures=_measures(run, evaluation, now),
        parameters=b"" if as_maps else _parameters(run),
        first=first,
        points=b"",
        stop=run.stop,
        best=run.best_epoch(),
        present=present(run),
        goal=goal_told(run, evaluation),
        held=held(run, windows),
        dropped=dropped(run, windows),
        maps=_maps(run, windows) if as_maps else None,
        lanes=_lanes(run) if len(run.fellows) > 1 else None,
    )


def _lanes(run: Run) -> tuple[Lane, ...]:
    return tuple(lane_of(each, View(), fine=not run.is_played) for each in run.fellows)


def _measures(run: Run, evaluation: Evaluation, now: float) -> bytes:
    parts = (evaluation.train, evaluation.test, evaluation.validation)
    told = [number for part in parts if part for number in _of_part(part)]
    speed = run.steps_per_second(now)
    return np.array([*told, evaluation.penalty, run.trainer.learning_rate, speed], "<f4").tobytes()


def _of_part(part: Metrics) -> tuple[float, ...]:
    """What the problem has: two numbers or three."""
    if part.accuracy is not None:
        return part.loss, part.accuracy
    return part.loss, _or_gap(part.rmse), _or_gap(part.r2)


def _or_gap(number: float | None) -> float:
    return float("nan") if number is None else number


def _parameters(run: Run) -> bytes:
    trainer = run.trainer
    statistics = trainer.statistics.tobytes() if trainer.recipe.architecture.looks_at_batches else b""
    return trainer.parameters.tobytes() + statistics


def large_windows(sizes: tuple[int, ...], units: int) -> Windows:
    """The units on show of a large network: the first ones of each layer, so many of all hidden layers together."""
    most = min(max(units // max(len(sizes) - 2, 1), 1), MOST_OF_LAYER)
    return tuple((0, min(size, most)) for size in sizes)


def _maps(run: Run, windows: Windows) -> broadcast.Maps:
    layout, parameters = run.trainer.recipe.architecture.layout, run.trainer.parameters
    view = View(map_size=MAP_SIZE, unit_size=UNIT_SIZE)
    large, units = render_maps(subject_of(run), view, windows, fine=True)
    weights, biases = (_short(each) for each in shown_parameters(parameters, layout, windows))
    bits = wrong(run)
    return broadcast.Maps(windows, large, units, weights, biases, bits if len(bits) <= LONGEST_WRONG else None)


def _short(floats: bytes) -> bytes:
    """Beyond what float16 can tell, its largest number."""
    edge = np.finfo(np.float16).max
    return bytes(np.clip(np.frombuffer(floats, "<f4"), -edge, edge).astype("<f2"))
