"""Formulas in plain Unicode, set as MathML: all that the graph ever says, and what is no formula."""

import unicodedata
from collections import Counter
from xml.etree import ElementTree

import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.by_operation import record_by_operation
from glassbox.words.formulas import NoFormula
from glassbox.words.plain import latex_of, set_plain
from glassbox.words.sentence import Sentence
from tests.engine.networks import ENDS
from tests.study.graphs import graph_case

SAME = str.maketrans(
    {"−": "-", "⋅": "·", "′": "'", "∥": "‖", "|": "|", "\u0302": "^", "ɛ": "ε", "ϕ": "φ", "∑": "Σ", "∣": "|"}
)


def signs(text):
    """How often each sign stands in it, whatever its size and place; not spaces, brackets and lines of fractions."""
    flat = unicodedata.normalize("NFKD", text.replace("½", "12").replace("ᵀ", "⊤")).translate(SAME)
    return Counter(sign for sign in flat if sign not in " \xa0\u2004()/√\u2044")


def told(markup):
    return "".join(ElementTree.fromstring(markup).itertext())


@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("normalization", list(Normalization), ids=str)
def test_every_formula_of_the_graph_is_set_and_none_of_its_signs_is_lost(output, loss, units, normalization):
    for activation in Activation:
        tapes = [
            record_by_layer(*graph_case(activation, output, loss, units, normalization, samples)) for samples in (1, 3)
        ]
        if normalization is not Normalization.BATCH:
            tapes.append(record_by_operation(*graph_case(activation, output, loss, units, normalization, 1)))
        for text in {
            text for tape in tapes for node in tape.nodes.values() for text in (node.formula, *node.back) if text
        }:
            assert signs(told(set_plain(text))) == signs(text), text


@pytest.mark.parametrize(
    "plain, latex",
    [
        (
            "∂L/∂W⁽²⁾ = ∂L/∂s⁽²⁾ · a⁽¹⁾ᵀ",
            r"\frac{\partial L}{\partial W^{(2)}} = \frac{\partial L}{\partial s^{(2)}} \cdot a^{(1)\top }",
        ),
        ("pᵢ = eᶻⁱ / Σⱼ eᶻʲ", r"p_{i} = \frac{e^{z_i}}{\sum_{j} e^{z_j}}"),
        ("q⁽¹⁾₁ = d⁽¹⁾₁²", "q_{1}^{(1)} = {d_{1}^{(1)}}^{2}"),
        ("w⁽¹⁾₁₁,₂ ← w⁽¹⁾₁₁,₂ + Δ", r"w_{11,2}^{(1)} \leftarrow w_{11,2}^{(1)} + \Delta"),
        ("Δ = −α m\u0302 / (√ŝ + ε)", r"\Delta = - \alpha \frac{\hat{m}}{\sqrt{\hat{s}} + \varepsilon}"),
        ("g ← g + λ |θ|ᵖ⁻¹ sign θ", r"g \leftarrow g + \lambda \vert \theta \vert^{p-1} \mathrm{sign} \theta"),
    ],
)
def test_fractions_powers_and_names(plain, latex):
    assert latex_of(plain) == latex
    assert set_plain(plain).startswith("<math")


NO_FORMULAS = ["", "(z", "z)", "/ z", "z /", "⁽¹⁾", "<script>", "\\input{x}", "z & y", "z = {1}", "\U0001f600"]
TOO_DEEP = ["(" * 400, "√" * 400, "∂" * 400, "z/" * 200 + "z"]
HARMLESS = {"math", "mrow", "mi", "mo", "mtext", "mfrac"}


@pytest.mark.parametrize("text", [*NO_FORMULAS, *TOO_DEEP])
def test_what_is_no_formula_is_refused_or_harmless(text):
    try:
        markup = set_plain(text)
    except NoFormula:
        return
    assert {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(markup).iter()} <= HARMLESS


def test_a_time_constant_is_a_letter():
    assert latex_of("e⁻ᵗ / τ") == r"\frac{e^{-t}}{\tau}"


def test_why_it_is_none_is_told_in_a_sentence():
    for text in ("z & y", "/ z", "(z", "z /", "(" * 400, "⁽¹⁾", "z)"):
        with pytest.raises(NoFormula) as refused:
            latex_of(text)
        assert isinstance(refused.value.args[0], Sentence), text


def test_words_of_another_script_are_words():
    told = "L = 3 个样本的 ½ (y − t)² 的平均值，其中 t = ±1"
    assert latex_of(told) == (r"L = 3 \text{ 个样本的 } \tfrac{1}{2} (y - t)^{2} \text{ 的平均值，其中 } t = \pm 1")
    assert "个样本的" in set_plain(told)
