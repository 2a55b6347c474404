"""Copies of a live network to take home: its very weights, and programs that say what it says."""

from contextvars import copy_context

import numpy as np
import pytest

from glassbox.data import Own
from glassbox.engine.surface import logits
from glassbox.exports.formats import Format
from glassbox.exports.reading import read_network
from glassbox.exports.take_home import take_home
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.settings import Settings
from glassbox.study.copying import network_copy
from glassbox.study.opening import from_file, from_row
from glassbox.tables.chosen import make_points
from glassbox.tables.reading import read_table
from glassbox.words.current import speak
from glassbox.words.languages import language_of
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
    "a triangle wave": dict(dataset="triangle4", activation="relu"),
    "numbers": dict(dataset="multi_gauss", normalization="batch", dropout=0.2),
    "a table": dict(dataset=Own("a", TABLE), training_share=20),
}


def columns_of(run, copy):
    """The test points as whoever takes the network home has them."""
    points = run.data_split.points.x[run.data_split.training :, : len(copy.columns)]
    mean, spread = np.array([[column.mean, column.spread] for column in copy.columns]).T
    return (points * spread + mean).astype(np.float32)


def sums_of(run):
    """The engine's logits of the test points."""
    state = run.trainer.state()
    return logits(run.trainer.recipe.architecture, state.parameters, run.data_split.data.x_test, state.statistics)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_the_program_says_what_the_engine_says(settings):
    run = run_of(**settings)
    train_epochs(run, 5)
    snapshot, program = take_snapshot(run), {}
    copy = network_copy(snapshot)
    exec(take_home(copy, Format.NUMPY).content, program)
    said, sums = program["predict"](columns_of(run, copy)), sums_of(run)
    if len(copy.class_names) > 2:
        assert (said.argmax(axis=1) == sums.argmax(axis=0)).mean() > 0.99
    elif copy.class_names:
        assert said[:, 0] == pytest.approx(1 / (1 + np.exp(-sums[0].astype(float))), abs=1e-4)
    else:
        assert said[:, 0] == pytest.approx(sums[0], abs=1e-4)


@pytest.mark.parametrize("case", ["eight inputs", "two scales", "a triangle wave"])
def test_of_many_inputs_or_one_the_model_says_so_too_and_the_file_opens_again(case):
    onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not to be had for this Python")
    run = run_of(**CASES[case])
    train_epochs(run, 2)
    copy = network_copy(take_snapshot(run))
    session = onnxruntime.InferenceSession(take_home(copy, Format.ONNX).content, providers=["CPUExecutionProvider"])
    (said,) = session.run(["predictions"], {"x": columns_of(run, copy)})
    assert said[:, 0] == pytest.approx(sums_of(run)[0], abs=1e-4)
    opened = read_network(take_home(copy, Format.JSON).content)
    order = from_file(opened, opened.settings, run.settings.dataset)
    assert order.settings == run.settings
    assert order.parameters.tobytes() == run.trainer.parameters.tobytes()


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


def test_names_are_in_the_language_of_whoever_takes_the_network_home():
    def work():
        speak(language_of("en-XA"))
        return network_copy(snapshot)

    run = run_of()
    train_epochs(run, 1)
    snapshot = take_snapshot(run)
    english, other = network_copy(snapshot), copy_context().run(work)
    assert english.class_names == ("negative", "positive")
    assert len(other.class_names) == 2 and all("⟦" in name for name in other.class_names)
    assert other.columns == english.columns and other.parameters.tobytes() == english.parameters.tobytes()
