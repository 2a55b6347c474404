"""What is wrong with a formula, in words for whoever typed it."""


class WrongFormula(ValueError):
    """A formula that cannot be used: why, in one sentence, which may also be quoted within another."""

    @property
    def text(self) -> str:
        """The sentence on its own."""
        why = str(self)
        return f"{why[0].upper()}{why[1:]}."
