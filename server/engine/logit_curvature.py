"""How the losses bend: their gradient with respect to the logits in float64, and how that turns as the logits move.

The kernels of `losses.py` compute the same gradient, in float32 and a tile at a time.
"""

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Loss, OutputActivation


def logit_slopes(output: OutputActivation, loss: Loss, z: Doubles, t: Doubles, delta: float) -> Doubles:
    """∂L/∂z of each sample, [units, samples].

    Args:
        z: logits [units, samples]. t: class numbers, or numbers for regression, [samples]. delta: the Huber loss's.
    """
    if output is OutputActivation.SOFTMAX:
        p = _chances(z)
        errors = p - _one_hot(t, len(z))
        return _through_softmax(p, errors) if loss is Loss.SQUARED_ERROR else errors
    if output is OutputActivation.SIGMOID:
        return _sigmoid(z) - t
    if output is OutputActivation.TANH:
        y = np.tanh(z)
        return np.asarray((y - (2 * t - 1)) * (1 - y**2))
    if output is OutputActivation.SCORE:
        return _hinge_slopes(z, t)
    if loss is Loss.ABSOLUTE:
        return np.sign(z - t)
    return np.clip(z - t, -delta, delta) if loss is Loss.HUBER else z - t


def logit_turns(output: OutputActivation, loss: Loss, z: Doubles, t: Doubles, moved: Doubles, delta: float) -> Doubles:
    """How `logit_slopes` change when the logits move along `moved`, [units, samples] both: ∂²L/∂z² · moved.

    At the kinks of Huber, absolute and hinge loss it is 0.
    """
    if output is OutputActivation.SOFTMAX:
        p = _chances(z)
        turned = _through_softmax(p, moved)
        if loss is not Loss.SQUARED_ERROR:
            return turned
        errors = p - _one_hot(t, len(z))
        along, bent = (p * errors).sum(axis=0), (turned * errors).sum(axis=0)
        return np.asarray(_through_softmax(p, turned) + turned * (errors - along) - p * bent)
    if output is OutputActivation.SIGMOID:
        return np.asarray(_sigmoid(z) * _sigmoid(-z) * moved)
    if output is OutputActivation.TANH:
        y = np.tanh(z)
        return np.asarray((1 - y**2) * ((1 - y**2) - 2 * y * (y - (2 * t - 1))) * moved)
    if output is OutputActivation.SCORE or loss is Loss.ABSOLUTE:
        return np.zeros_like(moved)
    return np.where(np.abs(z - t) < delta, moved, 0.0) if loss is Loss.HUBER else moved


def _sigmoid(z: Doubles) -> Doubles:
    return np.asarray(np.exp(-np.logaddexp(0, -z)))


def _chances(z: Doubles) -> Doubles:
    e = np.exp(z - z.max(axis=0))
    return np.asarray(e / e.sum(axis=0))


def _through_softmax(p: Doubles, v: Doubles) -> Doubles:
    """(diag p − p pᵀ) v, sample by sample."""
    return np.asarray(p * (v - (p * v).sum(axis=0)))


def _one_hot(t: Doubles, classes: int) -> Doubles:
    return np.asarray((np.arange(classes)[:, None] == t).astype(np.float64))


def _hinge_slopes(z: Doubles, t: Doubles) -> Doubles:
    """Of two classes −t where t z < 1; of several +1 for the best other class and −1 for the right one."""
    if len(z) == 1:
        signed = 2 * t - 1
        return np.where(signed * z < 1, -signed, 0.0)
    own = _one_hot(t, len(z))
    rivals = np.where(own == 1, -np.inf, z)
    late = (z * own).sum(axis=0) - rivals.max(axis=0) < 1
    return np.asarray(np.where(late, _one_hot(rivals.argmax(axis=0).astype(np.float64), len(z)) - own, 0.0))
