"""What is said of each activation, part by part, for a table of them all: taken from its explanation."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it.token import Token

from glassbox.words.explanations import LANGUAGE, markdown, source
from glassbox.words.formulas import mathml

USED, CAVEAT = "Used", "Caveat"  # as its list of words has them


@dataclass(frozen=True)
class ActivationWords:
    """One activation in a row.

    Attributes:
        function, derivative: MathML.
        used, caveat: HTML without paragraphs.
    """

    function: str
    derivative: str
    used: str
    caveat: str


@cache
def activation_words(activation: str, language: str = LANGUAGE) -> ActivationWords:
    """The two formulas that its explanation begins with, and what stands there under the words Used and Caveat.

    Raises:
        NoExplanation: it has none. KeyError: one of the two words is missing there. NoFormula: a formula cannot be set.
    """
    tokens = markdown().parse(source(f"activation_{activation}", language).partition("\n")[2])
    function, derivative = (mathml(each.content.strip(), block=True) for each in tokens if each.type == "math_block")
    told = _told(tokens)
    return ActivationWords(function, derivative, told[USED], told[CAVEAT])


def _told(tokens: list[Token]) -> dict[str, str]:
    """Of a list of words, what is said of each."""
    words: dict[str, str] = {}
    word = ""
    for before, each in pairwise(tokens):
        if each.type == "inline" and before.type == "dt_open":
            word = each.content
        elif each.type == "inline" and word:
            words[word] = markdown().renderer.render([each], markdown().options, {})
            word = ""
    return words
