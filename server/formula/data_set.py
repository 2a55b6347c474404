"""The data set of a formula: classes where it compares, a curve where it is a number of x₁ alone, else a surface."""

import math
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.data_rng import DataRng, Part
from glassbox.engine.dataset import EDGE, Description, Points, Quantity, problem_with
from glassbox.engine.generators import FEW, X1, X2, Y, finished
from glassbox.engine.streams import Purpose
from glassbox.formula import words
from glassbox.formula.expression import Expression, values_of
from glassbox.formula.grammar import read_formula
from glassbox.formula.wrong import WrongFormula

FORMULA = "formula:"  # how the names of such data begin, in messages and addresses

MOST_LEFT_OUT = 0.505  # of the plane: a half, to the half percent that so many places tell
LEAST_OF_A_CLASS = 0.01
LARGEST_VALUE = 1e9  # beyond it there is no value: float32 has to hold it and its square
_LOOKED_AT = 4096  # places, to see what a formula is like
_PLASTIC = 1.32471795724474602596  # the root of g³ = g + 1
_SPARE = 4  # places for each point that is wanted, and as many more at least: half of the plane may be left out
_SPARE_AT_LEAST = 64
_USUAL_SPREADS = (0.25, 2.0)  # of targets that are learned as they are


@dataclass(frozen=True)
class FromFormula:
    """Data of a formula, where settings otherwise name a data set.

    Attributes:
        text: the formula as it was typed, without needless spaces.
        left_out: the share of the plane on which it has no value.
    """

    text: str
    expression: Expression = field(compare=False, repr=False)
    about: Description = field(compare=False, repr=False)
    left_out: float = field(default=0.0, compare=False, repr=False)

    @property
    def value(self) -> str:
        """As it stands in messages and addresses."""
        return FORMULA + self.text

    @property
    def label(self) -> str:
        """The name a person reads."""
        return self.text

    @property
    def note(self) -> str:
        """What a person should know of the points, in a sentence; or nothing."""
        return words.LEFT_OUT.format(share=_share(self.left_out)) if self.left_out else ""

    def points(self, samples: int, noise: float, label_noise: float, seed: int, part: Part = Part.MAIN) -> Points:
        """So many points where the formula has a value; the arguments are those of `generators.generate`.

        More points keep the earlier ones: each has a row of its own in the random streams, also where it is left out.
        """
        count, inputs = _SPARE * (samples + _SPARE_AT_LEAST), len(self.about.inputs)
        places = EDGE * (2 * DataRng(seed, count, part=part).uniforms(Purpose.PLACE, 2).T - 1)
        places[:, inputs:] = 0
        values = _values(self.expression, places)
        rows = np.flatnonzero(~np.isnan(values))[:samples]
        target = self.about.target.placed(values[rows])
        chance = DataRng(seed, count, rows, part)
        return finished(places[rows], target, self.about.classes, inputs, noise, label_noise, chance)


@lru_cache(maxsize=256)  # settings are read anew at every change of any of them
def from_formula(text: str) -> FromFormula:
    """The data set of the formula in a text.

    Raises:
        WrongFormula: it cannot be read, is constant, has one class only, or has no value on half of the plane or more.
    """
    expression = read_formula(text)
    values = _values(expression, _places())
    there = values[~np.isnan(values)]
    left_out = 1 - len(there) / len(values)
    if left_out > MOST_LEFT_OUT:
        raise WrongFormula(words.MOSTLY_NOTHING.format(share=_share(left_out)))
    about = _classes(there) if expression.is_truth else _numbers(there, expression)
    return FromFormula(" ".join(text.split()), expression, about, left_out)


def _values(expression: Expression, places: Doubles) -> Doubles:
    values = values_of(expression, places)
    return np.where(np.abs(values) <= LARGEST_VALUE, values, np.nan)


def _places() -> Doubles:
    """Places spread evenly over the plane, on no line that a formula is likely to name: [n, 2].

    The R₂ sequence of M. Roberts, “The Unreasonable Effectiveness of Quasirandom Sequences” (2018).
    """
    steps = np.array([1 / _PLASTIC, 1 / _PLASTIC**2])
    return np.asarray(EDGE * (2 * ((0.5 + np.arange(1, _LOOKED_AT + 1)[:, None] * steps) % 1) - 1))


def _classes(truths: Doubles) -> Description:
    share = float(truths.mean())
    common, truth = max(share, 1 - share), words.TRUE if share > 0.5 else words.FALSE
    if common == 1:
        raise WrongFormula(words.ONE_CLASS.format(truth=truth))
    if common > 1 - LEAST_OF_A_CLASS:
        raise WrongFormula(words.RARE_CLASS.format(truth=truth, share=_share(common)))
    return Description(problem_with(2), 2, (X1, X2), Y)


def _numbers(values: Doubles, expression: Expression) -> Description:
    mean, spread = float(values.mean()), float(values.std())
    if spread <= 1e-9 * max(abs(mean), np.finfo(np.float64).tiny):
        raise WrongFormula(words.CONSTANT.format(value=mean))
    is_curve = expression.inputs == {"x1"}
    return Description(
        problem=problem_with(0),
        classes=0,
        inputs=(X1,) if is_curve else (X1, X2),
        target=_target(mean, spread),
        suggested=FEW if is_curve else None,
    )


def _target(mean: float, spread: float) -> Quantity:
    """Numbers of a usual size are learned as they are; others as deviations from about their mean, in round numbers."""
    if abs(mean) <= spread and _USUAL_SPREADS[0] <= spread <= _USUAL_SPREADS[1]:
        return Y
    digits = -math.floor(math.log10(spread))
    return Quantity(Y.name, mean=round(mean, digits) + 0.0, spread=round(spread, digits))


def _share(share: float) -> str:
    """A share in percent: 0.04 %, 3.1 %, 25 %; never 0 % or 100 % for what is more or less."""
    percent = 100 * share
    return f"{percent:.0f} %" if 10 <= percent <= 90 else f"{percent:.2g} %" if percent < 10 else f"{percent:.4g} %"
