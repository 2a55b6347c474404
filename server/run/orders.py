"""What comes from outside into a session, made ready to be put in: a network of a file or a link, or a run of the lab book."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.settings import Settings

if TYPE_CHECKING:  # not at run time: it brings Numba along, which is slow to import
    from glassbox.engine.recipe import Recipe
    from glassbox.engine.trainer import Memento
    from glassbox.run.checkpoint import Kept


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """Begin a new run with these settings.

    Attributes:
        parameters, statistics: float32, in the engine's order; None: the initial ones of the settings.
        text: what the chart's flag says.
        note: what whoever opens it should know, in one sentence; "" where all is as it was.
        type: as messages are named, for a refusal.
    """

    settings: Settings
    text: str
    parameters: NDArray[np.float32] | None = None
    statistics: NDArray[np.float32] | None = None
    note: str = ""
    type: str = "adopt"


@dataclass(frozen=True)
class PauseUnwatched:
    """Nobody has watched for a while: pause."""


@dataclass(frozen=True, eq=False)
class Resume:
    """Go on with a run from the moment that was kept of it, as if it had never been left.

    Attributes:
        kept: the run at that moment.
        note, type: as for `OpenNetwork`.
    """

    kept: "Kept"
    note: str = ""
    type: str = "take_up"


def weights_to_take(adopt: OpenNetwork, recipe: "Recipe") -> "Memento | None":
    """The weights as a trainer of this recipe takes them; None where there are none to take.

    Raises:
        Refusal: they are of another network than the settings', or no ordinary numbers.
    """
    from glassbox.engine.kernel_args import Counter, State
    from glassbox.engine.trainer import Memento
    from glassbox.engine.workspace import fresh_statistics

    if adopt.parameters is None:
        return None
    layout = recipe.architecture.layout
    statistics = adopt.statistics if adopt.statistics is not None else fresh_statistics(layout, np.float32)
    if adopt.parameters.shape != (layout.size,) or statistics.shape != (2, sum(layout.sizes)):
        raise Refusal(words.OTHER_WEIGHTS.format(expected=layout.size, actual=adopt.parameters.size), adopt.type)
    if not (np.isfinite(adopt.parameters).all() and np.isfinite(statistics).all()):
        raise Refusal(words.WEIGHTS_NOT_FINITE, adopt.type)
    none = np.zeros(0, np.float32)
    return Memento(State(adopt.parameters, none, none, statistics, np.zeros(len(Counter), np.int64)))


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
