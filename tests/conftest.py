"""What holds for all tests."""

import os
import tempfile

import pytest
from hypothesis import settings

from tests.wheel import build

# Whatever a test starts keeps its lab book here, not among the data of whoever runs the tests.
DATA = tempfile.TemporaryDirectory(prefix="glassbox-tests-", ignore_cleanup_errors=True)
os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = DATA.name

# No deadline: a kernel's first call compiles it. In CI the same examples every time, so that no change fails by chance.
settings.register_profile("glassbox", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("glassbox")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """What `pip install .` installs, built once."""
    return build(tmp_path_factory.mktemp("wheel"))
