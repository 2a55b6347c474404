"""The golden file that holds the page's losses to the engine's is what the engine computes today."""

import json

import pytest

from tests.engine.make_golden_losses import GOLDEN, cases


def test_the_file_is_what_the_engine_computes():
    told, computed = json.loads(GOLDEN.read_text("utf-8")), list(cases())
    assert len(told) == len(computed) > 150
    for one, other in zip(told, computed, strict=True):
        assert {key: one[key] for key in ("output", "loss", "delta", "sums", "target")} == {
            key: other[key] for key in ("output", "loss", "delta", "sums", "target")
        }
        assert [one["value"], *one["gradients"]] == pytest.approx(
            [other["value"], *other["gradients"]], rel=1e-12, abs=1e-300
        )
