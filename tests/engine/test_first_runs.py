"""The first runs of the kernels: each part compiles by itself,
and what a second process does is a part like any other.
"""

import subprocess
import sys

import pytest

from glassbox.engine import first_runs
from tests.engine.cold import may_compile
from tests.engine.test_jit import ROOT

pytestmark = may_compile


@pytest.mark.parametrize("part", first_runs.PARTS)
def test_each_part_runs_by_itself(part):
    first_runs.PARTS[part]()


def test_what_is_compiled_ahead_leaves_training_to_the_first_process():
    assert set(first_runs.AHEAD) == set(first_runs.PARTS) - {"training"}


def test_neither_process_knows_of_the_other():
    """The parts can be run without the one that starts a second process, and without progress reports."""
    code = (
        "import sys; import glassbox.engine.first_runs; "
        "sys.exit(bool({'glassbox.engine.parallel_compile', 'glassbox.engine.warm_up'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
