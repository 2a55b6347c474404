"""Makes HTML of a lesson's Markdown, and checks it: formulas can be set, links may be followed, no pictures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape

from markdown_it.token import Token

from glassbox.lessons import words
from glassbox.protocol.refusals import echo_text
from glassbox.words.explanations import markdown
from glassbox.words.formulas import NoFormula

MOST_KEPT = 4096  # sentences; a class asks for the same ones again and again

_PLACE = re.compile(r"#[a-z][a-z0-9_-]{0,39}")
_ELSEWHERE = re.compile(r"https?://[^\s/]+.*")
_RELATIVE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:)[A-Za-z0-9_-][^\\]*")
_ANNOTATION = re.compile(r"<annotation[^>]*>.*?</annotation>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w[\w'’.,-]*")


class WrongMarkup(ValueError):
    """A text that cannot be shown: one sentence why."""


@lru_cache(MOST_KEPT)
def inline_html(text: str) -> str:
    """The HTML of a sentence or some, without a paragraph of its own.

    Raises:
        WrongMarkup: it cannot be shown.
    """
    tokens = markdown().parseInline(text)
    return _rendered(tokens)


@lru_cache(MOST_KEPT)
def block_html(text: str) -> str:
    """The HTML of paragraphs; raises as `inline_html`."""
    return html_of(markdown().parse(text))


def html_of(tokens: Sequence[Token]) -> str:
    """The HTML of what was parsed; raises as `inline_html`."""
    return _rendered(tokens)


def untagged(html: str) -> str:
    """The plain text of it, for what shows no marks; the twin of static/text/untagged.js."""
    return " ".join(unescape(_TAG.sub("", _ANNOTATION.sub("", html))).split())


def check_markup(text: str) -> str:
    """The text, which can be shown; raises as `inline_html`."""
    block_html(text)
    return text


def count_words(tokens: Iterable[Token]) -> int:
    """How many words a reader meets; a formula is one."""
    return sum(
        1 if token.type.startswith("math") else len(_WORD.findall(token.content))
        for token in _leaves(tokens)
        if token.type in ("text", "code_inline", "math_inline", "math_block")
    )


def words_of(text: str) -> int:
    """The same of a text."""
    return count_words(markdown().parse(text))


def _rendered(tokens: Sequence[Token]) -> str:
    for token in _leaves(tokens):
        _check(token)
    try:
        html: str = markdown().renderer.render(tokens, markdown().options, {})
    except NoFormula as fault:
        raise WrongMarkup(*fault.args) from None
    return html


def _leaves(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        else:
            yield token


def _check(token: Token) -> None:
    """And what leads elsewhere opens a page of its own."""
    if token.type == "image":
        raise WrongMarkup(words.NO_PICTURE)
    if token.type != "link_open":
        return
    link = str(token.attrGet("href") or "")
    if _ELSEWHERE.fullmatch(link):
        token.attrSet("target", "_blank")
        token.attrSet("rel", "noopener noreferrer")
    elif not _PLACE.fullmatch(link) and (not _RELATIVE.fullmatch(link) or ".." in link):
        raise WrongMarkup(words.NO_LINK.format(link=echo_text(link)))
