"""The face of the experiments in a notebook."""

import subprocess
import sys

import pytest

import glassbox.experiments


def test_every_name_of_the_face_is_there():
    for name in glassbox.experiments.__all__:
        assert getattr(glassbox.experiments, name) and name in dir(glassbox.experiments)
    with pytest.raises(AttributeError):
        glassbox.experiments.train_all  # noqa: B018


def test_planning_an_experiment_needs_no_kernels():
    asks = "import sys, glassbox.experiments.plan; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks]).returncode == 0
