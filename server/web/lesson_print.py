"""A lesson to be printed: one plain page with all its steps, room to write, and nothing that runs."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Template

from glassbox.lessons.answers import told
from glassbox.lessons.lesson import Lesson
from glassbox.web.documents import documents
from glassbox.web.resource import ForEverybody
from glassbox.words.current import spoken
from glassbox.words.languages import ENGLISH

POLICY = "default-src 'none'; style-src '{style}'; base-uri 'none'; form-action 'none'"


def printed(lesson: Lesson) -> ForEverybody:
    """The page; what it holds of the lesson's texts was made of Markdown, whose tags are shown and not obeyed."""
    html = _template().render(lesson=told(lesson, ""), style=_style())
    policy = POLICY.format(style=f"sha256-{b64encode(sha256(_style().encode()).digest()).decode()}")
    return ForEverybody(html, headers={"Content-Security-Policy": policy}, media_type="text/html")


def _template() -> Template:
    return documents(spoken()).get_template("lesson_print.html")


@cache
def _style() -> str:
    return documents(ENGLISH).get_template("lesson_print.css").render()
