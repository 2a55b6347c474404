"""What a run tells of itself for a class's wall: a small picture of its output, and how it does."""

import math

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Problem
from glassbox.engine.surface import logits, unit_maps, windows_on
from glassbox.protocol.messages import View
from glassbox.protocol.tiles import Tile
from glassbox.run.frame.frame_builder import subject_of
from glassbox.run.frame.maps import Subject, plane_inputs, render_maps
from glassbox.run.frame.predictions import predicted_class
from glassbox.run.run import Run
from glassbox.run.sleep import sleeps

SIZE = 32  # pixels a side of its picture, unless another one is asked for
SIGNATURE = 8  # points a side
VIEW = View(map_size=SIZE, unit_size=SIGNATURE)


def take_tile(run: Run, size: int = SIZE) -> Tile:
    """As it stands; nothing of the run is changed by it, nor put down in its record. `size`: pixels a side."""
    trainer, subject, evaluation = run.trainer, subject_of(run), run.trainer.evaluate()
    view = VIEW.model_copy(update={"map_size": size})
    large, _ = render_maps(subject, view, ((0, 1),) * len(trainer.recipe.architecture.sizes), fine=False)
    test = evaluation.test
    return Tile(
        map=large,
        signature=signature(subject),
        problem=subject.problem.value,
        classes=run.data_split.points.classes,
        test_loss=_finite(test.loss),
        train_loss=_finite(evaluation.train.loss),
        test_score=_finite(test.r2 if test.accuracy is None else test.accuracy),
        parameters=trainer.parameters.size,
        epochs=run.epochs,
        playing=run.is_played,
        stopped=run.stop.code if run.stop else "",
        is_asleep=sleeps(run, evaluation.train.loss),
        touched=run.touched,
    )


def signature(subject: Subject) -> bytes:
    """What it computes at SIGNATURE² points of the plane that a page first shows, a byte each."""
    inputs = plane_inputs(subject, VIEW, SIGNATURE)
    if subject.problem is Problem.MULTICLASS:
        chosen = predicted_class(logits(subject.architecture, subject.parameters, inputs, subject.statistics))
        return bytes(chosen.astype(np.uint8))
    output = windows_on(subject.architecture.sizes, len(subject.architecture.sizes) - 1)
    return _levels(unit_maps(subject.architecture, subject.parameters, inputs, output, subject.statistics)[0], subject)


def _levels(values: Floats, subject: Subject) -> bytes:
    shares = np.clip(np.nan_to_num(values / np.float32(subject.scale)), -1, 1)
    return bytes(np.rint(128 + 127 * shares).astype(np.uint8))


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
