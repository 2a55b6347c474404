"""The data of a formula: points where it has a value, as any data set makes them; and what is refused."""

import numpy as np
import pytest

from glassbox.engine.choices import Problem
from glassbox.engine.dataset import EDGE
from glassbox.formula.data_set import from_formula
from glassbox.formula.wrong import WrongFormula


def points(formula, samples=300, noise=0.0, label_noise=0.0, seed=1):
    return from_formula(formula).points(samples, noise, label_noise, seed)


def test_a_comparison_makes_two_classes():
    made = points("x2 > sin(x1)")
    assert (made.problem, made.classes, made.inputs, len(made.target)) == (Problem.BINARY, 2, 2, 300)
    assert np.array_equal(made.target, (made.x[:, 1] > np.sin(made.x[:, 0])).astype(np.float32))
    assert np.abs(made.x).max() <= EDGE and made.x.dtype == made.target.dtype == np.float32


def test_a_number_makes_values_whose_original_is_the_formulas():
    made, about = points("x1*x2"), from_formula("x1*x2").about
    assert (made.problem, made.classes, made.inputs) == (Problem.REGRESSION, 0, 2)
    x1, x2 = made.x.astype(float).T
    assert about.target.original(made.target) == pytest.approx(x1 * x2, abs=1e-4)
    assert 0.25 < made.target.std() < 2, "of a size that a network learns"


def test_values_of_a_usual_size_stay_as_they_are():
    made, about = points("sin(x1) + 0*x2"), from_formula("sin(x1) + 0*x2").about
    assert (about.target.mean, about.target.spread) == (0, 1)
    assert made.target == pytest.approx(np.sin(made.x[:, 0]), abs=1e-6)


def test_of_x1_alone_it_is_a_curve_of_few_points():
    made, about = points("sin(x1)"), from_formula("sin(x1)").about
    assert made.inputs == len(about.inputs) == 1 and about.suggested == 40
    assert not made.x[:, 1].any()
    assert len(from_formula("sin(x2)").about.inputs) == len(from_formula("x1 > 0").about.inputs) == 2


@pytest.mark.parametrize("formula", ["x2 > sin(x1)", "log(x1)", "x1*x2"])
def test_more_points_keep_the_earlier_ones_and_a_seed_repeats_them(formula):
    few, many = points(formula, 100, 0.3, 0.1), points(formula, 400, 0.3, 0.1)
    assert np.array_equal(few.x, many.x[:100]) and np.array_equal(few.target, many.target[:100])
    again, other = points(formula, 100, 0.3, 0.1), points(formula, 100, 0.3, 0.1, seed=2)
    assert few.x.tobytes() == again.x.tobytes() and few.x.tobytes() != other.x.tobytes()


def test_noise_moves_points_and_wrong_labels_change_classes():
    plain, moved = points("x1 > 0"), points("x1 > 0", noise=0.5, label_noise=0.3)
    assert np.array_equal(plain.target > 0, plain.x[:, 0] > 0)
    assert not np.allclose(plain.x, moved.x)
    assert 0.2 < (plain.target != moved.target).mean() < 0.4


def test_where_it_has_no_value_are_no_points_and_a_sentence_says_how_much_that_is():
    made = points("log(x1 + 3) < x2", 500)
    assert len(made.target) == 500 and made.x[:, 0].min() > -3
    assert from_formula("log(x1 + 3) < x2").note == (
        "The formula has no value on 25 % of the plane (such as the log of a negative number, or a division by 0): "
        "no points are there."
    )
    assert from_formula("x1 > 0").note == ""


def test_half_of_the_plane_may_be_left_out():
    assert len(points("log(x1)", 500).target) == 500
    assert len(points("sqrt(x2) > x1", 10, seed=5).target) == 10


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("log(x1 - 1)", "the formula has no value on 58 % of the plane"),
        ("1/0", "the formula has no value on 100 % of the plane"),
        ("exp(exp(exp(x1 + 3)))", "the formula has no value on"),
        ("3", "the formula is 3 all over the plane, so there is nothing to learn"),
        ("x1 - x1", "the formula is 0 all over the plane"),
        ("x1 > 7", "the formula is false all over the plane, so there is only one class"),
        ("x1^2 >= 0", "the formula is true all over the plane, so there is only one class"),
        ("x1 = x2", "the formula is false all over the plane"),
        ("x1 > 5.9", "the formula is false on 99.15 % of the plane, which leaves hardly a point for the other class"),
        ("x1 + z", "sign 6, “z”"),
    ],
)
def test_what_nothing_can_be_learned_from_is_refused(wrong, why):
    with pytest.raises(WrongFormula) as told:
        from_formula(wrong)
    assert str(told.value).startswith(why)


def test_it_is_named_by_its_text_without_needless_spaces():
    made = from_formula("  x1   >  0 ")
    assert (made.value, made.label, made) == ("formula:x1 > 0", "x1 > 0", from_formula("x1 > 0"))
