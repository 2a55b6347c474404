"""Puts a frame together: the numbers of a run at this moment, and the pictures its viewer looks at."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.dataset import Quantity
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.engine.surface import Windows
from glassbox.protocol import frames
from glassbox.protocol.messages import View
from glassbox.run.differences import difference_text
from glassbox.run.frame.goal_told import goal_told, reached_told
from glassbox.run.frame.maps import Subject, answer, fitting, render_maps, shown_parameters
from glassbox.run.frame.packed_points import pack_points
from glassbox.run.frame.predictions import misclassified, predictions
from glassbox.run.run import Run
from glassbox.run.shape import features

LANE_MAP = 64  # pixels a side of a lane's map
LEAST_UNIT = 8
MOST_TOLD = 600  # weights and biases of a lane that the page compares one by one


def build(
    run: Run, evaluation: Evaluation, view: View, number: int, now: float, points: frames.Points, *, with_data: bool
) -> frames.Frame:
    """The frame of this moment; while nothing is trained there is time for fine maps.

    Args:
        points: of the record, which the page does not have yet.
    """
    trainer, problem = run.trainer, run.data_split.points
    architecture = trainer.recipe.architecture
    subject = subject_of(run)
    windows = fitting(view.windows, architecture.sizes)
    weights, biases = shown_parameters(trainer.parameters, architecture.layout, windows)
    large, units = render_maps(subject, view, windows, fine=not (run.is_played or run.is_owing))
    return frames.Frame(
        frame=number,
        run=run.number,
        branch=run.history.curves.branch,
        lane=run.lane,
        lane_count=len(run.fellows),
        revision=run.revision,
        step=trainer.step,
        epoch=trainer.epoch,
        progress=trainer.progress,
        points=points,
        present=present(run),
        playing=run.is_played,
        steps_per_second=run.steps_per_second(now),
        parameters=trainer.parameters.size,
        problem=problem.problem.value,
        classes=problem.classes,
        train=_measures(evaluation.train),
        test=_measures(evaluation.test),
        validation=_measures(evaluation.validation) if evaluation.validation else None,
        penalty=evaluation.penalty,
        learning_rate=trainer.learning_rate,
        goal=goal_told(run, evaluation),
        sizes=architecture.sizes,
        windows=windows,
        weights=weights,
        biases=biases,
        map=large,
        units=units,
        held=held(run, windows),
        dropped=dropped(run, windows),
        answer=answer(subject, view),
        wrong=wrong(run) if view.wrong else None,
        guesses=_predicted(run, view.guessed) if view.guessed else None,
        lanes=tuple(lane_of(each, view, fine=not run.is_played) for each in run.fellows) if view.lanes else None,
        data=data_of(run) if with_data else None,
    )


def lane_of(run: Run, view: View, *, fine: bool) -> frames.Lane:
    """A lane in small: the output's map and the numbers."""
    evaluation, _ = run.evaluate()
    architecture, parameters = run.trainer.recipe.architecture, run.trainer.parameters
    sizes, is_told = architecture.sizes, parameters.size <= MOST_TOLD
    whole = tuple((0, size if is_told else 0) for size in sizes)
    weights, biases = shown_parameters(parameters, architecture.layout, whole)
    small = view.model_copy(update={"map_size": LANE_MAP, "unit_size": LEAST_UNIT, "unit": None})
    picture, _ = render_maps(subject_of(run), small, ((0, 1),) * len(sizes), fine=fine)
    return frames.Lane(
        lane=run.lane,
        step=run.trainer.step,
        epochs=run.epochs,
        parameters=parameters.size,
        differs=difference_text(run),
        stopped=run.stop_text,
        reached=reached_told(run.goal.check.reached),
        train=_measures(evaluation.train),
        test=_measures(evaluation.test),
        sizes=sizes,
        weights=weights,
        biases=biases,
        map=picture,
    )


def present(run: Run) -> frames.Present | None:
    """Where it has come to, while an earlier moment is shown."""
    newest = run.history.present
    return frames.Present(newest.step, newest.epoch, newest.epochs - newest.epoch) if newest else None


