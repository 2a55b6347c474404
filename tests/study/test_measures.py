"""The measures against plain counts and sums in float64."""

import numpy as np
import pytest
from msgspec import UNSET

from glassbox.data import describe
from glassbox.run.answers import take_snapshot
from glassbox.run.frame.predictions import misclassified
from glassbox.study.measures import confusion_matrix, measures
from tests import reference
from tests.run.tools import run_of, train_epochs

MULTICLASS = dict(dataset="spiral3", label_noise=0.2, learning_rate=0.1)
CASES = {
    "two classes": dict(dataset="xor", label_noise=0.1),
    "three classes": MULTICLASS,
    "hinge": MULTICLASS | dict(loss="hinge"),
    "batch normalization": dict(dataset="moons", normalization="batch", dropout=0.3),
}


def twin_sums(run, x):
    """The output layer's sums in plain float64, without the engine's kernels."""
    architecture, statistics = run.trainer.recipe.architecture, run.trainer.statistics.astype(np.float64)
    layout, parameters = architecture.layout, run.trainer.parameters.astype(np.float64)
    a, last, first = x.astype(np.float64), len(layout.sizes) - 1, layout.sizes[0]
    for layer in range(1, last + 1):
        z = layout.matrix(parameters, layer) @ a + parameters[layout.bias(layer), None]
        if layer == last:
            return z
        if layer in layout.normalized:
            mean, variance = statistics[:, first : first + len(z), None]
            z = (
                parameters[layout.scale(layer), None] * (z - mean) / np.sqrt(variance + 1e-5)
                + parameters[layout.shift(layer), None]
            )
        a, first = reference.PHI[architecture.activations[layer - 1]](z), first + len(z)
    raise AssertionError


def predicted_by_twin(run, x):
    sums = twin_sums(run, x)
    return (sums[0] > 0).astype(int) if len(sums) == 1 else sums.argmax(axis=0)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_confusion_precision_and_recall_are_counted_right(settings):
    run = run_of(**settings)
    train_epochs(run, 20)
    answer, data = measures(take_snapshot(run)), run.data_split.data
    for name, x, t in (("train", data.x_train, data.t_train), ("test", data.x_test, data.t_test)):
        part, predicted = answer.parts[name], predicted_by_twin(run, x)
        for actual in range(answer.classes):
            for to in range(answer.classes):
                assert part.confusion[actual][to] == sum((t == actual) & (predicted == to))
            hits = sum((t == actual) & (predicted == actual))
            assert part.recall[actual] == pytest.approx(hits / sum(t == actual))
            put = sum(predicted == actual)
            assert part.precision[actual] == (pytest.approx(hits / put) if put else None)
            assert part.f1[actual] == pytest.approx(2 * hits / (put + sum(t == actual)))
        assert part.macro_f1 == pytest.approx(np.mean(part.f1))
        assert part.accuracy == pytest.approx(np.mean(predicted == t)) and part.count == len(t)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_f1_is_scikit_learns(settings):
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed; it is a twin more")
    run = run_of(**settings)
    train_epochs(run, 20)
    part, t = measures(take_snapshot(run)).parts["test"], run.data_split.data.t_test
    predicted = predicted_by_twin(run, run.data_split.data.x_test)
    assert part.f1 == pytest.approx(metrics.f1_score(t, predicted, labels=range(len(part.f1)), average=None))


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_the_marked_points_are_those_the_accuracy_counts_as_wrong(settings):
    run = run_of(**settings)
    train_epochs(run, 5)
    trainer, data_split = run.trainer, run.data_split
    wrong = misclassified(
        data_split.points.problem, trainer.recipe.architecture, trainer.parameters, trainer.statistics, data_split.data
    )
    evaluation = trainer.evaluate()
    assert evaluation.train.accuracy == pytest.approx(1 - wrong[: data_split.training].mean())
    assert evaluation.test.accuracy == pytest.approx(1 - wrong[data_split.training :].mean())
    assert 0 < wrong.sum() < len(wrong)


