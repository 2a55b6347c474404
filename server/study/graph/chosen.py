"""Which samples the graph is for: one of the data, or the mini-batch that training takes next."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.counter_rng import shuffle
from glassbox.engine.kernel_args import Counter
from glassbox.protocol.refusals import Refusal
from glassbox.run.snapshot import Snapshot
from glassbox.study.graph import words
from glassbox.study.graph.tape import Array


@dataclass(frozen=True)
class Chosen:
    """The samples' numbers among all points (the training ones come first), inputs [features, samples] and targets."""

    at: NDArray[np.int64]
    x: Array
    t: Array
    is_batch: bool

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.at)


def choose(snapshot: Snapshot, sample: int | None) -> Chosen:
    """One sample by its number, or the next mini-batch for None.

    Raises:
        Refusal: there is no such sample.
    """
    inputs, targets = _all_of(snapshot)
    total = len(targets)
    if sample is None:
        at = next_batch(snapshot)
    elif 0 <= sample < total:
        at = np.array([sample])
    else:
        raise Refusal(words.NO_SUCH_SAMPLE.format(sample=sample + 1, most=total))
    return Chosen(at, inputs[:, at].astype(np.float64), targets[at].astype(np.float64), sample is None)


def count_samples(snapshot: Snapshot) -> int:
    """Of the training, validation and test data together."""
    return len(_all_of(snapshot)[1])


def _all_of(snapshot: Snapshot) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Inputs and targets in the order of the points: first those that train, then those that validate,
    then those that test.
    """
    data = snapshot.data_split.data
    inputs = [part for part in (data.x_train, data.x_validation, data.x_test) if part is not None]
    targets = [part for part in (data.t_train, data.t_validation, data.t_test) if part is not None]
    return np.concatenate(inputs, axis=1), np.concatenate(targets)


def next_batch(snapshot: Snapshot) -> NDArray[np.int64]:
    """The numbers of the samples that the next step of training looks at."""
    where = snapshot.state.where
    order = np.arange(len(snapshot.data_split.data.t_train))
    shuffle(order, snapshot.recipe.seed, int(where[Counter.EPOCH]))
    done = int(where[Counter.DONE])
    return order[done : done + snapshot.recipe.batch_size]
