"""What a check-up measures, against slow twins: the flow through the layers, gradients, updates, neighbours,
histograms.
"""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss
from glassbox.engine.flow import flow
from glassbox.engine.surface import unit_maps
from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.answer import diagnostics
from glassbox.study.diagnostics.baseline import constant_loss
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.curves import Curves
from glassbox.study.diagnostics.histogram import BINS, histogram
from glassbox.study.diagnostics.neighbours import NEAREST, nearest, odd, votes
from glassbox.study.diagnostics.probe import MOST_SAMPLES, Probe, next_updates
from tests import reference
from tests.run.tools import run_of, tell, train_epochs

LAYERS = [{"units": 5}, {"units": 4}]


def trained(epochs=3, **settings):
    run = run_of(**{"hidden": LAYERS, **settings})
    train_epochs(run, epochs)
    return run


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
@pytest.mark.parametrize("activation", list(Activation))
def test_what_flows_through_the_layers_is_what_the_engine_computes(normalization, activation):
    trainer = (run := trained(activation=activation, normalization=normalization)).trainer
    architecture, x = trainer.recipe.architecture, run.data_split.data.x_train
    flowed = flow(architecture, trainer.parameters, trainer.statistics, x)
    windows = ((0, 0), *((0, units) for units in architecture.sizes[1:-1]), (0, 0))
    engines = unit_maps(architecture, trainer.parameters, x, windows, trainer.statistics)
    ours = np.concatenate([values.outputs for values in flowed[:-1]])
    is_off = np.abs(ours - engines) > 1e-4
    assert is_off.mean() < (0.01 if activation is Activation.STEP else 1e-9)  # at a jump, rounding decides


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
def test_sums_and_slopes_are_those_of_the_slow_twin(normalization):
    trainer = (run := trained(normalization=normalization, activation="silu")).trainer
    architecture, x = trainer.recipe.architecture, run.data_split.data.x_train
    sums, outputs = reference.forward(architecture, trainer.parameters, x, trainer.statistics)
    for layer, values in enumerate(flow(architecture, trainer.parameters, trainer.statistics, x)):
        np.testing.assert_allclose(values.given, sums[layer], rtol=1e-3, atol=1e-4)
        weights, biases, *_ = reference.layers_of(architecture, trainer.parameters.astype(np.float64))[layer]
        np.testing.assert_allclose(values.sums, weights @ outputs[layer] + biases[:, None], rtol=1e-3, atol=1e-4)
        slopes = reference.SLOPE[Activation.SILU](sums[layer]) if layer < 2 else np.ones_like(sums[layer])
        np.testing.assert_allclose(values.slopes, slopes, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
def test_gradients_are_those_of_all_samples_without_any_method_on_top(normalization):
    methods = {
        "dropout": 0.3,
        "input_noise": 0.5,
        "penalty": "l2",
        "penalty_rate": 1.0,
        "clip_norm": 0.01,
        "optimizer": "adam",
    }
    run = trained(normalization=normalization, **methods)
    data, recipe = run.data_split.data, run.trainer.recipe
    found = Probe(take_snapshot(run), 100).gradients()
    expected = reference.gradients(
        recipe.architecture,
        recipe.loss,
        run.trainer.parameters,
        data.x_train[:, :100].astype(np.float64),
        data.t_train[:100],
    )
    biases = np.concatenate(
        [np.arange(run.trainer.parameters.size)[recipe.architecture.layout.bias(n)] for n in (1, 2)]
    )
    if normalization == "batch":
        expected[biases] = 0  # batch normalization takes a bias away: what is left in the twin is rounding
    np.testing.assert_allclose(found, expected, atol=2e-5 * np.abs(expected).max() + 1e-7, rtol=1e-3)


def test_the_next_updates_are_the_runs_own_and_leave_it_alone():
    run = trained(optimizer="momentum", dropout=0.2)
    before = run.trainer.parameters.copy()
    updates = next_updates(take_snapshot(run))
    assert np.array_equal(run.trainer.parameters, before)
    layout, steps = run.trainer.recipe.architecture.layout, len(updates.norms)
    for norms in updates.norms:
        then = run.trainer.parameters.copy()
        run.trainer.run(1)
        moved = run.trainer.parameters - then
        np.testing.assert_allclose(norms, [np.linalg.norm(moved[layout.weights(n)]) for n in (1, 2, 3)], rtol=1e-4)
    np.testing.assert_allclose(updates.mean, (run.trainer.parameters - before) / steps, atol=1e-7)


def test_the_loss_elsewhere_is_the_engines():
    run = trained()
    checkup = Checkup(take_snapshot(run))
    data, recipe = run.data_split.data, run.trainer.recipe
    ahead = run.trainer.parameters + np.float32(50) * checkup.updates.mean
    expected = reference.mean_loss(recipe.architecture, recipe.loss, ahead, data.x_train, data.t_train)
    assert checkup.loss_ahead(50) == pytest.approx(expected, rel=1e-4)
    assert checkup.loss == pytest.approx(run.trainer.evaluate().train.loss, rel=1e-5)


BASELINES = {
    "cross-entropy": {"dataset": "unbalanced"},
    "tanh": {"dataset": "unbalanced", "loss": "squared_error"},
    "hinge": {"dataset": "unbalanced", "loss": "hinge"},
    "three classes": {"dataset": "blobs"},
    "three squared": {"dataset": "blobs", "loss": "squared_error"},
    "numbers": {"dataset": "multi_gauss"},
    "absolute": {"dataset": "multi_gauss", "loss": "absolute"},
    "huber": {"dataset": "multi_gauss", "loss": "huber", "huber_delta": 0.2},
}


@pytest.mark.parametrize("settings", BASELINES.values(), ids=BASELINES)
def test_no_constant_answer_costs_less_than_the_baseline(settings):
    run = run_of(**settings)
    recipe, t = run.trainer.recipe, run.data_split.data.t_train
    units = recipe.architecture.sizes[-1]
    tried = np.linspace(-6, 6, 601) if units == 1 else np.linspace(-1.2, 1.2, 13)
    costs = [
        reference.sample_losses(
            recipe.architecture.output,
            recipe.loss,
            np.repeat(np.array(z)[:, None], len(t), axis=1),
            t,
            recipe.huber_delta,
        ).mean()
        for z in itertools.product(tried, repeat=units)
    ]
    assert min(costs) == pytest.approx(constant_loss(recipe, t), rel=0.01)


def test_the_loss_of_a_constant_hinge_of_several_classes_is_never_above_one():
    run = run_of(dataset="blobs", loss="hinge")
    assert constant_loss(run.trainer.recipe, run.data_split.data.t_train) == 1.0
    assert run.trainer.recipe.loss is Loss.HINGE


def test_neighbours_are_the_nearest_and_odd_labels_are_contradicted():
    chance = np.random.default_rng(5)
    x, labels = chance.normal(size=(2, 60)).astype(np.float32), chance.integers(0, 3, 60)
    near = nearest(x)
    for sample, found in enumerate(near):
        distances = np.linalg.norm(x - x[:, sample : sample + 1], axis=0)
        distances[sample] = np.inf
        assert sorted(found) == sorted(np.argsort(distances)[:NEAREST])
    counts = votes(labels, near, 3)
    for sample in range(60):
        assert counts[sample].tolist() == [int((labels[near[sample]] == each).sum()) for each in range(3)]
        assert odd(labels, counts)[sample] == ((labels[near[sample]] != labels[sample]).sum() >= NEAREST - 1)
    assert nearest(x[:, :3]).shape == (3, 2)


def test_a_histogram_counts_what_is_finite():
    numbers = np.array([-1.0, -0.99, 0.0, 0.01, 1.0, np.inf, np.nan])
    found = histogram(numbers)
    assert found.reach == 1 and sum(found.counts) == 5
    assert (found.counts[0], found.counts[BINS // 2], found.counts[-1]) == (2, 2, 1)
    assert histogram(np.zeros(4)).counts[BINS // 2] == 4
    assert sum(histogram(np.array([np.nan])).counts) == 0


def test_the_answer_is_plain_json_and_says_how_much_was_looked_at():
    run = trained(normalization="batch", samples=2000)
    answer = diagnostics(take_snapshot(run))
    assert (answer.samples, answer.training) == (MOST_SAMPLES, 1000)
    first, _, last = answer.layers
    assert first.pictures.normalized.reach == first.pictures.sums.reach
    assert sum(first.pictures.sums.counts) == 5 * MOST_SAMPLES and sum(first.pictures.weights.counts) == 10
    assert last.activation is None and last.pictures.outputs is None and last.flat is None


def test_flat_parts_and_idle_units_by_hand():
    run = run_of(hidden=[{"units": 3}], activation="relu")
    run.trainer.set_bias(1, 1, -1000.0)
    layer = Checkup(take_snapshot(run)).layers[0]
    sums = layer.weights @ run.data_split.data.x_train + layer.biases[:, None]
    assert layer.idle == 1 and layer.flat_share == pytest.approx((sums <= 0).mean(), abs=0.01)


def test_a_network_beyond_the_numbers_is_looked_at_all_the_same():
    run = run_of(hidden=[{"units": 16}] * 6, activation="relu", initialization="he", gain=20.0, dataset="multi_gauss")
    answer = diagnostics(take_snapshot(run))
    assert answer.findings and all(layer.update_ratio is None for layer in answer.layers)


def test_of_a_large_network_fewer_samples_are_looked_at():
    run = run_of(hidden=[{"units": 128}] * 8)
    specimen = take_snapshot(run)
    assert Checkup(specimen).samples < 250
    assert Checkup(replace(specimen, curves=run.history.curves.stored())).curves.length == 0


@pytest.mark.parametrize(
    "change", [{"dataset": "xor"}, {"hidden": [{"units": 6}]}, {"loss": "squared_error"}, {"input_scale": 2.0}]
)
def test_curves_begin_anew_where_data_or_network_become_others(change):
    run = run_of()
    for _ in range(8):
        train_epochs(run, 1)
        run.evaluate()
    tell(run, "configure", changes={"learning_rate": 0.1})
    assert Curves.of(take_snapshot(run).curves).epochs[0] == 1
    tell(run, "configure", changes=change)
    train_epochs(run, 2)
    run.evaluate()
    assert Curves.of(take_snapshot(run).curves).epochs.tolist() in ([10], [8, 10])
