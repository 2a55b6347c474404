"""Tests of drawn points: taken as they are, and refused with the first that is out of bounds."""

import numpy as np
import pytest

from glassbox.engine.choices import Problem
from glassbox.engine.dataset import Description, Quantity, points_of
from glassbox.tables.drawn import drawn
from tests.tables.refusals import refusal

THREE = [(0.0, 1.0, 0), (-6.0, 6.0, 2), (2.5, -1.0, 1)]


def test_points_are_taken_as_they_are_drawn():
    data = drawn(THREE, Problem.MULTICLASS, 3)
    np.testing.assert_array_equal(data.x, np.float32([[0, 1], [-6, 6], [2.5, -1]]))
    np.testing.assert_array_equal(data.target, [0, 2, 1])
    assert (data.about.problem, data.about.classes, data.about.available) == (Problem.MULTICLASS, 3, 3)
    assert [quantity.name for quantity in data.about.inputs] == ["x₁", "x₂"]


def test_a_class_need_not_be_drawn_yet_and_regression_has_values():
    assert drawn(THREE[:1] * 2, Problem.MULTICLASS, 10).about.classes == 10
    assert drawn([(0, 0, -0.5), (1, 1, 2.25)], Problem.REGRESSION, 0).target.tolist() == [-0.5, 2.25]


def test_a_point_that_keeps_its_number_keeps_its_part_and_its_noise_when_another_is_erased():
    points = [(n / 5 - 5, 0.0, n % 2) for n in range(50)]
    before = points_of(drawn(points, Problem.BINARY, 2, range(50)), 50, 0.2, 0.1, 3)
    kept = [n for n in range(50) if n != 7]
    after = points_of(drawn([points[n] for n in kept], Problem.BINARY, 2, kept), 50, 0.2, 0.1, 3)
    lost = set(map(tuple, before.x.tolist())) - set(map(tuple, after.x.tolist()))
    place = before.x.tolist().index(list(*lost))
    np.testing.assert_array_equal(np.delete(before.x, place, axis=0), after.x)
    np.testing.assert_array_equal(np.delete(before.target, place), after.target)


def test_the_points_of_a_curve_have_one_input():
    data = drawn([(-2.0, 0.0, 0.5), (3.0, 0.0, -1.25)], Problem.REGRESSION, 0, inputs=1)
    np.testing.assert_array_equal(data.x, np.float32([[-2, 0], [3, 0]]))
    np.testing.assert_array_equal(data.target, np.float32([0.5, -1.25]))
    assert [quantity.name for quantity in data.about.inputs] == ["x₁"] and points_of(data, 2, 0, 0, 1).inputs == 1
    assert "no classes" in refusal(lambda: drawn(THREE, Problem.MULTICLASS, 3, inputs=1))


LIKE = Description(
    Problem.MULTICLASS, 3, (Quantity("bill", "mm", 40.0, 5.0, 2.0), Quantity("weight", "g", 4000.0, 800.0, 2.0)),
    Quantity("species"), ("Adélie", "Chinstrap", "Gentoo"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("problem", "classes", "names"),
    [
        (Problem.MULTICLASS, 3, LIKE.class_names), (Problem.BINARY, 2, ("Adélie", "Chinstrap")),
        (Problem.MULTICLASS, 5, (*LIKE.class_names, "class 4", "class 5")), (Problem.REGRESSION, 0, ()),
    ],
)  # fmt: skip
def test_what_is_drawn_over_data_keeps_its_names_as_far_as_they_fit(problem, classes, names):
    data = drawn([(0, 1, 0), (1, 2, 1)], problem, classes, like=LIKE)
    assert data.about.inputs == LIKE.inputs and data.about.class_names == names
    assert data.about.target.name == ("species" if classes else "y")
    np.testing.assert_allclose(data.about.inputs[0].original(data.x[:, 0]), [40, 42.5])


def test_names_of_other_inputs_are_not_kept():
    about = drawn([(0, 0, 0), (1, 0, 1)], Problem.REGRESSION, 0, inputs=1, like=LIKE).about
    assert [quantity.name for quantity in about.inputs] == ["x₁"]


REFUSALS = {
    "too few": (([(0, 0, 0)], Problem.BINARY, 2), "Too few points are drawn (1); draw 2 or more."),
    "too many": (([(0, 0, 0)] * 5001, Problem.BINARY, 2),
    "5,001 points are drawn, but at most 5,000 are taken; erase some."),
    "outside": (([(0, 0, 0), (1, -6.5, 0)], Problem.BINARY, 2),
    "Point 2 lies outside of the plane; x₁ and x₂ must be from −6 to 6."),
    "NaN": (([(0, 0, 0), (1, float("nan"), 0)], Problem.BINARY, 2),
    "Point 2 has a number that is not finite; draw it again."),
    "infinite target": (([(0, 0, 0), (1, 1, float("inf"))], Problem.REGRESSION, 0),
    "Point 2 has a number that is not finite"),
    "a class too high": (([(0, 0, 0), (1, 1, 2)], Problem.BINARY, 2),
    "Point 2 has the class 2, but the classes are 0 to 1."),
    "half a class": (([(0, 0, 0.5), (1, 1, 2)], Problem.BINARY, 2),
    "Point 1 has the class 0.5, but the classes are 0 to 1."),
    "a negative class": (([(0, 0, 0), (1, 1, -1)], Problem.BINARY, 2), "Point 2 has the class -1"),
    "a value too large": (([(0, 0, 0), (1, 1, -11)], Problem.REGRESSION, 0),
    "Point 2 has the value -11; it must be from −10 to 10."),
    "no target": (([(0, 0), (1, 1)], Problem.BINARY, 2), "Expected a list of points with three numbers each"),
    "uneven": (([(0, 0, 0), (1, 1)], Problem.BINARY, 2), "Expected a list of points with three numbers each"),
    "no numbers": (([("a", "b", "c")] * 2, Problem.BINARY, 2), "Expected a list of points with three numbers each"),
    "an immense number": (([(10**400, 0, 0)] * 2, Problem.BINARY, 2),
    "Expected a list of points with three numbers each"),
    "one class": ((THREE, Problem.MULTICLASS, 1),
    "This problem takes 3 to 10 classes, but 1 were given; choose another problem"),
    "eleven classes": ((THREE, Problem.MULTICLASS, 11), "This problem takes 3 to 10 classes, but 11 were given"),
    "classes of regression": ((THREE, Problem.REGRESSION, 2), "This problem takes no classes, but 2 were given"),
    "two classes as several": ((THREE, Problem.MULTICLASS, 2), "This problem takes 3 to 10 classes, but 2 were given"),
    "a number twice": ((THREE, Problem.MULTICLASS, 3, [1, 2, 1]), "The points' own numbers must be whole"),
    "a number too few": ((THREE, Problem.MULTICLASS, 3, [1, 2]), "The points' own numbers must be whole"),
    "a number too large": ((THREE, Problem.MULTICLASS, 3, [1, 2, 10**6]),
    "The points' own numbers must be whole, from 0 to 100,000"),
    "a negative number": ((THREE, Problem.MULTICLASS, 3, [1, 2, -1]), "The points' own numbers must be whole"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "sentence"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_be_drawn_is_refused(given, sentence):
    assert refusal(drawn, *given).startswith(sentence)
