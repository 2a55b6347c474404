"""How well a network does, in the measures of the trade: for the drawer's tab on them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles, Floats
from glassbox.engine.choices import Problem
from glassbox.engine.evaluation import Metrics
from glassbox.engine.layout import Layout
from glassbox.engine.surface import logits
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.run.frame.predictions import predicted_class
from glassbox.run.restore import trainer_at
from glassbox.run.snapshot import Snapshot
from glassbox.study.answers.of_network import LayerSize, MeasuresAnswer, PartMeasures
from glassbox.study.numbers import finite


def measures(snapshot: Snapshot) -> MeasuresAnswer:
    """All measures on each part of the data, the size of the network and of its weights.

    What has no value is None: the precision of a class that is never predicted, R² where all targets are alike.
    """
    trainer, points, data = trainer_at(snapshot.moment), snapshot.data_split.points, snapshot.data_split.data
    return MeasuresAnswer(
        step=snapshot.step,
        epochs=snapshot.moment.epochs,
        problem=points.problem.value,
        classes=points.classes,
        class_names=snapshot.data_split.about.class_names,
        parts={name: _part(trainer, points.classes, data.unit, *part) for name, part in _parts(trainer, data)},
        parameters=trainer.parameters.size,
        layers=_layers(trainer.recipe.architecture.layout, trainer.parameters),
    )


def _parts(trainer: Trainer, data: TrainingData) -> Iterator[tuple[str, tuple[Metrics, Floats, Floats]]]:
    """Each part by its name: what the trainer tells of it, its inputs and its targets.
    Validation only where there is any.
    """
    told = trainer.evaluate()
    yield "train", (told.train, data.x_train, data.t_train)
    if told.validation is not None and data.x_validation is not None and data.t_validation is not None:
        yield "validation", (told.validation, data.x_validation, data.t_validation)
    yield "test", (told.test, data.x_test, data.t_test)


def _part(trainer: Trainer, classes: int, unit: float, told: Metrics, x: Floats, t: Floats) -> PartMeasures:
    sums = logits(trainer.recipe.architecture, trainer.parameters, x, trainer.statistics)
    if trainer.recipe.problem is Problem.REGRESSION:
        return _of_numbers(told, sums[0], t, unit)
    return _of_classes(told, confusion_matrix(t.astype(np.int64), predicted_class(sums), classes))


def _of_numbers(told: Metrics, predicted: Floats, t: Floats, unit: float) -> PartMeasures:
    """Errors in the target's own unit; `unit` is how much 1 of the target is in it."""
    missed = predicted.astype(np.float64) - t
    mae = finite(unit * float(np.abs(missed).mean()))
    return PartMeasures(t.size, finite(told.loss), rmse=finite(told.rmse), mae=mae, r2=finite(told.r2))


def confusion_matrix(actual: NDArray[np.int64], predicted: NDArray[np.int64], classes: int) -> NDArray[np.int64]:
    """How many points of each class (rows) are put into which (columns): int64 [classes, classes]."""
    counts = np.bincount(actual * classes + predicted, minlength=classes * classes)
    return np.asarray(counts.reshape(classes, classes), np.int64)


def _of_classes(told: Metrics, confusion: NDArray[np.int64]) -> PartMeasures:
    """Of those put into a class, the share that belongs there (precision); of those that belong there, the share put
    into it (recall); F₁, the harmonic mean of both: 2 · right / (put into it + belong there). The macro average counts
    every class alike (Sokolova & Lapalme, 2009), and has no value where a class has none.
    """
    right, put, belong = confusion.diagonal(), confusion.sum(axis=0), confusion.sum(axis=1)
    f1 = _shares(2 * right, put + belong)
    return PartMeasures(
        count=int(confusion.sum()),
        loss=finite(told.loss),
        accuracy=told.accuracy,
        confusion=confusion.tolist(),
        precision=_shares(right, put),
        recall=_shares(right, belong),
        f1=f1,
        macro_f1=_mean(f1),
    )


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if len(known) == len(values) else None


def _shares(parts: NDArray[np.int64], wholes: NDArray[np.int64]) -> list[float | None]:
    return [int(part) / int(whole) if whole else None for part, whole in zip(parts, wholes, strict=True)]


def _layers(layout: Layout, parameters: NDArray[np.float32]) -> list[LayerSize]:
    return [_layer(layout, parameters.astype(np.float64), layer) for layer in range(1, len(layout.sizes))]


def _layer(layout: Layout, parameters: Doubles, layer: int) -> LayerSize:
    weights, biases = parameters[layout.weights(layer)], parameters[layout.bias(layer)]
    return LayerSize(
        weights=weights.size,
        parameters=layout.starts[layer] - layout.starts[layer - 1],
        norm=finite(float(np.linalg.norm(weights))),
        mean_size=finite(float(np.abs(weights).mean())),
        largest=finite(float(np.abs(weights).max())),
        bias_norm=finite(float(np.linalg.norm(biases))),
    )
