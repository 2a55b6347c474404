"""What a worker is sent: several trials at once, so that the way there and back costs little beside the training.

Free of kernels, so that a server that never trains here can name it; the training is imported where it happens.
"""

import time
from collections.abc import Sequence
from itertools import pairwise

from glassbox.experiments.trials import Trial, TrialResult


def train_all(trials: Sequence[Trial]) -> tuple[list[TrialResult], list[float]]:
    """The results, and how many seconds each took."""
    from glassbox.experiments.train import train

    results, moments = [], [time.monotonic()]
    for trial in trials:
        results.append(train(trial))
        moments.append(time.monotonic())
    return results, [after - before for before, after in pairwise(moments)]
