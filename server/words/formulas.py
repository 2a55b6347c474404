"""Sets LaTeX as MathML, which browsers draw and screen readers read out. For explanations,
and for formulas with numbers.
"""

import re
from functools import lru_cache
from xml.etree import ElementTree

from latex2mathml.converter import convert

from glassbox.words.sentence import say

HOLDS_SIGN = say("The formula {formula} holds < or >: write \\lt or \\gt")
CANNOT_BE_SET = say("The formula {formula} cannot be set: {fault}")
LACKS_PART = say("The formula {formula} lacks a part, or holds a command that is not known")

MOST_KEPT = 1024  # formulas; a step of a computation shows the same ones again and again
CHILDREN = {"mfrac": 2, "msub": 2, "msup": 2, "msubsup": 3, "mover": 2, "munder": 2, "munderover": 3, "mroot": 2}
_SIGN = re.compile(
    r"(<mo[^>]*>(?:&#x00028;|&#x0003D;|&#x0002B;|&#x022C5;|&#x000B7;|&#x0002C;|&#x02248;)</mo>)<mo>(&#x02212;)</mo>"
)
_NAMESPACE = re.compile(r"^\{.*\}")


class NoFormula(ValueError):
    """The LaTeX cannot be set: one sentence why."""


@lru_cache(MOST_KEPT)
def mathml(latex: str, *, block: bool = False) -> str:
    """The `<math>` element of a formula; `block`: on a line of its own. `\\lt` and `\\gt` stand for < and >.

    Raises:
        NoFormula: a bracket or an argument is missing, or a command is not known.
    """
    if "<" in latex or ">" in latex:  # the library would pass them on as they are inside of \text
        raise NoFormula(HOLDS_SIGN.format(formula=repr(latex)))
    try:
        markup = convert(latex, display="block" if block else "inline")
        tree = ElementTree.fromstring(markup)
    except Exception as fault:  # the library's own share no base
        raise NoFormula(CANNOT_BE_SET.format(formula=repr(latex), fault=type(fault).__name__)) from None
    if not all(map(_is_whole, tree.iter())):
        raise NoFormula(LACKS_PART.format(formula=repr(latex)))
    return _SIGN.sub(r'\1<mo form="prefix">\2</mo>', markup)  # else it is set as wide as a minus between two numbers


def _is_whole(element: ElementTree.Element) -> bool:
    """What the library does not know or miss, it passes on: commands and brackets as names,
    fractions without a half.
    """
    tag = _NAMESPACE.sub("", element.tag)
    text = element.text or ""
    is_named = tag != "mi" or (bool(text) and not set(text) & set("\\{}"))
    return is_named and len(element) == CHILDREN.get(tag, len(element))
