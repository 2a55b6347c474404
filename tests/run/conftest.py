"""What tests of the room of runs are given."""

import pytest

from tests.run.tools import run_of, train_epochs


@pytest.fixture
def run():
    """A default run, three epochs old."""
    run = run_of()
    train_epochs(run, 3)
    return run
