"""Linear algebra on one thread: the same bytes on any number of cores, and as many threads as before afterwards."""

import os
import subprocess
import sys

import numpy as np
from threadpoolctl import threadpool_info

from glassbox.engine.one_thread import one_thread

SOLVE = """
import hashlib
import numpy as np
from glassbox.engine.least_squares import solve
chance = np.random.default_rng(1)
print(hashlib.sha256(solve(chance.normal(size=(1000, 129)), chance.normal(size=1000), {ridge}).tobytes()).hexdigest())
"""


def threads():
    """Of NumPy's library; SciPy, which some tests bring along, has one of its own."""
    found = [each for each in threadpool_info() if each["user_api"] == "blas"]
    return [each["num_threads"] for each in found if "scipy.libs" not in each["filepath"]]


def digest(ridge, count):
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": str(count)}
    command = [sys.executable, "-c", SOLVE.format(ridge=ridge)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_it_is_one_inside_and_as_before_afterwards():
    np.linalg.svd(np.eye(3))
    before = threads()
    with one_thread():
        with one_thread():
            assert set(threads()) <= {1}
        assert set(threads()) <= {1}
    assert threads() == before


def test_least_squares_have_the_same_bytes_on_any_number_of_cores():
    for ridge in (0.0, 0.1):
        assert digest(ridge, 1) == digest(ridge, 2) == digest(ridge, 4)
