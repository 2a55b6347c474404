"""A formula has the values that Python gives the same expression, and none where Python gives none."""

import ast
import math
import operator

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from glassbox.formula.expression import FUNCTIONS, FUNCTIONS_OF_TWO, values_of
from glassbox.formula.grammar import read_formula
from glassbox.formula.tokens import LONGEST
from glassbox.formula.wrong import WrongFormula

NAMES = {"ln": math.log, "abs": abs, "round": round, "min": min, "max": max, "mod": operator.mod}
NAMES |= {name: getattr(math, name) for name in FUNCTIONS if hasattr(math, name)}
NAMES["sign"] = lambda value: (value > 0) - (value < 0)
OPERATIONS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: operator.pow, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_,
}  # fmt: skip


class NoValue(Exception):
    """Python has none, or one that is no ordinary number."""


def pythons(formula, x1, x2):
    """What Python makes of the formula, node by node: only of nodes that a formula may have."""
    names = {"x1": x1, "x2": x2, "pi": math.pi, "e": math.e}

    def value(node):
        try:
            result = computed(node)
        except (ValueError, ZeroDivisionError, OverflowError):
            raise NoValue from None
        if isinstance(result, complex) or not math.isfinite(result):
            raise NoValue
        return result

    def computed(node):
        match node:
            case ast.Constant(number):
                return float(number)
            case ast.Name(name):
                return names[name]
            case ast.Call(ast.Name(name), arguments):
                return NAMES[name](*map(value, arguments))
            case ast.UnaryOp(sign, part):
                return OPERATIONS[type(sign)](value(part))
            case ast.BinOp(left, sign, right):
                return OPERATIONS[type(sign)](value(left), value(right))
            case ast.BoolOp(junction, parts):
                test = all if isinstance(junction, ast.And) else any
                return test(value(part) for part in parts)
            case ast.Compare(left, signs, rights):
                chain = zip([left, *rights], signs, rights, strict=False)
                return all(OPERATIONS[type(sign)](value(one), value(other)) for one, sign, other in chain)
        raise AssertionError(f"a formula has no {type(node).__name__}")

    return value(ast.parse(formula.replace("^", "**"), mode="eval").body)


def joined(*parts):
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map(" ".join)


LEAVES = st.sampled_from(["x1", "x2", "pi", "e", "0", "1", "2", "0.5", "3.25", "1e3", "7"])
EXACT = ["abs", "ceil", "floor", "round", "sign", "sqrt"]  # of equal numbers equal to the last bit, as + − * / are
ROUNDED = sorted(FUNCTIONS.keys() - EXACT)  # two libraries may differ in the last bit, so nothing may jump behind them
NUMBERS = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        joined("(", part, st.sampled_from(["+", "-", "*", "/"]), part, ")"),
        joined(part, st.sampled_from(["+", "-", "*", "/"]), part),
        joined(st.sampled_from(["-", "+"]), part),
        joined(st.sampled_from(EXACT), "(", part, ")"),
        joined(st.sampled_from(sorted(FUNCTIONS_OF_TWO)), "(", part, ",", part, ")"),
    ),
    max_leaves=6,
)
CURVED = st.recursive(
    st.one_of(joined(st.sampled_from(ROUNDED), "(", NUMBERS, ")"), joined("(", NUMBERS, ")", "^", "(", NUMBERS, ")")),
    lambda part: joined(part, st.sampled_from(["*", "/"]), part),
    max_leaves=3,
)
COMPARISON = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
TRUTHS = st.recursive(
    st.one_of(joined(NUMBERS, COMPARISON, NUMBERS), joined(NUMBERS, COMPARISON, NUMBERS, COMPARISON, NUMBERS)),
    lambda part: st.one_of(
        joined(part, st.sampled_from(["and", "or"]), part), joined("not", part), joined("(", part, ")")
    ),
    max_leaves=3,
)
PLACES = st.tuples(*[st.sampled_from([-6.0, -1.0, -0.5, 0.0, 0.125, 1.0, 2.0, 4.5])] * 2)


@given(st.one_of(NUMBERS, CURVED, TRUTHS), PLACES)
def test_its_value_is_pythons(formula, place):
    try:
        expression = read_formula(formula)
    except WrongFormula as told:
        assume("deep" not in str(told) and len(formula) <= LONGEST)
        raise
    (ours,) = values_of(expression, np.array([place]))
    try:
        theirs = pythons(formula, *place)
    except NoValue:
        assert math.isnan(ours), formula
    else:
        assert ours == pytest.approx(float(theirs), rel=1e-9, abs=1e-9), formula


@given(st.text(st.sampled_from("x12.,()<>=!+-*/^ eπ²sinandortmx"), max_size=40))
def test_whatever_is_typed_is_a_formula_or_one_sentence(text):
    try:
        values = values_of(read_formula(text), np.zeros((3, 2)))
    except WrongFormula as told:
        assert told.text[0].isupper() and told.text.endswith(".") and "\n" not in told.text
    else:
        assert values.shape == (3,)


def test_of_what_has_no_value_nothing_has_one():
    places = np.array([[-1.0, 0.0], [1.0, 0.0]])
    for formula in ("log(x1)^0", "1^log(x1)", "min(log(x1), 0)", "1/(1/x2)", "log(x1) > 0", "not log(x1) > 0"):
        assert math.isnan(values_of(read_formula(formula), places)[0]), formula


def test_what_the_left_side_decides_needs_no_right_side():
    places = np.array([[-1.0, 0.0], [3.0, 0.0]])
    assert values_of(read_formula("x1 > 0 and log(x1) > 1"), places).tolist() == [0, 1]
    assert values_of(read_formula("x1 < 0 or log(x1) > 1"), places).tolist() == [1, 1]


def test_the_inputs_in_it_are_known():
    assert read_formula("sin(x1) + x1").inputs == {"x1"} and read_formula("x1 > x2").inputs == {"x1", "x2"}
