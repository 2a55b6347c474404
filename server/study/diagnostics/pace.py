"""Looks at how far each step goes: updates out of proportion, a learning rate that is too high or too low."""

from collections.abc import Iterator

import numpy as np

from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup, LayerState
from glassbox.study.diagnostics.finding import Finding

LARGE_UPDATE = 0.5  # of the weights' length, each step; about 0.001 is usual (Karpathy, CS231n course notes)
TINY_UPDATE = 5e-5
TINY_WEIGHTS = 0.1  # root mean square: beside smaller ones any step is large
RECENT = 30  # points of the curve
FEWEST = 10  # points that show a pattern
ROUGH = 0.1  # the usual jump from point to point, of the loss; small or noisy data alone makes half of that
UPWARDS = 0.3  # share of points that go up; a falling curve has few
UNLEARNED = 0.8  # share of a constant answer's loss; well-trained networks jump too, at small losses
STILL_TO_LEARN = 0.3
FARTHER = 1000.0  # times the step …
WORTH_IT = 0.001  # … and the share of the loss that it would have to gain


def rate_too_high(checkup: Checkup) -> Iterator[Finding]:
    """The training loss jumps about where it began, and does not come down."""
    recent = checkup.curves.train[-RECENT:]
    if len(recent) < FEWEST or checkup.left < UNLEARNED:
        return
    jumps = np.diff(recent)
    roughness = float(np.median(np.abs(jumps) / ((recent[1:] + recent[:-1]) / 2)))  # the first fall may be steep
    if roughness > ROUGH and float((jumps > 0).mean()) >= UPWARDS:
        remedy = words.RATE_HIGH_REMEDY.format(rate=checkup.settings.learning_rate)
        yield Finding(Ailment.RATE_HIGH, words.RATE_HIGH.format(share=100 * roughness), remedy)


def updates_too_large(checkup: Checkup) -> Iterator[Finding]:
    """A step replaces a good part of a layer's weights."""
    for layer in sorted(checkup.layers, key=_ratio, reverse=True)[:1]:
        if _ratio(layer) > LARGE_UPDATE:
            name = words.HIDDEN_LAYER.format(layer=layer.number) if layer.activation else words.OUTPUT_LAYER
            text = _far(name, _ratio(layer))
            yield Finding(Ailment.UPDATES_LARGE, text, words.UPDATES_LARGE_REMEDY, layer.number)


def rate_too_low(checkup: Checkup) -> Iterator[Finding]:
    """Steps are tiny beside the weights, though a far larger one would still go downhill and be worth it."""
    ratio = max(_ratio(layer) for layer in checkup.layers)
    if checkup.left < STILL_TO_LEARN or not 0 < ratio < TINY_UPDATE:
        return
    fall = -float(checkup.updates.mean.astype(np.float64) @ checkup.gradients) * FARTHER * checkup.steps_per_epoch
    if checkup.loss_ahead(FARTHER) < checkup.loss and fall > WORTH_IT * checkup.loss:
        remedy = words.RATE_LOW_REMEDY.format(rate=checkup.settings.learning_rate)
        yield Finding(Ailment.RATE_LOW, words.RATE_LOW.format(ratio=_as_part(ratio)), remedy)


def _ratio(layer: LayerState) -> float:
    """How far a step goes, beside weights that are not nearly 0; what is not finite is far."""
    if layer.update_ratio is None or layer.weight_norm < TINY_WEIGHTS * layer.weights.size**0.5:
        return 0.0
    return layer.update_ratio if np.isfinite(layer.update_ratio) else np.inf


def _far(layer: str, ratio: float) -> str:
    if not np.isfinite(ratio):
        return words.UPDATES_BEYOND_NUMBERS.format(layer=layer)
    if ratio < 10:
        return words.UPDATES_LARGE.format(layer=layer, share=100 * ratio)
    return words.UPDATES_MANY_TIMES.format(layer=layer, times=round(float(f"{ratio:.2g}")))


def _as_part(ratio: float) -> str:
    """“1 part in 400,000”."""
    return words.PART.format(n=round(float(f"{1 / ratio:.1g}")))
