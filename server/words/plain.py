"""Reads a formula in plain Unicode, as ∂L/∂W⁽¹⁾ = ∂L/∂s⁽¹⁾ · xᵀ, and sets it as MathML.
For formulas that are also spoken.
"""

import re
from functools import lru_cache

from glassbox.words.formulas import MOST_KEPT, NoFormula, mathml
from glassbox.words.sentence import say

HOLDS = say("The formula {formula} holds {sign}, which cannot be set.")
NOTHING_OVER = say("The formula {formula} has nothing over its line.")
LACKS_BRACKET = say("The formula {formula} lacks a bracket.")
ENDS_EARLY = say("The formula {formula} ends too early.")
TOO_DEEP = say("The formula {formula} … is nested too deep.")
AT_NOTHING = say("The formula {formula} has {sign} at nothing.")
NOT_OPEN = say("The formula {formula} closes a bracket that is not open.")

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻ᶻᵗᵖⁱʲ", "0123456789()-ztpij", strict=True)) | {"ᵀ": "\\top "}
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ᵢⱼ", "0123456789ij", strict=True))
LETTERS = {
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon", "θ": "\\theta", "λ": "\\lambda",
    "μ": "\\mu", "π": "\\pi", "ρ": "\\rho", "σ": "\\sigma", "τ": "\\tau",
    "φ": "\\varphi", "Δ": "\\Delta",
    "Σ": "\\sum", "∂": "\\partial",
    "ẑ": "\\hat{z}", "ŝ": "\\hat{s}", "m\u0302": "\\hat{m}",
}  # fmt: skip
SIGNS = {
    "−": "-", "·": "\\cdot", "⊙": "\\odot", "±": "\\pm", "≤": "\\le", "<": "\\lt", ">": "\\gt", "←": "\\leftarrow",
    "½": "\\tfrac{1}{2}", "√": "\\sqrt", "‖": "\\Vert", "|": "\\vert", "=": "=", "+": "+", "…": "\\dots",
    ",": ",\\;", ":": ":\\;",
}  # fmt: skip
FUNCTIONS = {"ln": "\\ln", "tanh": "\\tanh", "max": "\\max", "exp": "\\exp", "sin": "\\sin"}
DEEPEST = 20  # brackets and roots in each other
NAMES = {"diag", "mean", "sign"}  # of functions that LaTeX does not know

_OTHER = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"  # Chinese and its kin: no letters of formulas
_TOKEN = re.compile(
    rf"\s*(?:(?P<word>[A-Za-z][a-z'-]*[a-z]|[{_OTHER}]+)|(?P<number>\d+(?:\.\d+)?)"
    rf"|(?P<letter>m\u0302|[A-Za-z{''.join(letter for letter in LETTERS if len(letter) == 1)}])(?P<prime>′?)"
    rf"|(?P<raised>[{''.join(RAISED)}]+)|(?P<lowered>[{''.join(LOWERED)}]+(?:,[{''.join(LOWERED)}]+)*)|(?P<sign>[{re.escape(''.join(SIGNS))}])"
    r"|(?P<bracket>[()])|(?P<over>/))"
)
Token = tuple[str, str]


@lru_cache(MOST_KEPT)
def set_plain(text: str) -> str:
    """The `<math>` element of a formula in plain Unicode.

    Raises:
        NoFormula: it holds a sign that formulas do not have here.
    """
    return mathml(latex_of(text))


def latex_of(text: str) -> str:
    """The same in LaTeX.

    Raises:
        NoFormula: as `set_plain`.
    """
    return _Reader(_tokens(text), text).row()


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match or match.lastgroup is None:
            raise NoFormula(HOLDS.format(formula=repr(text), sign=repr(text[at])))
        kind = "letter" if match.lastgroup == "prime" else match.lastgroup
        found.append((kind, match[kind] + (match["prime"] or "") if kind == "letter" else match[kind]))
        at = match.end()
    return found


class _Reader:
    """Reads from left to right; what stands on both sides of a slash becomes a fraction."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self._tokens, self._text, self._depth = tokens, text, 0

    def row(self, end: str = "") -> str:
        """Up to a closing bracket, or to the end."""
        parts: list[str] = []
        while self._tokens and self._tokens[0][1] != end:
            if self._tokens[0][0] == "over":
                self._next()
                if not parts:
                    raise NoFormula(NOTHING_OVER.format(formula=repr(self._text)))
                parts.append(f"\\frac{{{_bare(parts.pop())}}}{{{_bare(self._atom())}}}")
            else:
                parts.append(self._atom())
        if end and not self._tokens:
            raise NoFormula(LACKS_BRACKET.format(formula=repr(self._text)))
        return " ".join(parts)

    def _next(self) -> Token:
        if not self._tokens:
            raise NoFormula(ENDS_EARLY.format(formula=repr(self._text)))
        return self._tokens.pop(0)

    def _atom(self) -> str:
        """One letter, number, word, sign or bracket, with what is raised and lowered at it."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise NoFormula(TOO_DEEP.format(formula=repr(self._text[:20])))
        atom = self._read(*self._next())
        self._depth -= 1
        return atom

    def _read(self, kind: str, text: str) -> str:
        if kind == "bracket":
            return self._scripted(self._group(text))
        if kind == "word":
            return _word(text)
        if text == "√":
            return f"\\sqrt{{{_bare(self._atom())}}}"
        if text == "∂":
            return f"\\partial {self._atom()}"
        if text == "Σ":
            return f"{self._scripted(LETTERS[text])} {self._atom()}"
        if kind == "sign":
            return self._scripted(SIGNS[text]) if text in "|‖" else SIGNS[text]
        if kind == "letter":
            return self._scripted(LETTERS.get(text.rstrip("′"), text.rstrip("′")) + ("'" if text.endswith("′") else ""))
        if kind == "number":
            return self._scripted(text)
        raise NoFormula(AT_NOTHING.format(formula=repr(self._text), sign=repr(text)))

    def _group(self, bracket: str) -> str:
        if bracket == ")":
            raise NoFormula(NOT_OPEN.format(formula=repr(self._text)))
        inside = self.row(")")
        self._next()
        return f"({inside})"

    def _scripted(self, base: str) -> str:
        """d⁽¹⁾₁²: the first two belong to the name, and the square to both."""
        raised = lowered = ""
        while self._tokens and self._tokens[0][0] in ("raised", "lowered"):
            kind, text = self._next()
            if kind == "lowered":
                lowered += "".join(LOWERED.get(sign, sign) for sign in text)
            elif lowered and raised:
                base, raised, lowered = f"{{{base}_{{{lowered}}}^{{{raised}}}}}", _exponent(text), ""
            else:
                raised += _exponent(text)
        return base + (f"_{{{lowered}}}" if lowered else "") + (f"^{{{raised}}}" if raised else "")


def _exponent(text: str) -> str:
    """zⁱ up there is the i-th z."""
    return "".join(RAISED[sign] for sign in text).replace("zi", "z_i").replace("zj", "z_j")


def _word(text: str) -> str:
    if text in FUNCTIONS:
        return FUNCTIONS[text]
    return f"\\mathrm{{{text}}}" if text in NAMES else f"\\text{{ {text} }}"


def _bare(part: str) -> str:
    """Without brackets around all of it: a line or a root holds it together."""
    depth = 0
    for at, sign in enumerate(part):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return part[1:-1] if sign == ")" and at == len(part) - 1 else part
    return part
