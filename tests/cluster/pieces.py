"""What the workers of a test are given to do."""

import time


def piece(number):
    """The same number, after long enough for something to happen meanwhile."""
    time.sleep(0.1)
    return number
