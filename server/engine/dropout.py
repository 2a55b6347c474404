"""Dropout: in training, each unit is silenced for each sample by chance, so that no unit can rely on another.

What is left is scaled up by 1 / (1 − rate), so that nothing changes when evaluating (Srivastava et al., 2014).
"""

import numpy as np

from glassbox.engine._jit import inlined, jit
from glassbox.engine.counter_rng import bits32, key_of
from glassbox.engine.functions import f

_SALT = 0x0D20907  # sets these numbers apart from others drawn in the same step
_ZERO = f(0)


@inlined
def dropout_key(seed, step):
    """The key of a step's masks."""
    return key_of(seed ^ _SALT, step)


@inlined
def is_dropped(key, unit, sample, threshold):
    """Whether `unit`, counted over all layers, is silent for the mini-batch's `sample`."""
    return bits32(key, (np.uint64(unit) << np.uint64(32)) | np.uint64(sample)) < threshold


@inlined
def threshold_of(rate):
    """The share `rate` of all 32-bit numbers lies below."""
    return np.uint64(rate * 4294967296.0)


@jit
def drop(rate, key, first_unit, first_sample, width, outputs, slopes):
    """In place: a layer's outputs and slopes, units by `width` samples, become 0 or 1 / (1 − rate) times as large."""
    threshold = threshold_of(rate)
    scale = outputs.dtype.type(1 / (1 - rate))
    for unit in range(outputs.size // width):
        row, steep = outputs[unit * width : (unit + 1) * width], slopes[unit * width : (unit + 1) * width]
        for s in range(width):
            kept = _ZERO if is_dropped(key, first_unit + unit, first_sample + s, threshold) else scale
            row[s] *= kept
            steep[s] *= kept


@jit
def dropped_units(rate, seed, step, first_unit, units):
    """Which of a layer's units were silent for the first sample of that step's mini-batch: bool [units]."""
    silent = np.empty(units, np.bool_)
    for unit in range(units):
        silent[unit] = is_dropped(dropout_key(seed, step), first_unit + unit, 0, threshold_of(rate))
    return silent
