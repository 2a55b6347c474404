"""Looks for gradients and signals that shrink to nothing on their way through the layers,
or that grow beyond all measure.
"""

from collections.abc import Iterator

import numpy as np

from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup, LayerState
from glassbox.study.diagnostics.finding import Finding
from glassbox.study.diagnostics.units import saturates
from glassbox.words.sentence import Sentence

DEEP = 3  # hidden layers; with fewer there is no depth to vanish through
# of the output layer's; with fitting initial weights all layers lie within a factor of ten (Glorot & Bengio 2010)
VANISHED = 1e-3
EXPLODED = (
    100.0  # of the weights' own length: at a learning rate of 0.01 one step replaces them; a poor start has up to 30
)
NUMBER = Sentence("{n:,}")  # each language groups its digits
UNLEARNED = 0.5  # share of a constant answer's loss: below, small gradients are a sign of rest


def vanishing_gradients(checkup: Checkup) -> Iterator[Finding]:
    """The first layer's gradient is a small part of the last one's, in a deep network that has not learned."""
    first, last = checkup.layers[0].gradient_norm, checkup.layers[-1].gradient_norm
    if len(checkup.hidden) < DEEP or checkup.left < UNLEARNED or not 0 <= first < VANISHED * last:
        return
    squashing = next((layer.activation for layer in checkup.hidden if saturates(layer)), None)
    label = squashing.label if squashing else None
    remedy = words.VANISHING_REMEDY.format(activation=label) if label else words.VANISHING_REMEDY_OTHERS
    yield Finding(Ailment.VANISHING, words.VANISHING.format(times=_times(last, first)), remedy)


def vanishing_signals(checkup: Checkup) -> Iterator[Finding]:
    """What the last hidden layer tells of the samples is a small part of what the first one does."""
    if len(checkup.hidden) < DEEP or checkup.left < UNLEARNED:
        return
    first, last = (_spread(checkup.hidden[at]) for at in (0, -1))
    if 0 < last < VANISHED * first:
        yield Finding(
            Ailment.FADING,
            words.FADING.format(times=_times(first, last), last=len(checkup.hidden)),
            words.FADING_REMEDY,
        )


def exploding_gradients(checkup: Checkup) -> Iterator[Finding]:
    """Somewhere the gradient is many times as long as the weights it is for."""
    for layer in checkup.layers:
        ratio = layer.gradient_norm / layer.weight_norm if layer.weight_norm else 0.0
        if ratio <= EXPLODED:
            continue
        sentence = words.EXPLODING if layer.activation else words.EXPLODING_OUTPUT
        text = sentence.format(layer=layer.number, times=_times(layer.gradient_norm, layer.weight_norm))
        yield Finding(Ailment.EXPLODING, text, words.EXPLODING_REMEDY, layer.number)
        return


def _spread(layer: LayerState) -> float:
    """How much a unit's output typically differs from sample to sample."""
    return float(np.sqrt(layer.values.outputs.astype(np.float64).var(axis=1).mean()))


def _times(large: float, small: float) -> str:
    """A ratio to be read: 1,200 or 3 million, in two digits."""
    if small == 0 or not np.isfinite(large):
        return words.ENDLESS
    ratio = large / small
    rounded = float(f"{ratio:.2g}")
    return NUMBER.format(n=round(rounded)) if rounded < 1e6 else words.MILLIONS.format(n=round(rounded / 1e6))
