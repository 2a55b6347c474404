"""What the workers of a test are given to do, and how they prepare."""

import os
import time
from pathlib import Path

PREPARED = "GLASSBOX_TEST_PREPARED"  # names the folder in which each process leaves a file once it is prepared


def piece(number):
    """The same number, after long enough for something to happen meanwhile."""
    time.sleep(0.1)
    return number


def prepare():
    """Leave a sign of it."""
    if folder := os.environ.get(PREPARED):
        (Path(folder) / str(os.getpid())).touch()
