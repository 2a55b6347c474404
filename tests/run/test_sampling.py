"""Which points train and which test: by share or by two numbers, with label noise in both or in training alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.data import Own, describe, is_made
from glassbox.engine.choices import Problem
from glassbox.engine.data_choices import Dataset
from glassbox.run.build import split_data
from glassbox.run.sampling import learned_from, sample
from glassbox.settings import Settings
from glassbox.tables.chosen import make_points
from glassbox.tables.drawn import drawn
from glassbox.tables.reading import read_table

ROWS = 60
FORMULAS = ["formula:x1*x2>1", "formula:sin(x1)", "formula:sqrt(x1)+x2"]  # classes, a curve, one left out on half


def table(target):
    text = "age,dose,price,kind\n" + "".join(f"{n},{n * n % 37},{n * 7 % 59},{'abc'[n % 3]}\n" for n in range(ROWS))
    return Own(f"table{target}", make_points(read_table(text.encode()), target, [0, 1]).observations)


def drawing():
    return Own("drawing", drawn([(k % 8 - 4, k % 5 - 2, k % 2) for k in range(ROWS)], Problem.BINARY, 2))


SOURCES = [*Dataset, *FORMULAS, table(2), table(3), drawing()]
every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: getattr(source, "value", source))
every_split = pytest.mark.parametrize("split", ["share", "counts"])
MADE = [source for source in SOURCES if is_made(Settings().changed({"dataset": source}).dataset)]
TABLES = [source for source in SOURCES if source not in MADE]
made, tables = (pytest.mark.parametrize("source", some, ids=str) for some in (MADE, TABLES))
NOISY = {"noise": 0.3, "label_noise": 0.4, "data_seed": 5}


def split_of(source, **changes):
    return split_data(Settings().changed({"dataset": source, **changes}))


def by_counts(source, training, test, **changes):
    return split_of(source, split="counts", training_samples=training, test_samples=test, **changes)


def parts(split):
    """Places and targets: first those that are learned from, then those that test."""
    return parts_of(split.points, split.training + split.validation)


def parts_of(points, learning):
    return [[each[rows] for each in (points.x, points.target)] for rows in (slice(learning), slice(learning, None))]


def same(one, other):
    return all(a.tobytes() == b.tobytes() for a, b in zip(one, other, strict=True))


@every_source
@every_split
@pytest.mark.parametrize("aside", [0, 20])
def test_with_clean_test_labels_all_else_stays_and_the_test_asks_for_the_true_answers(source, split, aside):
    own = {"split": split, "training_samples": 30, "test_samples": 20, "validation_share": aside}
    clean, noisy, true = (
        split_of(source, **{**NOISY, **own, **more})
        for more in ({"test_labels": "clean"}, {}, {"label_noise": 0.0})
    )  # fmt: skip
    assert same(parts(clean)[0], parts(noisy)[0])
    assert clean.points.x.tobytes() == noisy.points.x.tobytes()
    assert same(parts(clean)[1], parts(true)[1]) and not same(parts(clean)[1], parts(noisy)[1])
    assert clean.data.t_train.tobytes() == noisy.data.t_train.tobytes()
    assert clean.data.t_test.tobytes() == true.data.t_test.tobytes()
    if aside:
        assert clean.data.t_validation.tobytes() == noisy.data.t_validation.tobytes()


@every_source
def test_without_label_noise_clean_labels_change_nothing(source):
    settings = Settings().changed({"dataset": source})
    clean = settings.changed({"test_labels": "clean"})
    assert same(parts(split_data(settings))[1], parts(split_data(clean))[1])


@every_source
def test_by_counts_there_are_as_many_as_asked_for(source):
    split = by_counts(source, 30, 20)
    assert (split.training, split.data.t_test.size, len(split.points.target)) == (30, 20, 50)
    assert split.data.x_train.shape[1] == 30 and split.data.x_test.shape[1] == 20


@every_source
@pytest.mark.parametrize(("few", "many"), [(1, 2), (7, 30), (30, 31)])
def test_more_that_train_keep_the_earlier_ones_and_leave_the_test(source, few, many):
    before, after = (drawn_by_counts(source, count, 25) for count in (few, many))
    assert same([each[:few] for each in parts_of(after, many)[0]], parts_of(before, few)[0])
    assert same(parts_of(after, many)[1], parts_of(before, few)[1])


def drawn_by_counts(source, training, test):
    """As they are before a table's columns are standardised by those that train."""
    asked = {"split": "counts", "training_samples": training, "test_samples": test}
    settings = Settings().changed({"dataset": source, **NOISY, **asked})
    points, learning = sample(settings.dataset, settings)
    assert learning == training
    return points


@made
def test_more_that_test_keep_the_earlier_ones_and_leave_what_trains(source):
    few, many = (by_counts(source, 40, count, **NOISY) for count in (30, 2000))
    assert same(parts(few)[0], parts(many)[0])
    assert same(parts(few)[1], [each[:30] for each in parts(many)[1]])


@made
def test_what_trains_is_the_same_by_share_and_by_counts_and_the_test_is_drawn_apart(source):
    share, counts = split_of(source, samples=100, training_share=40, **NOISY), by_counts(source, 40, 60, **NOISY)
    assert same(parts(share)[0], parts(counts)[0])
    assert not set(parts(share)[1][0][:, 0].tolist()) & set(parts(counts)[1][0][:, 0].tolist())


@made
def test_no_point_that_trains_tests(source):
    (learned, _), (test, _) = parts(by_counts(source, 2500, 2500))
    assert not set(map(tuple, learned.tolist())) & set(map(tuple, test.tolist()))


@tables
def test_a_table_tests_with_the_last_rows_of_its_order_and_trains_with_the_first(source):
    every = Settings().changed({"dataset": source, "samples": 5000, **NOISY})
    places = sample(every.dataset, every)[0].x
    assert drawn_by_counts(source, 30, 20).x.tobytes() == np.concatenate([places[:30], places[-20:]]).tobytes()


@tables
@pytest.mark.parametrize(("training", "test"), [(2500, 2500), (2000, 500), (1, 2500), (2500, 1)])
def test_too_small_a_table_is_divided_in_that_proportion(source, training, test):
    split = by_counts(source, training, test)
    rows = len(split.points.target)
    assert rows == describe(source).available
    assert split.training == min(max(round(rows * training / (training + test)), 1), rows - 1)


@pytest.mark.parametrize("split", ["share", "counts"])
@given(count=st.integers(2, 5000), share=st.integers(10, 90), sizes=st.tuples(*[st.integers(1, 2500)] * 2))
def test_one_point_at_least_trains_and_one_tests(split, count, share, sizes):
    training, test = sizes
    asked = {"split": split, "training_share": share, "training_samples": training, "test_samples": test}
    assert 1 <= learned_from(count, Settings().changed(asked)) < count


def test_a_table_is_standardised_by_those_that_train_by_counts_too():
    split = by_counts(table(2), 10, 25)
    np.testing.assert_allclose(split.data.x_train.astype(float).mean(axis=1), 0, atol=1e-5)
    assert abs(split.data.x_test.astype(float).mean(axis=1)).max() > 1e-3