def subject_of(run: Run) -> Subject:
    """What there is to take a picture of."""
    trainer, settings, about = run.trainer, run.settings, run.data_split.about
    return Subject(
        architecture=trainer.recipe.architecture,
        parameters=trainer.parameters,
        statistics=trainer.statistics,
        inputs=about.inputs,
        side=about.side,
        features=features(settings),
        problem=run.data_split.points.problem,
        scale=run.data_split.target_scale,
        input_scale=settings.input_scale,
    )


def _measures(measures: Metrics) -> frames.Measures:
    return frames.Measures(measures.loss, measures.accuracy, measures.rmse, measures.r2)


def data_of(run: Run) -> frames.Data:
    """Its points, and what they are about."""
    data_split, points, about = run.data_split, run.data_split.points, run.data_split.about
    x = points.x[:, : points.inputs]
    told, grain = pack_points(x, about.side) if about.side else (x.tobytes(), None)
    return frames.Data(
        version=run.data_version,
        problem=points.problem.value,
        classes=points.classes,
        training=data_split.training,
        validation=data_split.validation,
        scale=data_split.target_scale,
        side=about.side,
        inputs=tuple(map(_quantity, about.inputs)),
        target=_quantity(about.target),
        class_names=about.class_names,
        points=told,
        targets=points.target.tobytes(),
        grain=grain,
        title=about.title,
    )


def held(run: Run, windows: Windows) -> frames.Held | None:
    """What of the units on show does not learn; None where everything does."""
    holds = run.holds
    if holds.is_empty:
        return None
    layers = range(len(windows))
    return frames.Held(
        units=b"".join(
            _shown(holds.frozen(at) + 2 * holds.disabled(at), windows[at]).astype(np.uint8).tobytes() for at in layers
        ),
        cut=b"".join(_between(holds.disconnected(at), windows, at).tobytes() for at in layers[1:]),
        remembered=b"".join(_between(holds.remembered(at), windows, at).tobytes() for at in layers[1:]),
        frozen=tuple(int(holds.frozen(at).sum()) for at in layers),
    )


def dropped(run: Run, windows: Windows) -> bytes | None:
    """Those of the last step's first sample, while one can follow them."""
    trainer = run.trainer
    if not run.steps_singly or not any(trainer.recipe.dropout) or not trainer.step:
        return None
    hidden = range(1, len(windows) - 1)
    sizes = trainer.recipe.architecture.sizes
    silent = [trainer.dropped(at) if at in hidden else np.zeros(size, np.bool_) for at, size in enumerate(sizes)]
    return b"".join(_shown(each, window).tobytes() for each, window in zip(silent, windows, strict=True))


def _shown(of_units: NDArray[Any], window: tuple[int, int]) -> NDArray[Any]:
    """The part of a layer's units that is on show."""
    start, count = window
    return of_units[start : start + count]


def _between(matrix: NDArray[Any], windows: Windows, layer: int) -> NDArray[Any]:
    """The part of a layer's weights that is on show, row by row."""
    (source, sources), (unit, units) = windows[layer - 1], windows[layer]
    return matrix[unit : unit + units, source : source + sources]


def _quantity(quantity: Quantity) -> frames.Quantity:
    return frames.Quantity(
        name=quantity.name,
        unit=quantity.unit,
        mean=quantity.mean,
        scale=quantity.unit_length,
        least=quantity.least,
        most=quantity.most,
    )


def _predicted(run: Run, numbers: tuple[int, ...]) -> bytes:
    trainer, data_split = run.trainer, run.data_split
    architecture = trainer.recipe.architecture
    return predictions(
        data_split.points.problem, architecture, trainer.parameters, trainer.statistics, data_split.data, numbers
    )


def wrong(run: Run) -> bytes:
    """A bit for each point that is put into a wrong class."""
    trainer, data_split = run.trainer, run.data_split
    missed = misclassified(
        data_split.points.problem, trainer.recipe.architecture, trainer.parameters, trainer.statistics, data_split.data
    )
    return np.packbits(missed, bitorder="little").tobytes()
