"""What is wrong with a formula is one sentence on its own, or quoted within another."""

from glassbox.formula.wrong import WrongFormula


def test_on_its_own_it_is_a_sentence():
    assert WrongFormula("sign 4, “$”: leave it out").text == "Sign 4, “$”: leave it out."
