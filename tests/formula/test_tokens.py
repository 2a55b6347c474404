"""A formula falls into numbers, names and signs, each with its place; what means nothing is named."""

import pytest

from glassbox.formula.tokens import LONGEST, tokens_of
from glassbox.formula.wrong import WrongFormula


def texts(formula):
    return [token.text for token in tokens_of(formula)]


def test_each_part_is_found_with_or_without_spaces():
    assert (
        texts("x2>=.5*sin(x1)")
        == texts(" x2 >= .5 * sin ( x1 ) ")
        == ["x2", ">=", ".5", "*", "sin", "(", "x1", ")", ""]
    )


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("x₁ · x₂ − π", "x1*x2-pi"),
        ("X1² ≤ 2 ÷ 3", "x1^2<=2/3"),
        ("x1**2 = 4", "x1^2==4"),
        ("x1 × 2 ≠ x2 ≥ 0", "x1*2!=x2>=0"),
    ],
)
def test_signs_as_people_write_them_mean_the_usual_ones(written, usual):
    assert texts(written) == texts(usual)


def test_a_part_tells_its_place_as_it_was_typed():
    assert [token.at for token in tokens_of("x₁  > 2")] == [
        "sign 1, “x₁”", "sign 5, “>”", "sign 7, “2”", "after sign 7, the end",
    ]  # fmt: skip


@pytest.mark.parametrize("powers", ["2e3", "2E3", "2e+3", "2000.", "2000"])
def test_a_number_may_have_a_power_of_ten(powers):
    assert float(tokens_of(powers)[0].text) == 2000


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("", "there is no formula yet"),
        ("  ", "there is no formula yet"),
        ("x1 $ 2", "sign 4, “$”: this sign means nothing"),
        ("x1\x00", "sign 3, “·”: this sign means nothing"),
        ("__import__", "sign 1, “_”: this sign means nothing"),
        ("x1.real", "sign 3, “.”: this sign means nothing"),
        ("'x1'", "sign 1, “'”: this sign means nothing"),
        ("x1" + " " * LONGEST, f"this formula has {LONGEST + 2} signs, but at most {LONGEST}"),
    ],
)
def test_what_is_no_part_is_named_with_its_place(wrong, why):
    with pytest.raises(WrongFormula, match="^" + why.replace("$", r"\$").replace(".", r"\.")):
        tokens_of(wrong)
