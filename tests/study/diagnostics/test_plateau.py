"""A network that sleeps: how level and how long its loss must lie where it began, and what is said to wake it."""

from types import SimpleNamespace

import numpy as np
import pytest

from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.plateau import asleep
from tests.study.diagnostics.checkups import falling, found, layers_of, made_checkup, recipe_with


def sleeping(curves=None, left=1.0, *, settings=None, dropout=(), weight=1.0, constant=1.0):
    """Two layers with weights [2, 2], for which Xavier draws a root mean square of √½ = 0.71."""
    full = {"weights": np.full((2, 2), weight)}
    return made_checkup(
        layers=layers_of(full, weights=np.ones((2, 2))),
        curves=falling(100, 0.0) if curves is None else curves,
        left=left,
        constant=constant,
        settings=settings,
        recipe=recipe_with(dropout=dropout),
        gradients=np.array([3e-4, 4e-4], np.float32),
        evaluation=SimpleNamespace(train=SimpleNamespace(loss=0.693)),
    )


@pytest.mark.parametrize(("left", "count"), [(0.96, 0), (0.97, 1), (1.2, 1)])
def test_the_loss_is_that_of_a_constant_answer(left, count):
    assert len(found(asleep, sleeping(left=left))) == count


def test_it_is_told_how_long_where_and_with_which_gradient():
    (finding,) = found(asleep, sleeping())
    assert finding.ailment is Ailment.ASLEEP
    assert "in 100 epochs the training loss has hardly moved from 0.693" in finding.text
    assert "only 0.0005 long" in finding.text


@pytest.mark.parametrize(
    ("epochs", "fall", "count"),
    [
        (49, 0.0, 0),
        (50, 0.0, 1),
        (50, 1.2e-4, 1),  # from the first to the last quarter of its second half, that is 0.9e-4
        (50, 1.5e-4, 0),
        (299, 1.5e-4, 0),
        (300, 1.5e-4, 1),
        (300, 1.2e-3, 1),
        (300, 1.5e-3, 0),
        (3000, 1.5e-3, 0),
    ],
)
def test_a_sound_sleep_is_seen_after_fifty_epochs_and_a_light_one_after_three_hundred(epochs, fall, count):
    assert len(found(asleep, sleeping(falling(epochs, fall)))) == count


def test_a_slope_is_measured_by_the_loss_of_a_constant_answer():
    assert not found(asleep, sleeping(falling(50, 1.5e-4)))
    assert found(asleep, sleeping(falling(50, 1.5e-4), constant=2.0))


def test_a_loss_that_rises_is_no_learning():
    assert found(asleep, sleeping(falling(50, -0.5)))


@pytest.mark.parametrize(
    ("about", "remedy"),
    [
        ({}, words.ASLEEP_REMEDY),
        ({"settings": {"penalty": "l1", "penalty_rate": 0.05}}, words.ASLEEP_PENALTY_REMEDY.format(rate=0.05)),
        ({"settings": {"penalty": "l1", "penalty_rate": 0.0}}, words.ASLEEP_REMEDY),
        ({"settings": {"penalty": "none", "penalty_rate": 0.05}}, words.ASLEEP_REMEDY),
        ({"dropout": (0.0, 0.5)}, words.ASLEEP_DROPOUT_REMEDY),
        ({"dropout": (0.0, 0.49)}, words.ASLEEP_REMEDY),
        ({"weight": 0.21}, words.ASLEEP_SMALL_REMEDY),  # 0.3 · 0.71 = 0.212
        ({"weight": 0.214}, words.ASLEEP_REMEDY),
        ({"weight": 0.1, "dropout": (0.6, 0.0)}, words.ASLEEP_DROPOUT_REMEDY),
        (
            {"dropout": (0.6, 0.0), "settings": {"penalty": "l2", "penalty_rate": 1.0}},
            words.ASLEEP_PENALTY_REMEDY.format(rate=1),
        ),
    ],
)  # fmt: skip
def test_the_likeliest_cause_decides_the_remedy(about, remedy):
    (finding,) = found(asleep, sleeping(**about))
    assert finding.remedy == remedy
