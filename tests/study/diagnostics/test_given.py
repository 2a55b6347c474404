"""What a network is given: from which size on inputs are out of scale, and which batches are too small."""

from types import SimpleNamespace

import numpy as np
import pytest

from glassbox.engine.choices import Normalization
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.given import small_batches, unscaled_inputs, unseen_classes
from tests.study.diagnostics.checkups import found, made_checkup, recipe_with


def with_inputs(*rows):
    return made_checkup(x=np.array(rows, np.float32))


def with_batches(batch_size, normalization=Normalization.BATCH, training=100):
    data = SimpleNamespace(t_train=np.zeros(training, np.float32))
    snapshot = SimpleNamespace(data_split=SimpleNamespace(data=data))
    return made_checkup(
        recipe=recipe_with((Normalization.NONE, normalization), batch_size=batch_size), snapshot=snapshot
    )


@pytest.mark.parametrize(("size", "count"), [(19.9, 0), (20.1, 1), (0.051, 0), (0.049, 1)])
def test_inputs_are_out_of_scale_above_twenty_and_below_a_twentieth(size, count):
    assert len(found(unscaled_inputs, with_inputs([size, -size, size]))) == count


def test_a_size_is_a_root_mean_square():
    """Of 0 and 29 it is 20.5, of 0 and 28 it is 19.8."""
    assert found(unscaled_inputs, with_inputs([0, 29]))
    assert not found(unscaled_inputs, with_inputs([0, 28]))


def test_one_large_input_is_too_many_and_one_ordinary_input_is_enough():
    (large,) = found(unscaled_inputs, with_inputs([1, -1], [100, -100]))
    assert large.ailment is Ailment.UNSCALED
    assert "typical size is 100," in large.text and "huge" in large.text
    assert not found(unscaled_inputs, with_inputs([0.01, -0.01], [1, -1]))
    (small,) = found(unscaled_inputs, with_inputs([0.01, -0.01], [0.02, -0.02]))
    assert "typical size is 0.02," in small.text and "hardly notices" in small.text


@pytest.mark.parametrize(("batch", "told"), [(1, "only 1 sample at"), (3, "only 3 samples at"), (4, None), (32, None)])
def test_batch_normalization_needs_four_samples(batch, told):
    findings = found(small_batches, with_batches(batch))
    assert [finding.ailment for finding in findings] == ([Ailment.SMALL_BATCHES] if told else [])
    assert not told or (told in findings[0].text and "batches of 8 or more" in findings[0].remedy)


def test_a_batch_is_no_larger_than_the_training_data():
    assert found(small_batches, with_batches(32, training=3))
    assert not found(small_batches, with_batches(32, training=4))


@pytest.mark.parametrize("normalization", [Normalization.NONE, Normalization.LAYER])
def test_without_batch_normalization_a_batch_may_be_of_one(normalization):
    assert not found(small_batches, with_batches(1, normalization))


@pytest.mark.parametrize(
    ("batch", "training", "remedy"), [(249, 250, "246"), (83, 250, "82"), (6, 13, "13"), (5, 11, "11"), (4, 9, "9")]
)
def test_a_last_batch_of_one_is_told_with_a_size_that_leaves_none(batch, training, remedy):
    (finding,) = found(small_batches, with_batches(batch, training=training))
    assert finding.ailment is Ailment.SMALL_BATCHES
    assert f"{training} training samples in batches of {batch} leave a last batch of 1" in finding.text
    assert f"Use batches of {remedy}," in finding.remedy
    assert not found(small_batches, with_batches(int(remedy), training=training))
    assert not found(small_batches, with_batches(batch, training=training + 1))


def with_classes(train, test, names=()):
    data = SimpleNamespace(t_train=np.array(train, np.float32), t_test=np.array(test, np.float32))
    points = SimpleNamespace(classes=int(max(*train, *test)) + 1)
    split = SimpleNamespace(data=data, points=points, about=SimpleNamespace(class_names=names))
    return made_checkup(snapshot=SimpleNamespace(data_split=split), has_classes=True)


def test_classes_that_only_test_are_named():
    (one,) = found(unseen_classes, with_classes([0, 1, 1], [2, 0, 2], ("ash", "oak", "elm")))
    assert one.ailment is Ailment.UNSEEN_CLASSES and "a class of which no sample trains (elm)" in one.text
    (two,) = found(unseen_classes, with_classes([0, 0], [2, 1, 0]))
    assert "2 classes of which no sample trains (2, 3)" in two.text
    (positive,) = found(unseen_classes, with_classes([0, 0], [1, 0]))
    assert "(positive)" in positive.text
    assert not found(unseen_classes, with_classes([0, 1, 2], [2, 2]))
    assert not found(unseen_classes, made_checkup(has_classes=False))
