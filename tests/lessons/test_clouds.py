"""Tests that readers without a browser have the very clouds that the page draws."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.lessons.clouds import GATES, clouds_of
from tests.node import node

MODULE = Path(__file__).parents[2] / "static" / "state" / "logic_data.js"
ROUNDED = 6e-4  # the page keeps three digits


@pytest.mark.parametrize("gate", GATES)
def test_the_clouds_are_those_of_the_page(gate):
    script = (
        f"import {{ cloudsOf }} from {json.dumps(MODULE.as_uri())}; console.log(JSON.stringify(cloudsOf('{gate}')));"
    )
    told = node("--no-warnings", "--input-type=module", input=script)
    drawn = [[point["x1"], point["x2"], point["target"]] for point in json.loads(told.stdout)["points"]]
    assert np.allclose(clouds_of(gate)["points"], drawn, atol=ROUNDED)
