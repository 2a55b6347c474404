"""What an experiment is, as plain data: settings to begin with, what varies, from which seeds, how long, and what is
measured. It knows no kernel, so a server can read one before Numba is there.
"""

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

MOST_VALUES = 128  # of one axis
MOST_AXES = 3
MOST_SEEDS = 100
MOST_EPOCHS = 100_000
MOST_MEASURES = 12
LONGEST_TITLE = 200
LONGEST_NAME = 60

Value = int | FiniteFloat | str
Vary = Literal["both", "network", "data"]
Kind = Literal["training", "polynomial", "random_features"]
Line = Literal["", "parameters"]


class AxisValues(BaseModel):
    """One thing that varies, by its name in `axes.AXES`, and the values it takes.

    Attributes:
        budget: of parameters, for `depth_at_budget`; None: as many as the base has.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    name: str = Field(max_length=LONGEST_NAME)
    values: tuple[Value, ...] = Field(strict=False, max_length=MOST_VALUES)
    budget: int | None = Field(None, ge=1, le=1_000_000)


class Experiment(BaseModel):
    """Many trainings that answer one question.

    Attributes:
        base: settings by their names; what is left out has its default.
        axes: none to three; the first is drawn from left to right.
        epochs: of each training; 0: the networks are measured as they begin.
        vary: what seed k sets: the data's seed and the network's, or one of them.
        line: what is marked on the first axis: "parameters" where there are as many as points to learn from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    title: str = Field("", max_length=LONGEST_TITLE)
    base: dict[str, Any] = Field(default_factory=dict)
    axes: tuple[AxisValues, ...] = Field((), strict=False, max_length=MOST_AXES)
    seeds: int = Field(8, ge=1, le=MOST_SEEDS)
    first_seed: int = Field(1, ge=0, le=2**31 - 1 - MOST_SEEDS)
    epochs: int = Field(1000, ge=0, le=MOST_EPOCHS)
    measures: tuple[str, ...] = Field(("train_loss", "test_loss"), strict=False, min_length=1, max_length=MOST_MEASURES)
    kind: Kind = "training"
    vary: Vary = "both"
    line: Line = ""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return self.model_dump(mode="json")

    def key(self) -> str:
        """SHA-256 of what is asked, whatever it is called: the same for the same trainings and measures."""
        asked = {name: value for name, value in self.plain().items() if name != "title"}
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
