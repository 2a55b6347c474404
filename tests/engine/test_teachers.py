"""What teachers teach, against the same said point by point; and that a seed has one teacher, whoever asks."""

import math

import numpy as np
import pytest

from glassbox.engine import teachers
from glassbox.engine.data_rng import DataRng
from glassbox.engine.streams import Purpose, stream

NETWORKS = pytest.mark.parametrize(("shape", "units"), [(teachers.teacher, 30), (teachers.small_teacher, 3)])
SHAPES = [teachers.teacher, teachers.small_teacher, teachers.two_scales]


def points(shape, count=400, seed=4):
    """Inputs [n, inputs] and targets [n]."""
    *columns, target = shape(DataRng(seed, count))
    return np.stack(columns, axis=1), target


def network_of(seed, units):
    """Hidden weights, biases and output weights, one by one, and inputs to be standardised by."""
    own = stream(seed, Purpose.TEACHER)
    weights = [[own.standard_normal() / math.sqrt(8) for _ in range(8)] for _ in range(units)]
    biases = [own.standard_normal() / 2 for _ in range(units)]
    return weights, biases, [own.standard_normal() for _ in range(units)], own.standard_normal((8, 4096)).T


def output_of(network, x):
    weights, biases, output, _ = network
    sums = [math.fsum(w * v for w, v in zip(row, x, strict=True)) + b for row, b in zip(weights, biases, strict=True)]
    return math.fsum(a * max(0.0, z) for a, z in zip(output, sums, strict=True))


@NETWORKS
def test_a_teacher_is_a_random_network_with_mean_0_and_variance_1(shape, units):
    x, target = points(shape, count=40)
    network = network_of(4, units)
    usual = [output_of(network, each) for each in network[3].tolist()]
    mean = math.fsum(usual) / len(usual)
    spread = math.sqrt(math.fsum((each - mean) ** 2 for each in usual) / len(usual))
    np.testing.assert_allclose(target, [(output_of(network, each) - mean) / spread for each in x], atol=1e-10)


@NETWORKS
def test_its_targets_have_mean_0_and_variance_1(shape, units):
    _, target = points(shape, count=20_000)
    assert abs(target.mean()) < 0.05 and target.var() == pytest.approx(1, abs=0.1)


def test_two_scales_are_a_weighted_sum_of_inputs_before_they_are_made_small():
    x, target = points(teachers.two_scales, count=300)
    taken = x / np.array([1.0] * 60 + [0.05] * 4)
    weights, (left,), *_ = np.linalg.lstsq(taken, target, rcond=None)
    assert left < 1e-20 and taken.std() == pytest.approx(1, abs=0.02)
    own = stream(4, Purpose.TEACHER)
    drawn = np.array([own.standard_normal() for _ in range(64)])
    np.testing.assert_allclose(weights[:60], 1.2 * drawn[:60] / np.linalg.norm(drawn[:60]), atol=1e-10)
    np.testing.assert_allclose(weights[60:], drawn[60:] / np.linalg.norm(drawn[60:]), atol=1e-10)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_point_has_the_same_bytes_in_any_crowd(shape):
    few, many = points(shape, count=7), points(shape, count=2000)
    assert few[0].tobytes() == many[0][:7].tobytes() and few[1].tobytes() == many[1][:7].tobytes()


@pytest.mark.parametrize("shape", SHAPES)
def test_another_seed_has_another_teacher(shape):
    one, other = points(shape, seed=1), points(shape, seed=2)
    assert not (one[0] == other[0]).any() and not (one[1] == other[1]).any()
