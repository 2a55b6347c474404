"""Formulas of the graph are set as MathML; what is none stays plain."""

from glassbox.study.graph.formulas import formulas
from glassbox.study.questions import FormulasQuestion


def test_formulas_are_set_and_what_is_none_is_told_as_missing():
    first, second = formulas(FormulasQuestion(texts=["z⁽¹⁾ = s⁽¹⁾ + b⁽¹⁾", "z & y"])).formulas
    assert first.startswith("<math") and "<msup>" in first
    assert second is None
