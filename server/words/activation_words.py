"""What is said of each activation, part by part, for a table of them all: taken from its explanation."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it.token import Token

from glassbox.words.current import spoken
from glassbox.words.explanations import markdown, source
from glassbox.words.formulas import mathml
from glassbox.words.languages import Language

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


def activation_words(activation: str) -> ActivationWords:
    """The two formulas that its explanation begins with, and what stands there under the words Used and Caveat.

    Raises:
        NoExplanation: it has none. KeyError: one of the two words is missing there. NoFormula: a formula cannot be set.
    """
    return _activation_words(activation, spoken())


@cache
def _activation_words(activation: str, language: Language) -> ActivationWords:
    tokens = markdown().parse(source(f"activation_{activation}", language).partition("\n")[2])
    function, derivative = (mathml(each.content.strip(), block=True) for each in tokens if each.type == "math_block")
    told = _told(tokens)
    return ActivationWords(function, derivative, told[language.phrase(USED)], told[language.phrase(CAVEAT)])


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
