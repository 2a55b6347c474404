"""The curves of all activations and of their slopes, as the engine's kernel computes them, and what is said of each;
the same for every network.
"""

from dataclasses import astuple
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation
from glassbox.study.answers.of_network import ActivationCurve, ActivationsAnswer
from glassbox.words.activation_words import activation_words
from glassbox.words.current import spoken
from glassbox.words.languages import Language

REACH = 6.0  # the curves are drawn from −REACH to REACH
POINTS = 481  # odd, so that the kink at 0 is one of them
FAR = 1e6  # a sum at which every curve shows where it leads
UNBOUNDED = 1e3  # what grows beyond this far out has no end
DIGITS = 5


def activation_curves() -> ActivationsAnswer:
    """For each activation its values and slopes at some sums z, the range of its outputs (None: no end), and words in
    the language that is spoken.
    """
    return _curves(spoken())


@cache
def _curves(language: Language) -> ActivationsAnswer:
    z = np.linspace(-REACH, REACH, POINTS, dtype=np.float32)
    return ActivationsAnswer(REACH, rounded(z), {each.value: _curve(each, z) for each in Activation})


def rounded(numbers: NDArray[Any]) -> list[float]:
    """For a picture."""
    return [round(float(number), DIGITS) + 0.0 for number in numbers]


def _curve(activation: Activation, z: Floats) -> ActivationCurve:
    values, slopes = activated(activation, z)
    words = activation_words(activation.value)
    return ActivationCurve(rounded(values), rounded(slopes), *_range(activation), *astuple(words))


def _range(activation: Activation) -> tuple[float | None, float | None]:
    """The least and the largest output of all."""
    wide = np.concatenate([[-FAR], np.linspace(-30, 30, 12_001), [FAR]]).astype(np.float32)
    values, _ = activated(activation, wide)
    lowest, highest = float(values.min()), float(values.max())
    return (
        None if lowest < -UNBOUNDED else round(lowest, 2) + 0.0,
        None if highest > UNBOUNDED else round(highest, 2),
    )
