"""Tests the page of a lesson for print: all its steps, no answer, nothing that runs, and no markup of an author's."""

import re
from base64 import b64encode
from hashlib import sha256

from glassbox.lessons.reading import read_lesson
from glassbox.web.lesson_print import printed
from tests.lessons.make_golden_lesson import SAMPLES


def page_of(text, name="a-lesson"):
    lesson, faults = read_lesson(text, name, is_own=True)
    assert faults == []
    answer = printed(lesson)
    return answer.body.decode(), answer.headers["content-security-policy"]


def test_all_steps_are_there_with_room_for_answers_and_without_them():
    html, _ = page_of((SAMPLES / "01_first-line.md").read_text("utf-8"), "first-line")
    for words in (
        "1. Guess first",
        "3. Do it by hand",
        "Nearly all",
        "What came:",
        "<math",
        "Said exactly",
        "/first-line",
        "Test loss",
    ):
        assert words in html
    for answer in ("lie on two sides", "Make the bias 0", "so the sum is 0 elsewhere", "&gt;="):
        assert answer not in html


def test_only_its_own_style_counts():
    html, policy = page_of((SAMPLES / "02_two-lanes.md").read_text("utf-8"))
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert b64encode(sha256(style.encode()).digest()).decode() in policy and "&#" not in style


def test_what_an_author_writes_is_shown_and_not_obeyed():
    text = (SAMPLES / "02_two-lanes.md").read_text("utf-8")
    html, _ = page_of(text.replace("Two lanes", "<script>1</script>").replace("Four clouds", "<b onclick=x>Four"))
    assert "<script>" not in html and "<b onclick" not in html and "&lt;script&gt;" in html
