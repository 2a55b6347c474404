"""The values of settings that are more than a number or a choice: hidden layers, features and data by their names."""

from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from glassbox.data import Own, Source, is_own_name, named
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.formula.data_set import FromFormula
from glassbox.settings.limits import MOST_DROPOUT, MOST_UNITS
from glassbox.words.joined import listed
from glassbox.words.sentence import say


class Layer(BaseModel):
    """One hidden layer: how many units, and what it has of its own (None: the network's)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    units: int = Field(ge=1, le=MOST_UNITS)
    activation: Activation | None = Field(default=None, strict=False)
    dropout: float | None = Field(default=None, ge=0.0, le=MOST_DROPOUT)
    normalization: Normalization | None = Field(default=None, strict=False)


LONGEST_NAME = 40  # that is compared with those of the data sets
NAMES_TOLD = 4

ONE_OF_MANY = say("one of {count} data sets, such as {names}")

FeatureByName = Annotated[Feature, Field(strict=False)]

OWN_IS_GONE = say(
    "this data is no longer on the server (it was let go for others, or the server was restarted); "
    "draw it or choose its file again"
)


def _read_source(value: Any) -> Source:
    """A data set by its name, or of a formula. One's own data has been put in the place of its name, if it is still
    there.
    """
    if isinstance(value, Own | FromFormula):
        return value
    if isinstance(value, str) and (source := named(value)):
        return source
    if is_own_name(value):
        raise ValueError(OWN_IS_GONE)
    raise PydanticCustomError("enum", "expected {expected}", {"expected": _names_like(value)})


def _names_like(value: Any) -> str:
    """The data sets' names that are most like what came: all of them are too many for a sentence."""
    names = [dataset.value for dataset in Dataset]
    near = get_close_matches(value[:LONGEST_NAME], names, NAMES_TOLD, 0.0) if isinstance(value, str) else names
    return ONE_OF_MANY.format(count=len(names), names=listed(map(repr, near[:NAMES_TOLD])))


def _write_source(source: Source) -> str:
    return source.value


SourceByName = Annotated[
    Source, PlainValidator(_read_source), PlainSerializer(_write_source, return_type=str, when_used="json")
]
