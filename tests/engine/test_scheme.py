"""The number of today's rules, and what a seed gives by them: whoever changes that raises the number."""

import numpy as np

from glassbox.engine.choices import Dataset, Initialization
from glassbox.engine.generators import generate
from glassbox.engine.layout import Layout
from glassbox.engine.network import initial_parameters
from glassbox.engine.scheme import FIRST_SCHEME, SCHEME

WEIGHTS = [0.68052, -0.90261, -0.90977, 0.90027, 0.0, 0.0]
POINTS = [[2.97266, -0.73681], [-1.27289, 3.79142]]


def test_the_number_is_above_the_first():
    assert SCHEME == 2 > FIRST_SCHEME == 1


def test_what_a_seed_gives_by_these_rules():
    """Rounded, as another NumPy may differ in the last bit."""
    weights = initial_parameters(Layout((2, 2)), Initialization.XAVIER_UNIFORM, 1.0, seed=42)
    points = generate(Dataset.CIRCLE, 2, noise=0.5, label_noise=0.0, seed=1)
    np.testing.assert_allclose(weights, WEIGHTS, atol=1e-4)
    np.testing.assert_allclose(points.x, POINTS, atol=1e-4)
