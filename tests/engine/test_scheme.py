"""The number of today's rules, and what a seed gives by them: whoever changes that raises the number."""

import numpy as np
import pytest

from glassbox.engine.choices import Initialization
from glassbox.engine.data_choices import Dataset
from glassbox.engine.generators import generate
from glassbox.engine.layout import Layout
from glassbox.engine.network import initial_parameters
from glassbox.engine.scheme import FIRST_SCHEME, SCHEME

WEIGHTS = [0.68052, -0.90261, -0.90977, 0.90027, 0.0, 0.0]
POINTS = [[2.97266, -0.73681], [-1.27289, 3.79142]]
OF_DATA_SETS = {  # sums of x₁, of the last column and of the targets
    Dataset.CIRCLE: [7.967, 8.138, 29.000],
    Dataset.XOR: [13.625, 4.502, 20.000],
    Dataset.GAUSS: [-7.464, -12.048, 21.000],
    Dataset.SPIRAL: [21.696, -11.771, 26.000],
    Dataset.MOONS: [-34.556, -10.281, 26.000],
    Dataset.BLOBS: [9.526, -22.233, 48.000],
    Dataset.SPIRAL3: [33.601, -1.278, 49.000],
    Dataset.PLANE: [14.304, 7.156, 1.500],
    Dataset.MULTI_GAUSS: [14.304, 7.156, 1.583],
    Dataset.RINGS: [-15.380, 8.251, 20.000],
    Dataset.CHECKERBOARD: [14.304, 7.156, 28.000],
    Dataset.UNBALANCED: [-59.225, -61.164, 19.000],
    Dataset.SPIRAL5: [0.839, -15.031, 97.000],
    Dataset.BALL: [-34.399, 0.918, 20.000],
    Dataset.LINE_OUTLIERS: [14.304, 0.000, -12.510],
    Dataset.SINE: [-5.435, 0.000, -6.968],
    Dataset.STEP: [-5.435, 0.000, -2.466],
    Dataset.SAW_TOOTH: [-5.435, 0.000, -2.697],
    Dataset.PENGUINS: [0.974, -8.520, 52.000],
    Dataset.DIGITS: [-1.710, -0.177, 229.000],
}


def test_the_number_is_above_the_first():
    assert SCHEME == 2 > FIRST_SCHEME == 1


def test_what_a_seed_gives_by_these_rules():
    """Rounded, as another NumPy may differ in the last bit."""
    weights = initial_parameters(Layout((2, 2)), Initialization.XAVIER_UNIFORM, 1.0, seed=42)
    points = generate(Dataset.CIRCLE, 2, noise=0.5, label_noise=0.0, seed=1)
    np.testing.assert_allclose(weights, WEIGHTS, atol=1e-4)
    np.testing.assert_allclose(points.x, POINTS, atol=1e-4)


@pytest.mark.parametrize("dataset", OF_DATA_SETS, ids=lambda dataset: dataset.value)
def test_what_a_seed_gives_of_each_data_set_by_these_rules(dataset):
    points = generate(dataset, 50, noise=0.3, label_noise=0.2, seed=5)
    found = [points.x[:, 0].sum(), points.x[:, -1].sum(), points.target.sum()]
    np.testing.assert_allclose(found, OF_DATA_SETS[dataset], atol=2e-3)
