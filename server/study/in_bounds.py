"""Refuses to take a network apart whose numbers no answer could hold: infinite ones, or none at all."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.protocol.refusals import Refusal
from glassbox.run.snapshot import Snapshot
from glassbox.study import words


def check_weights(snapshot: Snapshot) -> None:
    """Raises Refusal: the weights are no longer finite."""
    if not np.isfinite(snapshot.state.parameters).all():
        raise Refusal(words.NOT_FINITE)


def check_overflow(*computed: NDArray[Any] | float) -> None:
    """Raises Refusal: the weights are finite, but what was computed from them is not."""
    if not all(np.isfinite(each).all() for each in computed):
        raise Refusal(words.OVERFLOW)
