"""What comes from outside into a session, made ready to be put in: a network of a file or a link,
or a run of the lab book.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.network import fresh_statistics
from glassbox.engine.recipe import Recipe
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.snapshot import Snapshot
from glassbox.settings import Effect, Settings, effect_of
from glassbox.settings.of_goal import OF_GOAL

MOST_LANES = 4  # that are compared
# what must be the same in all lanes: what decides the data, and the seed …
SHARED = frozenset(name for name in Settings.model_fields if effect_of(name) is Effect.DATA) | {"seed"}
OF_ALL = SHARED | OF_GOAL  # … and all that is changed in every lane at once


class Age(NamedTuple):
    """How long a network has trained: whole epochs, samples of the running one, and mini-batches in all."""

    epochs: int
    samples: int
    steps: int


NEW_BORN = Age(0, 0, 0)


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """Begin a new run with these settings.

    Attributes:
        parameters, statistics: float32, in the engine's order; None: the initial ones of the settings.
        text: what the chart's flag says.
        age: of the weights, from which clocks and schedules go on.
        note: what whoever opens it should know, in one sentence; "" where all is as it was.
        type: as messages are named, for a refusal.
    """

    settings: Settings
    text: str
    parameters: NDArray[np.float32] | None = None
    statistics: NDArray[np.float32] | None = None
    note: str = ""
    age: Age = NEW_BORN
    type: str = "open_network"


@dataclass(frozen=True)
class PauseUnwatched:
    """Nobody has watched for a while: pause."""


@dataclass(frozen=True)
class PutAside:
    """Nobody has watched for a while: keep less of the past, until somebody comes."""


@dataclass(frozen=True)
class KeepNow:
    """The server is about to end: what was trained is to be in the lab book as it stands."""


@dataclass(frozen=True, eq=False)
class Resume:
    """Go on with a run from where it was left, as if it never had been.

    Attributes:
        snapshot: the run as it was then.
        key: of the row of the lab book that has it; "" where none has.
        comes_back: whether a page that showed it gets it back, with nothing else before.
        note, type: as for `OpenNetwork`.
    """

    snapshot: Snapshot
    note: str = ""
    key: str = ""
    comes_back: bool = False
    type: str = "resume"


@dataclass(frozen=True, eq=False)
class LineUp:
    """Resume several runs that have the same data and seed, each in a lane of its own, in the place of all there are.

    Attributes:
        runs: one to each lane.
        note: what whoever opens them should know.
        comes_back, type: as for `Resume`.
    """

    runs: tuple[Resume, ...]
    note: str = ""
    comes_back: bool = False
    type: str = "resume"


def weights_to_take(order: OpenNetwork, recipe: Recipe, training: int) -> State | None:
    """The weights as a trainer of this recipe and so many training samples takes them, without memory of its
    optimizer; None where there are none to take.

    Raises:
        Refusal: they are of another network than the settings', or no ordinary numbers.
    """
    if order.parameters is None:
        return None
    layout = recipe.architecture.layout
    statistics = order.statistics if order.statistics is not None else fresh_statistics(layout, np.float32)
    if order.parameters.shape != (layout.size,) or statistics.shape != (2, sum(layout.sizes)):
        raise Refusal(words.OTHER_WEIGHTS.format(expected=layout.size, actual=order.parameters.size), order.type)
    if not (np.isfinite(order.parameters).all() and np.isfinite(statistics).all()):
        raise Refusal(words.WEIGHTS_NOT_FINITE, order.type)
    nothing, where = np.zeros(layout.size, np.float32), np.zeros(len(Counter), np.int64)
    epochs, samples, steps = order.age
    where[[Counter.EPOCH, Counter.DONE, Counter.STEP]] = epochs, samples % training, steps
    return State(order.parameters, nothing, nothing, statistics, where)


def flattened(parameters: NDArray[np.float32], statistics: NDArray[np.float32]) -> bytes:
    """Both as little-endian float32, one after the other, to be kept for a link."""
    return np.concatenate([parameters, statistics.ravel()]).astype("<f4").tobytes()


def unflattened(weights: bytes, units: int) -> dict[str, Any]:
    """The parameters and statistics of a network of so many units in all, as `OpenNetwork` takes them."""
    numbers = np.frombuffer(weights, "<f4").astype(np.float32)
    at = max(numbers.size - 2 * units, 0)
    statistics = numbers[at:]
    return {
        "parameters": numbers[:at],
        "statistics": statistics.reshape(2, -1) if statistics.size % 2 == 0 else statistics,
    }
