"""The check-up as the page is told it."""

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.answer import diagnostics
from glassbox.study.diagnostics.probe import MOST_SAMPLES
from tests.run.tools import run_of, train_epochs

LAYERS = [{"units": 5}, {"units": 4}]


def trained(epochs=3, **settings):
    run = run_of(**{"hidden": LAYERS, **settings})
    train_epochs(run, epochs)
    return run


def test_the_answer_is_plain_json_and_says_how_much_was_looked_at():
    run = trained(normalization="batch", samples=2000)
    answer = diagnostics(take_snapshot(run))
    assert (answer.samples, answer.training) == (MOST_SAMPLES, 1000)
    first, _, last = answer.layers
    assert first.pictures.normalized.reach == first.pictures.sums.reach
    assert sum(first.pictures.sums.counts) == 5 * MOST_SAMPLES and sum(first.pictures.weights.counts) == 10
    assert last.activation is None and last.pictures.outputs is None and last.flat is None


def test_a_network_beyond_the_numbers_is_looked_at_all_the_same():
    run = run_of(hidden=[{"units": 16}] * 6, activation="relu", initialization="he", gain=20.0, dataset="multi_gauss")
    answer = diagnostics(take_snapshot(run))
    assert answer.findings and all(layer.update_ratio is None for layer in answer.layers)
