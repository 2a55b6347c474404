"""From settings to data and a recipe: the same settings always make the same."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.data import Own
from glassbox.run.build import given, recipe, split_data
from glassbox.settings import Settings
from glassbox.tables.chosen import make_points
from glassbox.tables.reading import read_table


def settings_of(**changes):
    return Settings().changed(changes)


def test_the_same_settings_make_the_same_data():
    one, other = split_data(settings_of()), split_data(settings_of())
    assert one.data.x_train.tobytes() == other.data.x_train.tobytes() and one.training == other.training


@pytest.mark.parametrize(("share", "aside"), [(0, 0), (20, 50), (50, 125)])
def test_what_is_set_aside_is_taken_from_what_would_train(share, aside):
    split = split_data(settings_of(samples=500, training_share=50, validation_share=share))
    assert (split.training, split.validation) == (250 - aside, aside)
    assert [len(t) for _, t in split.data.parts] == ([250 - aside, aside, 250] if aside else [250, 250])


def test_inputs_are_the_chosen_features_of_the_points():
    settings = settings_of(features=["x1", "x1_squared"])
    split = split_data(settings)
    assert given(settings, split.points.x).shape == (2, 500)
    assert split.data.x_train.shape == (2, split.training)


def table(target=2):
    """Rows whose last ones, which seldom train, lie far out: numbers, or two classes, over two columns."""
    rows = ((n, n * n % 37 + (500 if n > 35 else 0), 3 * n, "ab"[n % 2]) for n in range(40))
    text = "age,dose,price,kind\n" + "".join(f"{','.join(map(str, row))}\n" for row in rows)
    return make_points(read_table(text.encode()), target, [0, 1]).observations


@pytest.mark.parametrize("share", [10, 50, 90])
@pytest.mark.parametrize("aside", [0, 25])
def test_a_table_is_standardised_by_the_rows_that_train_alone(share, aside):
    own = Own("a", table())
    split = split_data(settings_of(dataset=own, training_share=share, validation_share=aside))
    train = split.data.x_train.astype(np.float64)
    np.testing.assert_allclose(train.mean(axis=1), 0, atol=1e-5)
    np.testing.assert_allclose(train.std(axis=1), 2, rtol=1e-5)
    assert abs(split.data.t_train.mean()) < 1e-5 and split.data.t_train.std() == pytest.approx(1, rel=1e-5)
    assert split.data.unit == split.about.target.unit_length == pytest.approx(np.std(_prices(split)[: split.training]))
    ages, prices = split.about.inputs[0].original(split.points.x[:, 0]), _prices(split)
    np.testing.assert_allclose(3 * ages, prices, atol=1e-3)
    np.testing.assert_allclose(np.sort(ages), np.arange(40), atol=1e-3)


def _prices(split):
    return split.about.target.original(split.points.target)


def test_changing_what_only_tests_changes_nothing_that_is_learned():
    """No number of a test row reaches the network, not even through a mean."""
    whole = table()
    settings = settings_of(dataset=Own("a", whole))
    before = split_data(settings)
    tests = whole.order(settings.data_seed)[before.training :]
    moved = whole.x.copy()
    moved[tests] += 3
    after = split_data(settings.changed({"dataset": Own("a", replace(whole, x=moved))}))
    assert after.data.x_train.tobytes() == before.data.x_train.tobytes()
    assert after.about == before.about and after.data.x_test.tobytes() != before.data.x_test.tobytes()


def test_classes_stay_and_data_that_are_not_standardised_stay_as_they_are():
    kinds = split_data(settings_of(dataset=Own("a", table(target=3))))
    assert set(kinds.points.target.tolist()) == {0, 1} and kinds.data.unit == 1
    older = table()
    older = replace(older, about=replace(older.about, standardised=False))
    split = split_data(settings_of(dataset=Own("a", older)))
    assert split.about is older.about and set(split.points.x[:, 0].tolist()) == set(older.x[:, 0].tolist())


def test_a_layer_may_have_an_activation_of_its_own():
    settings = settings_of(activation="tanh", hidden=[{"units": 3}, {"units": 2, "activation": "relu"}])
    made = recipe(settings, split_data(settings).points).architecture
    assert [each.value for each in made.activations] == ["tanh", "relu"] and made.sizes == (2, 3, 2, 1)
