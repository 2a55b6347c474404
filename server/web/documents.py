"""The templates of documents, worded in a language: `say` and whatever is printed of the code's own sentences."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup, escape

from glassbox.paths import template_folder
from glassbox.words.joined import listed
from glassbox.words.languages import Language, languages
from glassbox.words.sentence import Sentence, fill, say, say_as, say_many


@cache
def documents(language: Language, folder: Path | None = None) -> Environment:
    """The environment of all templates; those of a checkout are read anew when they change.

    In them `say` words a sentence, `say_many` one that counts, `say_as` one with a context, and `say_html` one with
    tags: only of that are the tags markup, and what fills its holes is text. `keys|map("of", table)|listed` is a list
    of what a table has at these keys.
    """
    environment = Environment(
        loader=FileSystemLoader(folder or template_folder()),
        autoescape=select_autoescape(),
        finalize=lambda value: language.word(value) if isinstance(value, Sentence) else value,
    )
    environment.globals |= {
        "language": language,
        "languages": languages(),
        "say": lambda text, **values: _filled(say(text), values),
        "say_as": lambda context, text, **values: _filled(say_as(context, text), values),
        "say_many": lambda one, other, n, **values: say_many(one, other).of(n, **values),
        "say_html": lambda text, **values: _markup(language, text, values),
    }
    environment.filters |= {"word": language.word, "listed": listed, "of": lambda key, table: table[key]}
    return environment


def _filled(text: Sentence, values: dict[str, Any]) -> Sentence:
    return text.format(**values) if values else text


def _markup(language: Language, text: str, values: dict[str, Any]) -> Markup:
    worded = language.word(say(text))
    return Markup(fill(worded, {name: str(escape(language.word(value))) for name, value in values.items()}))
