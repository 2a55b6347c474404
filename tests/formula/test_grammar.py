"""A formula is read as mathematicians read it; what cannot be read is told in one sentence with its place."""

import pytest

from glassbox.formula.grammar import DEEPEST, read_formula
from glassbox.formula.wrong import WrongFormula


def spelled(expression):
    """The tree with every pair of parentheses."""
    if expression.operation == "number":
        return f"{expression.number:g}"
    if not expression.parts:
        return expression.operation
    return f"({' '.join([expression.operation, *map(spelled, expression.parts)])})"


@pytest.mark.parametrize(
    ("formula", "tree"),
    [
        ("x1 - x2 - 1", "(- (- x1 x2) 1)"),
        ("1 + 2 * 3", "(+ 1 (* 2 3))"),
        ("x1 / x2 * 2", "(* (/ x1 x2) 2)"),
        ("-x1^2", "(negative (^ x1 2))"),
        ("2^-x1", "(^ 2 (negative x1))"),
        ("2^3^2", "(^ 2 (^ 3 2))"),
        ("+x1", "x1"),
        ("max(x1, -x2)", "(max x1 (negative x2))"),
        ("x1 > 0 or x2 > 0 and not x1 < x2", "(or (> x1 0) (and (> x2 0) (not (< x1 x2))))"),
        ("0 < x1 <= 1", "(and (< 0 x1) (<= x1 1))"),
        ("not (x1 = 0)", "(not (== x1 0))"),
        ("LN(e)", "(ln 2.71828)"),
    ],
)
def test_what_binds_more_is_taken_together(formula, tree):
    assert spelled(read_formula(formula)) == tree


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("x1 +", "after sign 4, the end: a number, x1, x2, a function or an opening parenthesis is expected here"),
        ("* x1", "sign 1, “*”: a number"),
        ("x1 > and", "sign 6, “and”: a number"),
        ("()", "sign 2, “)”: a number"),
        ("2x1", "sign 2, “x1”: a sign such as * or + is missing before it; write 2*x1"),
        ("x1 (x2)", "sign 1, “x1”: this is no function, so no parenthesis can follow it; write x1*"),
        ("2 (x2)", "sign 3, “(”: a sign such as *"),
        ("0,5 * x1", "sign 2, “,”: a comma only parts what max, min and mod take; write a decimal number with a point"),
        ("sin(0,5)", "sign 6, “,”: a comma only parts"),
        ("x1)", "sign 3, “)”: no parenthesis was opened before it"),
        ("sin(x1", "after sign 6, the end: a closing parenthesis is missing here"),
        ("y > 0", "sign 1, “y”: this name is not known; there are x1, x2, pi, e and the functions sin, cos"),
        ("x1 + eval(2)", "sign 6, “eval”: this name is not known"),
        ("sin x1", "sign 1, “sin”: a function needs parentheses behind it, as in sin(x1)"),
        ("max(x1)", "sign 1, “max”: max takes two values with a comma between them, but 1 came"),
        ("max(x1, x2, 1)", "sign 1, “max”: max takes two values with a comma between them, but 3 came"),
        ("(x1 > 0) * 2", "sign 10, “*”: this takes numbers, but a comparison stands beside it"),
        ("sin(x1 > 0)", "sign 1, “sin”: this takes numbers"),
        ("-(x1 > 0)", "sign 1, “-”: this takes numbers"),
        ("x1 > (x2 > 0)", "sign 4, “>”: this takes numbers"),
        ("x1 and x2 > 0", "sign 4, “and”: this joins comparisons, such as x1 > 0 and x2 > 0, but a number"),
        ("not x1", "sign 1, “not”: this joins comparisons"),
        ("1e999", "sign 1, “1e999”: this number is too large"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(wrong, why):
    with pytest.raises(WrongFormula) as told:
        read_formula(wrong)
    assert str(told.value).startswith(why)


NESTED = {
    "parentheses": ("(", "x1", ")"),
    "functions": ("sin(", "x1", ")"),
    "signs": ("-", "x1", ""),
    "powers": ("2^", "x1", ""),
    "denials": ("not ", "x1>0", ""),
}


@pytest.mark.parametrize("kind", NESTED)
def test_it_may_be_nested_so_deep_and_no_deeper(kind):
    before, core, after = NESTED[kind]
    read_formula(before * DEEPEST + core + after * DEEPEST)
    with pytest.raises(WrongFormula, match=f"nested more than {DEEPEST} deep here"):
        read_formula(before * (DEEPEST + 1) + core + after * (DEEPEST + 1))


def test_a_long_sum_is_not_deep():
    read_formula("+".join(["x1"] * 66))
