"""Puts a frame together: the numbers of a run at this moment, and the pictures its viewer looks at."""

import numpy as np

from server.data import describe
from server.engine.descriptions import Quantity
from server.engine.trainer import Evaluation, Measures
from server.protocol import frames
from server.protocol.messages import View
from server.session.camera import Subject, answer, fitting, photograph, shown_parameters
from server.session.run import Run
from server.session.shape import features
from server.session.verdicts import wrong_points


def take(run: Run, evaluation: Evaluation, view: View, number: int, now: float, *, with_data: bool) -> frames.Frame:
    """The frame of this moment; while nothing is trained there is time for fine maps."""
    trainer, points = run.trainer, run.material.points
    architecture = trainer.recipe.architecture
    subject = subject_of(run)
    windows = fitting(view.windows, architecture.sizes)
    weights, biases = shown_parameters(trainer.parameters, architecture.layout, windows)
    large, units = photograph(subject, view, windows, fine=not (run.playing or run.is_owing))
    return frames.Frame(
        frame=number,
        run=run.number,
        branch=run.history.branch,
        revision=run.revision,
        step=trainer.step,
        epoch=trainer.epoch,
        progress=trainer.progress,
        present=_present(run),
        playing=run.playing,
        steps_per_second=run.steps_per_second(now),
        parameters=trainer.parameters.size,
        problem=points.problem.value,
        classes=points.classes,
        train=_measures(evaluation.train),
        test=_measures(evaluation.test),
        validation=_measures(evaluation.validation) if evaluation.validation else None,
        penalty=evaluation.penalty,
        learning_rate=trainer.learning_rate,
        sizes=architecture.sizes,
        windows=windows,
        weights=weights,
        biases=biases,
        map=large,
        units=units,
        answer=answer(subject, view),
        wrong=_wrong(run) if view.wrong else None,
        data=_data(run) if with_data else None,
    )


def _present(run: Run) -> frames.Present | None:
    newest = run.present
    return frames.Present(newest.step, newest.epoch, newest.epochs - newest.epoch) if newest else None


def subject_of(run: Run) -> Subject:
    """What there is to take a picture of."""
    trainer, settings, about = run.trainer, run.settings, describe(run.settings.dataset)
    return Subject(
        architecture=trainer.recipe.architecture,
        parameters=trainer.parameters,
        statistics=trainer.statistics,
        inputs=about.inputs,
        side=about.side,
        features=features(settings),
        problem=run.material.points.problem,
        scale=run.material.target_scale,
        input_scale=settings.input_scale,
    )


def _measures(measures: Measures) -> frames.Measures:
    return frames.Measures(measures.loss, measures.accuracy, measures.rmse, measures.r2)


def _data(run: Run) -> frames.Data:
    material, points, about = run.material, run.material.points, describe(run.settings.dataset)
    return frames.Data(
        version=run.data_version,
        problem=points.problem.value,
        classes=points.classes,
        training=material.training,
        validation=material.validation,
        scale=material.target_scale,
        side=about.side,
        inputs=tuple(map(_quantity, about.inputs)),
        target=_quantity(about.target),
        class_names=about.class_names,
        points=points.x[:, : points.inputs].tobytes(),
        targets=points.target.tobytes(),
    )


def _quantity(quantity: Quantity) -> frames.Quantity:
    return frames.Quantity(
        name=quantity.name,
        unit=quantity.unit,
        mean=quantity.mean,
        scale=quantity.spread / quantity.width,
        least=quantity.least,
        most=quantity.most,
    )


def _wrong(run: Run) -> bytes:
    trainer, material = run.trainer, run.material
    wrong = wrong_points(
        material.points.problem, trainer.recipe.architecture, trainer.parameters, trainer.statistics, material.data
    )
    return np.packbits(wrong, bitorder="little").tobytes()
