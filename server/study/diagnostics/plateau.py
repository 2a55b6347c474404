"""Looks for a network that sleeps: its loss stays where it was before it had learned anything, though it trains on."""

from collections.abc import Iterator

import numpy as np

from glassbox.engine.choices import Penalty
from glassbox.run.sleep import is_asleep
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.finding import Finding

SMALL = 0.3  # of the root mean square that Xavier's initial weights have
STRONG_DROPOUT = 0.5


def asleep(checkup: Checkup) -> Iterator[Finding]:
    """The loss is that of a constant answer, and has been for long."""
    if not is_asleep(checkup.left, checkup.curves, checkup.constant):
        return
    size = float(np.linalg.norm(checkup.gradients.astype(np.float64)))
    text = words.ASLEEP.format(epochs=round(checkup.curves.length), loss=checkup.evaluation.train.loss, size=size)
    yield Finding(Ailment.ASLEEP, text, _remedy(checkup))


def _remedy(checkup: Checkup) -> str:
    """The likeliest cause first: what holds the weights small, or that they began so."""
    settings = checkup.settings
    if settings.penalty is not Penalty.NONE and settings.penalty_rate > 0:
        return words.ASLEEP_PENALTY_REMEDY.format(rate=settings.penalty_rate)
    if max(checkup.recipe.dropout, default=0.0) >= STRONG_DROPOUT:
        return words.ASLEEP_DROPOUT_REMEDY
    return words.ASLEEP_SMALL_REMEDY if _are_small(checkup) else words.ASLEEP_REMEDY


def _are_small(checkup: Checkup) -> bool:
    """Whether the weights of some layer are small beside those that Xavier draws."""
    return any(
        np.sqrt((layer.weights.astype(np.float64) ** 2).mean()) < SMALL * np.sqrt(2 / sum(layer.weights.shape))
        for layer in checkup.layers
    )
