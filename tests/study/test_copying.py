"""Copies of a live network to take home: its very weights, and programs that say what it says."""

import numpy as np
import pytest

from glassbox.data import Own
from glassbox.engine.surface import logits
from glassbox.exports.formats import Format
from glassbox.exports.take_home import take_home
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.settings import Settings
from glassbox.study.copying import network_copy
from glassbox.study.opening import from_row
from glassbox.tables.chosen import make_points
from glassbox.tables.reading import read_table
from tests.run.tools import run_of, train_epochs

TABLE = make_points(
    read_table(("age,dose,kind\n" + "".join(f"{n},{n * n % 37},{'ab'[n % 2]}\n" for n in range(60))).encode()),
    2,
    [0, 1],
).observations
CASES = {
    "two classes": dict(dataset="moons"),
    "real data, standardised": dict(dataset="penguins"),
    "scaled inputs": dict(dataset="xor", input_scale=3.0, features=["x1", "x1_x2", "sin_x1"]),
    "more inputs than two": dict(dataset="digits", hidden=[{"units": 12}]),
    "more inputs, scaled": dict(dataset="digits", hidden=[{"units": 12}], input_scale=0.1),
    "eight inputs": dict(dataset="teacher", split="counts", training_samples=80, test_samples=200),
    "two scales": dict(dataset="two_scales", hidden=[]),
    "one input": dict(dataset="sine", samples=40),
    "numbers": dict(dataset="multi_gauss", normalization="batch", dropout=0.2),
    "a table": dict(dataset=Own("a", TABLE), training_share=20),
}


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_the_program_says_what_the_engine_says(settings):
    run = run_of(**settings)
    train_epochs(run, 5)
    snapshot, program = take_snapshot(run), {}
    copy = network_copy(snapshot)
    exec(take_home(copy, Format.NUMPY).content, program)
    points = run.data_split.points.x[run.data_split.training :]
    points = points[:, : len(copy.columns)]
    columns = np.array([[column.mean, column.spread] for column in copy.columns]).T
    said = program["predict"]((points * columns[1] + columns[0]).astype(np.float32))
    state = snapshot.state
    sums = logits(snapshot.recipe.architecture, state.parameters, run.data_split.data.x_test, state.statistics)
    if len(copy.class_names) > 2:
        assert (said.argmax(axis=1) == sums.argmax(axis=0)).mean() > 0.99
    elif copy.class_names:
        assert said[:, 0] == pytest.approx(1 / (1 + np.exp(-sums[0].astype(float))), abs=1e-4)
    else:
        assert said[:, 0] == pytest.approx(sums[0], abs=1e-4)


def test_columns_of_a_table_are_scaled_by_the_rows_that_train():
    """By the mean and deviation of the training part alone; the plane has 2 for one deviation."""
    run = run_of(**CASES["a table"])
    split, copy = run.data_split, network_copy(take_snapshot(run))
    own = np.stack([each.original(split.points.x[:, at]) for at, each in enumerate(split.about.inputs)], axis=1)
    mean, deviation = own[: split.training].mean(axis=0), own[: split.training].std(axis=0)
    assert [column.mean for column in copy.columns] == pytest.approx(mean, rel=1e-5)
    assert [2 * column.spread for column in copy.columns] == pytest.approx(deviation, rel=1e-5)
    np.testing.assert_allclose(2 * (own - mean) / deviation, split.points.x, atol=1e-4)


def test_what_opens_again_has_the_very_weights():
    run = run_of(input_scale=2.0)
    train_epochs(run, 1)
    copy = network_copy(take_snapshot(run))
    assert copy.parameters.tobytes() == run.trainer.parameters.tobytes() and copy.epochs == 1


def test_a_run_of_data_that_are_gone_is_not_run_on_others():
    with pytest.raises(Refusal, match="no longer on the server"):
        from_row(Settings().model_dump(mode="json") | {"dataset": "own.AAAAAAAAAAAAAAAAAAAAAA"})
