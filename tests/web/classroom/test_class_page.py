"""The class's file on paper: maps, settings and answers, with what people wrote shown and never obeyed."""

import re
from contextvars import copy_context
from html import unescape

from glassbox.web.classroom.class_page import class_page
from glassbox.words.current import speak
from glassbox.words.languages import language_of
from tests.web.classroom.files import MARKUP, some_file


def test_every_network_has_its_map_and_every_answer_its_place():
    page = class_page(some_file())
    assert page.count("<img ") == 2 and page.count("data:image/png;base64,") == 2
    text = unescape(re.sub(r"<[^>]*>", " ", page))
    for part in (
        "Amber Otter",
        "It rises",
        "2.5 nats",
        "0.5 0.25",
        "Challenge: 13",
        "Hidden layers: 3",
        "test accuracy",
        "R²",
        "The same for all:",
        "Optimizer SGD;",
    ):
        assert part in text, part


def test_markup_of_people_is_text():
    page = class_page(some_file())
    assert MARKUP not in page and "&lt;b&gt;Jo&lt;/b&gt;" in page and "<i>fall" not in page


def test_nothing_in_it_runs_and_nothing_is_loaded():
    page = class_page(some_file())
    assert "<script" not in page and 'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;' in page
    assert not re.search(r"(src|href)=\"(?!data:)", page)


def test_it_is_in_the_language_of_whoever_saves_it():
    def saved():
        speak(language_of("ar-XB"))
        return class_page(some_file())

    page = copy_context().run(saved)
    assert '<html lang="ar-XB" dir="rtl">' in page and "⟦Ñéţwöřkš⟧" in page
    assert "Amber Otter" in page and "Networks" not in page
