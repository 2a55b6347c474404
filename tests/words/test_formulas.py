"""LaTeX to MathML: what a browser needs is there, and what cannot be set is refused rather than shown half."""

import pytest

from glassbox.words.formulas import NoFormula, mathml


def test_fractions_indices_and_cases():
    markup = mathml(r"p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}", block=True)
    assert markup.startswith("<math ") and 'display="block"' in markup
    assert "<msub><mi>p</mi><mi>i</mi></msub>" in markup and "<mfrac>" in markup
    assert "<mtable>" in mathml(r"\begin{cases} z & z \gt 0 \\ 0 & \text{otherwise} \end{cases}")


@pytest.mark.parametrize(
    "latex", ["", r"\frac{a}", "a}", r"\nonsense x", "^2", "a_", r"\left( a", r"\begin{cases} a", r"\text{a & b}"]
)
def test_half_a_formula_is_refused(latex):
    with pytest.raises(NoFormula):
        mathml(latex)


@pytest.mark.parametrize("latex", ["a < b", r"\text{<script>alert(1)</script>}"])
def test_no_tag_gets_through(latex):
    with pytest.raises(NoFormula, match=r"write \\lt or \\gt"):
        mathml(latex)


def test_a_sign_is_set_closer_than_a_minus_between_numbers():
    markup = mathml(r"a - b = -2 + (-3) \cdot (-4)")
    assert markup.count('form="prefix"') == 3 and "<mi>a</mi><mo>&#x02212;</mo><mi>b</mi>" in markup
