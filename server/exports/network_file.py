"""The format of a network file: its names, types and bounds, for `reading.py`, which checks that they fit together.

A file that was saved by an older Glassbox must open for ever: who renames a field or a setting raises `VERSION` and
teaches `reading.py` to bring the older one up to date.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, FailFast, Field, model_validator

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation, Problem
from glassbox.engine.coding import CodingKind
from glassbox.engine.scheme import FIRST_SCHEME
from glassbox.exports import words
from glassbox.exports.network_copy import LONGEST_NAME, Formula
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_SAMPLES, MOST_SEED, MOST_UNITS

FORMAT = "glassbox-network"
VERSION = 1

LARGEST = 5_000_000  # bytes of a file
LARGEST_NUMBER = 3.4028235e38  # rounds to the largest float32
MOST_COLUMNS = 128
MOST_INPUTS = 128
MOST_CLASSES = 10
MOST_EPOCHS = 10**9
MOST_STEPS = 10**15
LONGEST_FORM = 40  # of a date
LARGEST_SETTINGS = 20_000  # characters of JSON
MOST_FIELDS = 100  # of one object: more are not even looked at

Number = Annotated[float, Field(strict=True, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER, allow_inf_nan=False)]
Spread = Annotated[Number, Field(ge=1e-30)]
Variance = Annotated[Number, Field(ge=0)]
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
# The first wrong number is enough: five megabytes of them would be as many errors.
Row = Annotated[tuple[Number, ...], FailFast(), Field(max_length=max(MOST_UNITS, MOST_INPUTS))]
Variances = Annotated[tuple[Variance, ...], FailFast(), Field(max_length=MOST_UNITS)]
Matrix = Annotated[tuple[Row, ...], FailFast(), Field(max_length=MOST_UNITS)]


class _Part(BaseModel):
    """An object of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _few_fields(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) > MOST_FIELDS:
            raise ValueError(words.MANY_FIELDS.format(most=MOST_FIELDS, actual=len(value)))
        return value


class CodingPart(_Part):
    """How cells of a table become the numbers of a column; `engine.coding.Coding` says what is what."""

    column: Name
    kind: CodingKind
    mark: Literal[".", ","] = "."
    values: Annotated[tuple[Name, ...], FailFast(), Field(max_length=MOST_CLASSES)] = ()
    alike: Annotated[bool, Field(strict=True)] = False
    form: Annotated[str, Field(max_length=LONGEST_FORM)] = ""
    start: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind is CodingKind.VALUE and not self.values:
            raise ValueError("expected “values” for the kind “value”, but there are none")
        if self.kind is CodingKind.DAYS:
            date.fromisoformat(self.start).strftime(self.form)
        return self


class ColumnPart(_Part):
    """A column of the raw data, or the target."""

    name: Name
    mean: Number = 0.0
    spread: Spread = 1.0
    coding: CodingPart | None = None


class InputPart(_Part):
    """An input of the network."""

    name: Name
    formula: Formula
    columns: Annotated[
        tuple[Annotated[int, Field(strict=True, ge=0, lt=MOST_COLUMNS)], ...], FailFast(), Field(max_length=2)
    ]
    factor: Number = 1.0


class HiddenPart(_Part):
    """A hidden layer; `layers.LayerCopy` says what its numbers are."""

    activation: Activation
    normalization: Normalization
    weights: Matrix
    biases: Row
    scale: Row = ()
    shift: Row = ()
    mean: Row = ()
    variance: Variances = ()


class OutputPart(_Part):
    """The last layer."""

    activation: OutputActivation
    weights: Matrix
    biases: Row


class NetworkFile(_Part):
    """The whole file but its `format` and `version`."""

    scheme: Annotated[int, Field(strict=True, ge=FIRST_SCHEME)] = FIRST_SCHEME  # files of the first do not say it
    problem: Problem
    loss: Loss
    classes: Annotated[tuple[Name, ...], FailFast(), Field(max_length=MOST_CLASSES)]
    seed: Annotated[int, Field(strict=True, ge=0, le=MOST_SEED)]
    epochs: Annotated[int, Field(strict=True, ge=0, le=MOST_EPOCHS)]
    samples: Annotated[int, Field(strict=True, ge=0, le=MOST_SAMPLES)] = 0  # the first files did not say …
    steps: Annotated[int, Field(strict=True, ge=0, le=MOST_STEPS)] | None = None  # … either
    settings: Annotated[dict[str, Any], Field(max_length=MOST_FIELDS)]
    target: ColumnPart
    columns: Annotated[tuple[ColumnPart, ...], FailFast(), Field(min_length=1, max_length=MOST_COLUMNS)]
    inputs: Annotated[tuple[InputPart, ...], FailFast(), Field(min_length=1, max_length=MOST_INPUTS)]
    hidden: Annotated[tuple[HiddenPart, ...], FailFast(), Field(max_length=MOST_HIDDEN_LAYERS)]
    output: OutputPart
