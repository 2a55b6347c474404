"""A mark for tests that may be the first to compile a large kernel: on a busy machine of two cores it takes minutes."""

import pytest

may_compile = pytest.mark.timeout(480)
