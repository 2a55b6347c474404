"""What a worker is sent: several trials at once, so that the way there and back costs little beside the training.

Free of kernels, so that a server that never trains here can name it; the training is imported where it happens.
"""

import time
from collections.abc import Sequence

from glassbox.experiments.trials import Trial, TrialResult


def train_all(trials: Sequence[Trial]) -> tuple[list[TrialResult], float]:
    """The results, and how many seconds they took."""
    from glassbox.experiments.train import train

    began = time.monotonic()
    return [train(trial) for trial in trials], time.monotonic() - began
