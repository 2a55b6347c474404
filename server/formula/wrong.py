"""What is wrong with a formula, in words for whoever typed it."""

from glassbox.formula.words import BEGINS, ENDED
from glassbox.words.sentence import Sentence


class WrongFormula(ValueError):
    """A formula that cannot be used: why, in one sentence, which may also be quoted within another."""

    @property
    def text(self) -> str:
        """The sentence on its own."""
        return ENDED.format(why=_begun(self.args[0]))


def _begun(why: str) -> str:
    """With the capital that a sentence begins with."""
    if not isinstance(why, Sentence):
        return f"{why[0].upper()}{why[1:]}"
    begins, values = BEGINS.get(why.text), dict(why.values or {})
    at = values.get("at")
    return Sentence((begins or why).text, values | {"at": _begun(at)} if isinstance(at, str) else values)
