"""Looks at what the network is given: inputs out of scale, and batches too small for batch normalization."""

from collections.abc import Iterator

import numpy as np

from glassbox.engine.choices import Normalization
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.finding import Ailment, Finding

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
    """Batch normalization of mini-batches that are hardly any."""
    batch = min(checkup.recipe.batch_size, len(checkup.snapshot.data_split.data.t_train))
    if Normalization.BATCH in checkup.recipe.architecture.normalizations and batch < LEAST_BATCH:
        text = words.SMALL_BATCHES.format(batch=batch, samples=words.SAMPLE if batch == 1 else words.SAMPLES)
        yield Finding(Ailment.SMALL_BATCHES, text, words.SMALL_BATCHES_REMEDY.format(least=2 * LEAST_BATCH))
