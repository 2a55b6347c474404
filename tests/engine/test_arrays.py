"""The house names its arrays in one place, and the names mean what they say."""

import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from glassbox.engine import arrays

SERVER = Path(__file__).parents[2] / "server"


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        ("Floats", np.float32), ("Doubles", np.float64), ("Reals", np.floating), ("Integers", np.int64),
        ("Bools", np.bool_), ("Bytes", np.uint8),
    ],
)  # fmt: skip
def test_a_name_stands_for_one_dtype(name, dtype):
    _, kind = get_args(getattr(arrays, name))
    assert get_args(kind) == (dtype,)


def test_no_other_file_names_an_array_of_its_own():
    alias = re.compile(r"^\w+ = NDArray\[", re.MULTILINE)
    assert [path.name for path in SERVER.rglob("*.py") if alias.search(path.read_text("utf-8"))] == ["arrays.py"]
