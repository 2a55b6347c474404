"""What is taken home: a frozen copy of a trained network, with what its inputs and answers mean.

Three steps lead to the network: rows of raw `columns` (x), which may be standardised; `inputs` computed from them; and
the network's layers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from glassbox.engine.arrays import Doubles, Floats
from glassbox.engine.choices import Loss, OutputActivation, Problem
from glassbox.engine.coding import Coding
from glassbox.engine.data_choices import Feature
from glassbox.engine.dataset import Quantity
from glassbox.engine.network import Architecture
from glassbox.engine.scheme import SCHEME
from glassbox.engine.vocabulary import Choice
from glassbox.words.current import word

LONGEST_NAME = 100


class Formula(Choice):
    """How an input of the network is computed from columns a (and b)."""

    COLUMN = ("column", "the column itself", "a")
    SQUARE = ("square", "square", "a²")
    PRODUCT = ("product", "product", "a · b")
    SINE = ("sine", "sine", "sin a")

    @property
    def takes(self) -> int:
        """How many columns."""
        return 2 if self is Formula.PRODUCT else 1


def printable(name: str) -> str:
    """A name from anywhere on one line, as it is spoken: it may stand in a comment, a JSON text or an ONNX file."""
    return "".join(letter if letter.isprintable() else " " for letter in word(name)[:LONGEST_NAME])


@dataclass(frozen=True)
class Column:
    """A column of the raw data x, of which the network works with (x − mean) / spread.

    `coding` says how cells of a person's table become x; None where there is no table.
    """

    name: str
    mean: float = 0.0
    spread: float = 1.0
    coding: Coding | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", printable(self.name))
        object.__setattr__(self, "mean", float(self.mean))  # a NumPy number would be written as np.float64(…)
        object.__setattr__(self, "spread", float(self.spread))

    @classmethod
    def of(cls, quantity: Quantity) -> Self:
        """As the data set describes it."""
        return cls(quantity.name, quantity.mean, quantity.spread / quantity.width, quantity.coding)

    @property
    def standardized(self) -> bool:
        """Whether it is shifted or scaled."""
        return self.mean != 0 or self.spread != 1


@dataclass(frozen=True)
class Input:
    """An input of the network: a formula of columns, counted from 0, times `factor`, the scale of the inputs."""

    name: str
    formula: Formula
    columns: tuple[int, ...]
    factor: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", printable(self.name))
        object.__setattr__(self, "factor", float(self.factor))


PLANE = (Column(Feature.X1.label), Column(Feature.X2.label))

_OF_THE_PLANE: dict[Feature, tuple[Formula, tuple[int, ...]]] = {
    Feature.X1: (Formula.COLUMN, (0,)),
    Feature.X2: (Formula.COLUMN, (1,)),
    Feature.X1_SQUARED: (Formula.SQUARE, (0,)),
    Feature.X2_SQUARED: (Formula.SQUARE, (1,)),
    Feature.X1_X2: (Formula.PRODUCT, (0, 1)),
    Feature.SIN_X1: (Formula.SINE, (0,)),
    Feature.SIN_X2: (Formula.SINE, (1,)),
}


def plane_inputs(features: tuple[Feature, ...], scale: float = 1.0) -> tuple[Input, ...]:
    """The features of a point of the plane, times `scale`, as inputs, whose columns are `PLANE`."""
    return tuple(Input(feature.label, *_OF_THE_PLANE[feature], scale) for feature in features)


@dataclass(frozen=True, eq=False)
class NetworkCopy:
    """A trained network as it was at one moment. The arrays are its own: nobody writes to them any more.

    Attributes:
        parameters: float32, flat, as `architecture.layout` says.
        statistics: running means and variances, float32 [2, units of all layers], as `Trainer.statistics`.
        columns, inputs: what comes in, and what the network is given of it.
        class_names: of class 0, 1 …; () for regression.
        target: what is predicted; for regression, predictions are mean + spread · the network's output.
        settings: of the run, JSON-ready (`Settings.model_dump(mode="json")`).
        epochs, samples, steps: trained so far: whole epochs, samples of the running one, and mini-batches in all; None
            where an earlier Glassbox wrote it, which did not say.
        scheme: `engine.scheme` of the Glassbox that wrote it.
    Raises:
        ValueError: the parts do not fit each other.
    """

    architecture: Architecture
    parameters: Floats
    statistics: Floats
    columns: tuple[Column, ...]
    inputs: tuple[Input, ...]
    problem: Problem
    loss: Loss
    class_names: tuple[str, ...]
    settings: Mapping[str, Any]
    seed: int
    epochs: int
    target: Column = Column("target")
    scheme: int = SCHEME
    samples: int = 0
    steps: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "class_names", tuple(map(printable, self.class_names)))
        sizes = self.architecture.sizes
        shapes = {
            "parameters": (self.parameters.shape, (self.architecture.layout.size,)),
            "statistics": (self.statistics.shape, (2, sum(sizes))),
            "inputs": (len(self.inputs), sizes[0]),
            "class names": (len(self.class_names), number_of_classes(self.problem, sizes[-1])),
        }
        for name, (actual, expected) in shapes.items():
            if actual != expected:
                raise ValueError(
                    f"Expected {name} of shape or number {expected}, because the sizes are {sizes}; got {actual}."
                )

    @property
    def output(self) -> OutputActivation:
        """What makes predictions of the last layer's sums."""
        return self.architecture.output

    @property
    def standardized(self) -> bool:
        """Whether a column is shifted or scaled."""
        return any(column.standardized for column in self.columns)

    @property
    def codings(self) -> tuple[Coding, ...]:
        """How the cells of a table become the columns; () if they are of none."""
        found = tuple(column.coding for column in self.columns if column.coding)
        return found if len(found) == len(self.columns) else ()

    @property
    def rescales(self) -> bool:
        """Whether a predicted number is turned back into its original unit."""
        return self.problem is Problem.REGRESSION and self.target.standardized

    @cached_property
    def means(self) -> Doubles:
        """Of the columns."""
        return np.array([column.mean for column in self.columns])

    @cached_property
    def spreads(self) -> Doubles:
        """Of the columns."""
        return np.array([column.spread for column in self.columns])

    @property
    def takes_columns_as_they_are(self) -> bool:
        """Whether the inputs are just the columns, all of them and in their order."""
        plain = tuple((Formula.COLUMN, (at,), 1.0) for at in range(len(self.columns)))
        return plain == tuple((given.formula, given.columns, given.factor) for given in self.inputs)

    @property
    def finite(self) -> bool:
        """Whether all its numbers are ordinary ones."""
        return bool(np.isfinite(self.parameters).all() and np.isfinite(self.statistics).all())


def number_of_classes(problem: Problem, outputs: int) -> int:
    """How many classes so many output units tell apart; 0 for regression."""
    return {Problem.REGRESSION: 0, Problem.BINARY: 2, Problem.MULTICLASS: outputs}[problem]
