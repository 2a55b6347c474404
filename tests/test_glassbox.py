"""The package's own face: importing it costs nothing,
and the notebook's two words are there when they are asked for.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import glassbox

ROOT = Path(__file__).parents[1]


def loaded_after(code):
    """Which of the slow libraries Python has loaded after this."""
    slow = "{'numpy', 'numba', 'fastapi', 'pydantic', 'glassbox.notebook'}"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(sorted({slow} & sys.modules.keys()))"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def test_importing_the_package_loads_nothing_slow():
    assert loaded_after("import glassbox") == "[]"
    assert loaded_after("import glassbox.config") == "[]"


def test_show_and_close_are_the_notebooks():
    from glassbox import notebook

    assert glassbox.show is notebook.show and glassbox.close is notebook.close


def test_other_names_are_refused_as_python_does():
    with pytest.raises(AttributeError, match="no attribute 'shw'"):
        _ = glassbox.shw
