"""What holds for all tests."""

import os
import tempfile
from pathlib import Path

import pytest
import xdist
from filelock import FileLock
from hypothesis import settings

from tests.wheel import build

# Whatever a test starts keeps its lab book here, not among the data of whoever runs the tests.
DATA = tempfile.TemporaryDirectory(prefix="glassbox-tests-", ignore_cleanup_errors=True)
os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = DATA.name

# No deadline: a kernel's first call compiles it. In CI the same examples every time, so that no change fails by chance.
settings.register_profile("glassbox", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("glassbox")

MOST_WORKERS = 8  # each may start a server and a browser


def pytest_xdist_auto_num_workers(config):
    """As many as there are cores for whole folders; none for chosen files, which are sooner done in this process."""
    chosen = (Path(argument.partition("::")[0]) for argument in config.args)
    return min(os.cpu_count() or 1, MOST_WORKERS) if all(path.is_dir() for path in chosen) else 0


def pytest_sessionstart(session):
    """Compile the kernels once, before several processes would each compile them."""
    if xdist.is_xdist_controller(session) and not session.config.option.collectonly:
        from glassbox.engine.warm_up import warm_up  # loads Numba, which not every test needs

        warm_up(lambda *progress: None)


@pytest.fixture(scope="session")
def shared(request, tmp_path_factory):
    """A folder of this session, the same in all its processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if xdist.is_xdist_worker(request) else own


@pytest.fixture(scope="session")
def wheel(shared):
    """What `pip install .` installs, built once for all processes."""
    folder = shared / "wheel"
    with FileLock(shared / "wheel.lock"):
        return next(folder.glob("*.whl"), None) or build(folder)
