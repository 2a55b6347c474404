"""Looks at what the network is given: inputs out of scale, batches too small to normalize by, classes it never sees."""

from collections.abc import Iterator

import numpy as np

from glassbox.engine.choices import Normalization
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.finding import Finding
from glassbox.words.joined import listed

LARGE_INPUT = 20.0  # root mean square; the plane's own inputs have 2 to 3, their squares up to 12
SMALL_INPUT = 0.05
LEAST_BATCH = 4  # the mean of so few is off by half a standard deviation (σ/√n), and batch norm trains on that noise


def unscaled_inputs(checkup: Checkup) -> Iterator[Finding]:
    """An input is typically far larger or smaller than 1."""
    sizes = np.sqrt((checkup.x.astype(np.float64) ** 2).mean(axis=1))
    largest = float(sizes.max())
    if largest > LARGE_INPUT:
        yield Finding(Ailment.UNSCALED, words.UNSCALED_LARGE.format(size=largest), words.UNSCALED_REMEDY)
    elif largest < SMALL_INPUT:
        yield Finding(Ailment.UNSCALED, words.UNSCALED_SMALL.format(size=largest), words.UNSCALED_REMEDY)


def small_batches(checkup: Checkup) -> Iterator[Finding]:
    """Batch normalization of mini-batches that are hardly any, or of a last one that is a single sample."""
    samples = len(checkup.snapshot.data_split.data.t_train)
    batch = min(checkup.recipe.batch_size, samples)
    if Normalization.BATCH not in checkup.recipe.architecture.normalizations:
        return
    if batch < LEAST_BATCH:
        text = words.SMALL_BATCHES.of(batch)
        yield Finding(Ailment.SMALL_BATCHES, text, words.SMALL_BATCHES_REMEDY.format(least=2 * LEAST_BATCH))
    elif samples % batch == 1:
        text = words.LAST_BATCH.format(samples=samples, batch=batch)
        yield Finding(Ailment.SMALL_BATCHES, text, words.LAST_BATCH_REMEDY.format(size=_smaller(batch, samples)))


def _smaller(batch: int, samples: int) -> int:
    """The next smaller size of mini-batches whose last one is not too small, either; if there is none, all samples."""
    sizes = (size for size in range(batch - 1, LEAST_BATCH - 1, -1) if not 0 < samples % size < LEAST_BATCH)
    return next(sizes, samples)


def unseen_classes(checkup: Checkup) -> Iterator[Finding]:
    """Classes of points that only test: the network cannot know them."""
    if not checkup.has_classes:
        return
    split = checkup.snapshot.data_split
    unseen = np.setdiff1d(split.data.t_test, split.data.t_train).astype(int).tolist()
    if unseen:
        called = split.about.class_names or (words.OF_TWO if split.points.classes == 2 else ())
        names = listed(called[index] if called else str(index + 1) for index in unseen)
        text = words.UNSEEN_CLASSES.of(len(unseen), names=names)
        yield Finding(Ailment.UNSEEN_CLASSES, text, words.UNSEEN_REMEDY)
