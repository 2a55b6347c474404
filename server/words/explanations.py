"""The short explanations of the page's parts: Markdown files with formulas, made into HTML with MathML once for each
language.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from glassbox.words.current import spoken
from glassbox.words.formulas import mathml
from glassbox.words.languages import ENGLISH, Language
from glassbox.words.paragraphs import translated

TEXTS = Path(__file__).parent / "texts" / "en"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,79}")  # longer ones no file can have


class NoExplanation(KeyError):
    """There is no explanation of that name."""


@dataclass(frozen=True)
class Explanation:
    """One part explained.

    Attributes:
        title: plain text. html: paragraphs, formulas and lists of symbols; safe to be put into a page.
    """

    title: str
    html: str


def names() -> list[str]:
    """Of all explanations there are, in alphabetical order."""
    return sorted(file.stem for file in TEXTS.glob("*.md"))


def explanation(name: str) -> Explanation:
    """The explanation of that name, in the language that is spoken.

    Raises:
        NoExplanation: there is no such file.
    """
    return _explanation(name, spoken())


@cache
def _explanation(name: str, language: Language) -> Explanation:
    return render(source(name, language))


def source(name: str, language: Language = ENGLISH) -> str:
    """Its Markdown, in a language as far as that can say it.

    Raises:
        NoExplanation: there is no such file.
    """
    file = TEXTS / f"{name}.md"
    if not _NAME.fullmatch(name) or not file.is_file():
        raise NoExplanation(name)
    return translated(file.read_text("utf-8"), language.phrase)


def render(text: str) -> Explanation:
    """Markdown with a title, made into an explanation. Tags in it are shown, not obeyed.

    Raises:
        NoFormula: one of its formulas cannot be set.
    """
    first, _, rest = text.partition("\n")
    return Explanation(title=first.removeprefix("# ").strip(), html=markdown().render(rest))


@cache
def markdown() -> MarkdownIt:
    """What makes HTML of Markdown with formulas; tags in it are shown, not obeyed."""
    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True})
    reader.use(deflist_plugin).use(dollarmath_plugin, renderer=_formula, allow_labels=False, double_inline=False)
    reader.enable("table")
    return reader


def _formula(latex: str, options: dict[str, Any]) -> str:
    return mathml(latex.strip(), block=options["display_mode"])
