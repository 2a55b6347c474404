"""The real data sets: the numbers that were published, named and licensed, and small."""

from pathlib import Path

import numpy as np
import pytest

from glassbox.engine import real_data as real_data_room
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import EDGE
from glassbox.engine.generators import describe
from glassbox.engine.real_data import is_real, real_data

REAL = [Dataset.PENGUINS, Dataset.DIGITS]
REAL_DATA = Path(real_data_room.__file__).parent


def test_real_are_those_that_have_a_file():
    assert [dataset for dataset in Dataset if is_real(dataset)] == REAL
    assert {file.stem for file in REAL_DATA.glob("*.npz")} == set(REAL)


@pytest.mark.parametrize("dataset", REAL)
def test_observations_are_read_once_and_each_has_a_row_of_its_own(dataset):
    observed = real_data(dataset)
    assert real_data(dataset) is observed
    assert observed.x.dtype == observed.target.dtype == np.float32 and observed.x.flags.c_contiguous
    np.testing.assert_array_equal(observed.rows, np.arange(observed.about.available))
    assert len(observed.x) == len(observed.target) == observed.about.available
    assert observed.x.shape[1] == len(observed.about.inputs)


@pytest.mark.parametrize("dataset", REAL)
def test_a_real_data_set_names_all_that_it_has_and_its_licence(dataset):
    about = describe(dataset)
    assert len(about.class_names) == about.classes and all(quantity.name for quantity in about.inputs)
    assert "CC" in dataset.note
    sources = (REAL_DATA / "SOURCES.md").read_text("utf-8")
    assert f"{dataset.value}.npz" in sources


def test_penguins_are_the_published_ones():
    about, birds = describe(Dataset.PENGUINS), real_data(Dataset.PENGUINS)
    assert np.bincount(birds.target.astype(int)).tolist() == [151, 68, 123]
    assert about.class_names == ("Adelie", "Chinstrap", "Gentoo")
    assert [(quantity.name, quantity.unit) for quantity in about.inputs] == [
        ("bill length", "mm"),
        ("bill depth", "mm"),
    ]
    assert [round(quantity.mean, 2) for quantity in about.inputs] == [43.92, 17.15]
    assert [round(quantity.spread, 2) for quantity in about.inputs] == [5.45, 1.97]
    first = [float(quantity.original(x)) for quantity, x in zip(about.inputs, birds.x[0], strict=True)]
    np.testing.assert_allclose(first, [39.1, 18.7], rtol=1e-6)


def test_penguins_are_standardised_and_fit_the_plane():
    birds = real_data(Dataset.PENGUINS)
    np.testing.assert_allclose(birds.x.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(birds.x.std(axis=0), 2, rtol=1e-5)
    assert np.abs(birds.x).max() <= EDGE


def test_digits_are_pictures_of_blank_0_and_ink_1():
    digits, about = real_data(Dataset.DIGITS), describe(Dataset.DIGITS)
    assert digits.x.shape == (1797, 64) and digits.x.min() == 0 and digits.x.max() == 1
    assert np.bincount(digits.target.astype(int)).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert about.class_names == tuple("0123456789")
    assert about.inputs[8].name == "pixel in row 2, column 1"
    assert about.inputs[8].original(np.float32(1)) == 16


def test_digits_are_those_that_scikit_learn_has():
    original = pytest.importorskip("sklearn.datasets").load_digits()
    digits = real_data(Dataset.DIGITS)
    np.testing.assert_array_equal(digits.x, original.data / 16)
    np.testing.assert_array_equal(digits.target, original.target)


def test_the_real_data_are_small():
    assert sum(file.stat().st_size for file in REAL_DATA.glob("*.npz")) < 200_000
