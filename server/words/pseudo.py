"""Languages that nobody speaks, made of the English for trying the page: what is left in plain letters is not
translated, and what is clipped would be clipped where more room is needed. Their tags are the usual ones (CLDR's).
"""

import gettext
import re

PSEUDO = {"en-XA": "ltr", "ar-XB": "rtl"}
BEGIN, END = "⟦", "⟧"
LONGER = 0.4
_ACCENTED = str.maketrans(
    "AEIOUYaeiouycnsCNSdlrtgz", "ÅÉÎÖÛÝåéîöûýçñšÇÑŠđļřţğž"
)  # one sign for one sign, in every font
_KEPT = re.compile(
    r"\{\{|\}\}|\{[\w.]+(?:[:|][^{}]*)?\}|\$\$.*?\$\$|\$[^$\n]+\$|<[^<>]*>|&\w+;|`[^`\n]*`|\]\([^)\s]*\)|%\(\w+\)s",
    re.DOTALL,
)  # holes, formulas, tags, code, addresses


class PseudoTranslations(gettext.NullTranslations):
    """Makes such a text of every English one."""

    def __init__(self, direction: str) -> None:
        super().__init__()
        self._is_longer = direction == "ltr"

    def gettext(self, message: str) -> str:
        """The text as this language has it."""
        return pseudo(message, longer=self._is_longer)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text for so many."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The text in that meaning."""
        return self.gettext(message)


def pseudo(text: str, *, longer: bool = True) -> str:
    """“Play” as “⟦Pļåý~⟧”. Holes, tags, formulas and code stay as they are."""
    kept = _KEPT.findall(text)
    parts = [part.translate(_ACCENTED) for part in _KEPT.split(text)]
    told = "".join(part + mark for part, mark in zip(parts, [*kept, ""], strict=True))
    more = "~" * round(LONGER * sum(map(len, parts))) if longer else ""
    begin = re.match(r"(?:#+ |- |\d+\. |> |\| ?)?", told)  # what makes a heading, a list or a table of Markdown
    at = begin.end() if begin else 0
    return f"{told[:at]}{BEGIN}{told[at:]}{more}{END}"
