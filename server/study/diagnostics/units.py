"""Looks for units that cannot learn: all alike, dead, saturated, or steps without a gradient."""

from collections.abc import Iterator

import numpy as np

from glassbox.engine.choices import Activation
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup, LayerState
from glassbox.study.diagnostics.finding import Finding

ALIKE = 1e-6  # of the largest weight: float32 tells no more apart
MOSTLY_ALIKE = 0.5  # share of a layer that must be alike; a pair in a wide layer may be so by a penalty
MOSTLY_DEAD = 0.5  # share of a layer; a few dead units are usual with ReLU and do no harm
MOSTLY_SATURATED = 0.85  # of units and samples; networks that do their best on hard data reach 0.8
MOSTLY_STUCK = 0.95
LEARNED = 0.1  # share of a constant answer's loss: below, dead units are spare ones
HALF_LEARNED = 0.5  # below, saturated units say that the network is sure, not that it is ill


def identical_units(checkup: Checkup) -> Iterator[Finding]:
    """Most units of a hidden layer have the same weights and bias."""
    for layer in checkup.hidden:
        count = _largest_family(layer)
        if layer.units > 1 and count >= 2 and count > MOSTLY_ALIKE * layer.units:
            text = words.IDENTICAL.format(layer=_name(layer), count=count, units=layer.units)
            yield Finding(Ailment.IDENTICAL, text, words.IDENTICAL_REMEDY, layer.number)


def dead_units(checkup: Checkup) -> Iterator[Finding]:
    """At least half of a layer's units lie on the flat side of a ReLU or its kin for every sample."""
    if checkup.left < LEARNED:
        return
    for layer in checkup.hidden:
        if not (layer.activation and layer.activation.can_die) or layer.idle < MOSTLY_DEAD * layer.units:
            continue
        told = words.DEAD if layer.activation is Activation.RELU else words.DEAD_FLAT
        text = told.format(layer=_name(layer), count=layer.idle, units=layer.units, activation=_label(layer))
        yield Finding(Ailment.DEAD, text, words.DEAD_REMEDY, layer.number)


def saturated_units(checkup: Checkup) -> Iterator[Finding]:
    """Nearly all of a layer of sigmoids, tanhs or their kin is flat, and the network has not learned its data."""
    for layer in checkup.hidden:
        is_saturated = saturates(layer) and layer.flat_share >= MOSTLY_SATURATED
        if is_saturated and checkup.left > HALF_LEARNED:
            text = words.SATURATED.format(layer=_name(layer), activation=_label(layer), share=100 * layer.flat_share)
            yield Finding(Ailment.SATURATED, text, words.SATURATED_REMEDY, layer.number)


def stuck_steps(checkup: Checkup) -> Iterator[Finding]:
    """A layer of step units whose sums lie where even the straight-through gradient is 0."""
    for layer in checkup.hidden:
        is_stuck = _is_straight_through(layer) and layer.flat_share >= MOSTLY_STUCK
        if is_stuck and checkup.left > HALF_LEARNED:
            text = words.STUCK.format(layer=_name(layer), share=100 * layer.flat_share)
            yield Finding(Ailment.STUCK, text, words.STUCK_REMEDY, layer.number)


def saturates(layer: LayerState) -> bool:
    """Whether its units can be saturated, as those of a sigmoid or tanh."""
    return layer.activation is not None and layer.activation.saturates


def _is_straight_through(layer: LayerState) -> bool:
    return layer.activation is not None and layer.activation.straight_through


def _largest_family(layer: LayerState) -> int:
    """How many units there are of the most common kind."""
    rows = np.column_stack([layer.weights, layer.biases]).astype(np.float64)
    step = max(float(np.abs(rows).max()) * ALIKE, float(np.finfo(np.float32).tiny))
    _, counts = np.unique(np.round(rows / step), axis=0, return_counts=True)
    return int(counts.max())


def _name(layer: LayerState) -> str:
    return words.ONE_LAYER.format(layer=layer.number)


def _label(layer: LayerState) -> str:
    return layer.activation.label if layer.activation else ""
