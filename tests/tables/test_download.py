"""Tests of taking data home: original units, names that no spreadsheet computes, and the way back in."""

import csv
import io

import numpy as np
import pytest

from glassbox.engine.choices import Problem
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import Description, Points, Quantity, points_of
from glassbox.engine.generators import describe, generate
from glassbox.tables.chosen import make_points
from glassbox.tables.download import points_as_csv
from glassbox.tables.reading import read_table


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("dataset", list(Dataset))
def test_every_data_set_can_be_taken_home(dataset):
    points = generate(dataset, 30, 0.1, 0.0, 1)
    rows = rows_of(points_as_csv(points, describe(dataset)))
    assert len(rows) == 31 and {len(row) for row in rows} == {points.inputs + 1}


def test_numbers_are_in_their_original_units_and_classes_have_their_names():
    rows = rows_of(points_as_csv(generate(Dataset.PENGUINS, 342, 0.0, 0.0, 1), describe(Dataset.PENGUINS)))
    assert rows[0] == ["bill length (mm)", "bill depth (mm)", "species"]
    assert ["39.1", "18.7", "Adelie"] in rows
    assert max(len(cell) for row in rows[1:] for cell in row[:2]) == 4


def test_points_come_in_their_order():
    points = generate(Dataset.XOR, 20, 0.0, 0.0, 1)
    rows = rows_of(points_as_csv(points, describe(Dataset.XOR)))
    assert rows[0] == ["x₁", "x₂", "y"]
    np.testing.assert_allclose([[float(cell) for cell in row[:2]] for row in rows[1:]], points.x, atol=1e-5)
    assert [float(row[2]) for row in rows[1:]] == points.target.tolist()


@pytest.mark.parametrize("name", ["=1+1", "+A1", "-A1", "@SUM(A1)", "＝1+1", '=HYPERLINK("x","y")'])
def test_no_name_is_taken_for_a_formula(name):
    about = Description(Problem.BINARY, 2, (Quantity(name), Quantity("b")), Quantity("c"), ("no", name))
    points = Points(np.zeros((2, 2), np.float32), np.float32([0, 1]), Problem.BINARY, 2)
    header, _, second = rows_of(points_as_csv(points, about))
    assert header[0] == second[2] == f"'{name}"


def test_a_negative_number_as_the_name_of_a_class_stays_a_number():
    about = Description(Problem.BINARY, 2, (Quantity("a"), Quantity("b")), Quantity("c"), ("-1", "1"))
    points = Points(np.zeros((2, 2), np.float32), np.float32([0, 1]), Problem.BINARY, 2)
    assert [row[2] for row in rows_of(points_as_csv(points, about))] == ["c", "-1", "1"]


@pytest.mark.parametrize("scale", [1e-90, 1e-3, 1.0, 1e6, 1e90])
def test_what_was_taken_home_can_be_brought_back(scale):
    values = (scale * np.random.default_rng(2).normal(1.0, 1.0, (50, 2))).tolist()
    rows = [f"{a!r},{b!r},{('cat', 'dog')[n % 2]}" for n, (a, b) in enumerate(values)]
    first = make_points(read_table("\n".join(["a,b,kind", *rows]).encode()), 2, [0, 1]).observations
    home = points_as_csv(points_of(first, 50, 0.0, 0.0, 1), first.about)
    again = make_points(read_table(home), 2, [0, 1]).observations
    assert again.about.class_names == ("cat", "dog")
    np.testing.assert_allclose(np.sort(again.x, axis=0), np.sort(first.x, axis=0), atol=1e-4)