def test_what_is_set_aside_for_validation_is_a_part_of_its_own():
    assert list(measures(take_snapshot(run_of(dataset="xor"))).parts) == ["train", "test"]
    run = run_of(dataset="xor", label_noise=0.1, validation_share=20)
    train_epochs(run, 10)
    parts, data = measures(take_snapshot(run)).parts, run.data_split.data
    assert list(parts) == ["train", "validation", "test"] and parts["validation"].count == data.t_validation.size > 0
    predicted = predicted_by_twin(run, data.x_validation)
    assert parts["validation"].accuracy == pytest.approx(np.mean(predicted == data.t_validation))
    assert np.trace(parts["validation"].confusion) == sum(predicted == data.t_validation)
    assert parts["validation"].loss == pytest.approx(run.trainer.evaluate().validation.loss)


def test_classes_are_called_as_the_data_call_them():
    assert measures(take_snapshot(run_of(dataset="penguins"))).class_names == ("Adelie", "Chinstrap", "Gentoo")
    assert measures(take_snapshot(run_of(dataset="xor"))).class_names == ()


def test_errors_of_numbers():
    run = run_of(dataset="multi_gauss", label_noise=0.2)
    train_epochs(run, 20)
    answer, data = measures(take_snapshot(run)), run.data_split.data
    for name, x, t in (("train", data.x_train, data.t_train), ("test", data.x_test, data.t_test)):
        part, missed = answer.parts[name], twin_sums(run, x)[0] - t
        assert part.rmse == pytest.approx(np.sqrt(np.mean(missed**2)), rel=1e-4)
        assert part.mae == pytest.approx(np.mean(np.abs(missed)), rel=1e-4)
        assert part.r2 == pytest.approx(1 - np.sum(missed**2) / np.sum((t - t.mean(dtype=np.float64)) ** 2), rel=1e-3)
        assert part.confusion is UNSET
    assert misclassified(
        run.data_split.points.problem, run.trainer.recipe.architecture, run.trainer.parameters, run.trainer.statistics,
        data
    ).size == 0  # fmt: skip


def test_errors_are_in_the_targets_own_unit_wherever_they_are_told():
    run = run_of(dataset="formula:1000*x1 + 5", validation_share=20)
    train_epochs(run, 5)
    told, data, target = measures(take_snapshot(run)).parts, run.data_split.data, describe(run.settings.dataset).target
    assert data.unit == target.unit_length == 3000
    for name, x, t in (("train", data.x_train, data.t_train), ("validation", data.x_validation, data.t_validation)):
        missed = target.original(twin_sums(run, x)[0]) - target.original(t)
        assert told[name].rmse == pytest.approx(np.sqrt(np.mean(missed**2)), rel=1e-4)
        assert told[name].mae == pytest.approx(np.mean(np.abs(missed)), rel=1e-4)
    evaluation, _ = run.evaluate()
    assert evaluation.train.rmse == told["train"].rmse
    assert take_snapshot(run).curves.columns["train_score"][-1] == pytest.approx(told["train"].rmse, rel=1e-5)


def test_sizes_of_weights():
    run = run_of(hidden=[{"units": 5}, {"units": 3}], normalization="layer")
    train_epochs(run, 3)
    answer = measures(take_snapshot(run))
    layout, parameters = run.trainer.recipe.architecture.layout, run.trainer.parameters
    assert answer.parameters == parameters.size == sum(layer.parameters for layer in answer.layers)
    for number, layer in enumerate(answer.layers, 1):
        matrix = layout.matrix(parameters, number)
        assert layer.weights == matrix.size
        assert layer.norm == pytest.approx(np.linalg.norm(matrix), rel=1e-5)
        assert layer.largest == pytest.approx(np.abs(matrix).max(), rel=1e-5)
        assert layer.mean_size == pytest.approx(np.abs(matrix).mean(), rel=1e-5)


def test_a_class_that_is_never_predicted_has_no_precision():
    run = run_of(dataset="circle", initialization="zeros")
    part = measures(take_snapshot(run)).parts["train"]
    assert part.precision[1] is None and part.recall == [1.0, 0.0]
    assert part.f1[1] == 0 and part.macro_f1 == pytest.approx(part.f1[0] / 2)


def test_a_class_that_neither_occurs_nor_is_predicted_has_no_f1_and_leaves_no_average():
    digits = run_of(dataset="digits", samples=10, training_share=90, hidden=[], gain=0.0)
    part = measures(take_snapshot(digits)).parts["test"]
    assert part.count == 1 and part.f1.count(None) >= 8 and part.macro_f1 is None


def test_the_matrix_by_hand():
    actual, predicted = np.array([0, 0, 1, 2, 2]), np.array([0, 2, 1, 2, 0])
    assert confusion_matrix(actual, predicted, 3).tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]
