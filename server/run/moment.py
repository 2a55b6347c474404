"""Everything that decides how a run goes on from where it stands: for its past, for snapshots and for checkpoints."""

from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.recipe import Recipe
from glassbox.run.build import DataSplit
from glassbox.run.goal import NOT_LOOKED, Check
from glassbox.run.holds import Holds
from glassbox.run.lows import Lows
from glassbox.run.steering import UNKNOWN, Steering
from glassbox.settings import Settings, Watched

OVERHEAD = 1500  # bytes of a moment beside its numbers: its objects and the arrays' heads


@dataclass(frozen=True)
class Best:
    """The epoch with the lowest watched loss so far, and the network as it was then, to go on from there.

    Attributes:
        lows: the lowest losses until then.
    """

    watched: Watched
    loss: float
    epoch: int
    state: State
    lows: Lows


@dataclass(frozen=True)
class Gain:
    """The last epoch whose watched loss was lower by more than the least improvement: from there patience counts."""

    loss: float
    epoch: int


@dataclass(frozen=True)
class Seen:
    """What early stopping goes by: the reasons that have stopped the run once, the best epoch so far,
    and the last that was worth waiting for. Moments share it.
    """

    told: frozenset[str] = frozenset()
    best: Best | None = None
    gain: Gain | None = None


NOTHING_SEEN = Seen()


class Moment(msgspec.Struct, frozen=True, eq=False):
    """All that a run needs to go on as it would have. Frozen: nothing in it is ever written to.

    Attributes:
        seen: what stopping by itself has seen so far.
        holds: what of the network does not learn.
        lows: the lowest losses until then.
        epochs: with the part of the running one.
        bytes: of what only this moment holds, by estimate.
        check: what was known of the goal.
        steering: how it came to be.
    """

    settings: Settings
    recipe: Recipe
    data_split: DataSplit
    state: State
    seen: Seen
    holds: Holds
    lows: Lows
    epochs: float
    bytes: int
    check: Check = NOT_LOOKED
    steering: Steering = UNKNOWN

    @property
    def step(self) -> int:
        """Mini-batches trained until then."""
        return self.state.step

    @property
    def epoch(self) -> int:
        """Whole epochs trained until then."""
        return self.state.epoch


def moment_of(
    recipe: Recipe,
    state: State,
    settings: Settings,
    data_split: DataSplit,
    seen: Seen,
    holds: Holds,
    lows: Lows,
    check: Check = NOT_LOOKED,
    steering: Steering = UNKNOWN,
) -> Moment:
    """The moment of a `state`, whenever that was copied."""
    slim, size = _slim(state)
    epochs = state.epoch + float(state.where[Counter.DONE]) / data_split.training
    return Moment(settings, recipe, data_split, slim, seen, holds, lows, epochs, OVERHEAD + size, check, steering)


@lru_cache(maxsize=16)
def _zeros(size: int) -> NDArray[np.float32]:
    """Shared by all moments whose optimizer has no such memory; only ever copied from."""
    return np.zeros(size, np.float32)


def _slim(state: State) -> tuple[State, int]:
    """The same, without arrays of its own for what the optimizer does not remember; and the bytes of its own arrays."""
    zeros = _zeros(state.parameters.size)
    own = state.parameters.nbytes + state.statistics.nbytes + state.where.nbytes
    first, second = state.first, state.second
    if np.count_nonzero(first):
        own += first.nbytes
    else:
        first = zeros
    if np.count_nonzero(second):
        own += second.nbytes
    else:
        second = zeros
    return State(state.parameters, first, second, state.statistics, state.where), own
