"""The hidden points: as many, of the same data, of another seed; scores are those of a NumPy twin."""

import numpy as np
import pytest

from glassbox.data import points_from
from glassbox.engine.data_choices import Dataset
from glassbox.run.build import given
from glassbox.settings import Settings
from glassbox.study.challenge.ground import TAUGHT, Ground, ground_of
from glassbox.study.challenge.hidden import POINTS, hidden_points
from tests import reference
from tests.run.own import some_own
from tests.run.tools import bytes_of, run_of, train_epochs

SECRET = 987_654_321


@pytest.mark.parametrize(
    "settings",
    [
        {"dataset": "circle", "noise": 0.3, "label_noise": 0.1},
        {"dataset": "spiral3", "activation": "relu"},
        {"dataset": "multi_gauss", "loss": "huber", "huber_delta": 0.4},
        {"dataset": "sine", "hidden": [{"units": 8}]},
        {"dataset": "formula:x1*x2 > 1", "features": ["x1", "x2", "x1_x2"]},
    ],
)
def test_the_score_is_that_of_a_twin(settings):
    run = run_of(**settings)
    train_epochs(run, 5)
    hidden = hidden_points(Ground(run.settings), SECRET)
    told, before = hidden.measures(run.now()), bytes_of(run)
    assert len(hidden.points.target) == POINTS
    recipe, t = run.trainer.recipe, hidden.points.target
    x = given(run.settings, hidden.points.x)
    twin = reference.mean_loss(
        recipe.architecture, recipe.loss, run.trainer.parameters, x, t, run.trainer.statistics, recipe.huber_delta
    )
    assert told.loss == pytest.approx(twin, rel=1e-4)
    if told.accuracy is not None:
        assert told.accuracy == pytest.approx(
            reference.accuracy(recipe.architecture, run.trainer.parameters, x, t, run.trainer.statistics), abs=1e-3
        )
    assert bytes_of(run) == before


@pytest.mark.parametrize(
    ("dataset", "inputs", "scale"),
    [
        ("penguins", 2, None),
        ("digits", 64, None),
        (some_own(rows=200), 3, None),
        (some_own(rows=200, target=0), 3, "unit"),  # a number to predict
    ],
)
def test_on_real_and_own_data_the_score_is_that_of_a_twin_on_the_held_rows_alone(dataset, inputs, scale):
    ground = ground_of(Settings().changed({"dataset": dataset, "validation_share": 20}), SECRET, "left")
    run = run_of(**{name: getattr(ground.start, name) for name in ("dataset", "validation_share")})
    train_epochs(run, 5)
    told, x = hidden_points(ground, SECRET).measures(run.now()), ground.held.x.astype(np.float64)
    recipe, t, about = run.trainer.recipe, ground.held.target.astype(np.float64), ground.held.about
    if about.standardised:
        kept = ground.start.dataset.observations
        training = kept.order(run.settings.data_seed)[: run.data_split.training]
        x = width_2(x, kept.x[training])
        t = width_2(t, kept.target[training], run.data_split.about.target.width) if scale else t
    twin = reference.mean_loss(
        recipe.architecture, recipe.loss, run.trainer.parameters, x.T[:inputs], t, run.trainer.statistics, 1.0
    )
    assert told.loss == pytest.approx(twin, rel=1e-3)
    if scale:
        kept, about = ground.start.dataset.observations, about.target
        spread = kept.target[training].astype(np.float64).std() * about.unit_length
        assert told.rmse == pytest.approx(np.sqrt(2 * twin) * spread / about.width, rel=1e-2)


def width_2(values, training, width=2.0):
    known = training.astype(np.float64)
    return (values - known.mean(axis=0)) / known.std(axis=0) * width


def test_none_of_them_is_a_point_that_a_page_got():
    run = run_of(dataset="circle", samples=2000)
    known = {tuple(point) for point in run.data_split.points.x.tolist()}
    assert known.isdisjoint(map(tuple, hidden_points(Ground(run.settings), SECRET).points.x.tolist()))


def test_they_are_noisy_where_the_test_is():
    noisy = Settings().changed({"label_noise": 0.4})
    clean = noisy.changed({"test_labels": "clean"})
    plain = points_from(Dataset.CIRCLE, POINTS, 0.0, 0.0, SECRET).target
    assert np.array_equal(hidden_points(Ground(clean), SECRET).points.target, plain)
    assert 0.3 < (hidden_points(Ground(noisy), SECRET).points.target != plain).mean() < 0.5


def test_one_rule_makes_the_points_of_all_seeds_where_a_challenge_can_be_held():
    """A network that has learned one seed's points does as well on another's."""
    for dataset in TAUGHT:
        one, other = (points_from(dataset, 50, 0.0, 0.0, seed).target for seed in (1, 2))
        assert not np.allclose(np.sort(one), np.sort(other))
