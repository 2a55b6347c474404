"""What holds for all tests."""

import os

from hypothesis import settings

# No deadline: a kernel's first call compiles it. In CI the same examples every time, so that no change fails by chance.
settings.register_profile("glassbox", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("glassbox")
