"""Every lesson and problem that comes along, read in other languages: nothing in it is different but its words."""

import json
import re
from functools import cache

import pytest

from glassbox.lessons.answers import address, told
from glassbox.lessons.holes import holes_of
from glassbox.lessons.lesson import SetUp, Text
from glassbox.lessons.shelf import Shelf
from glassbox.words.languages import ENGLISH, language_of, languages
from tests.lessons.asking import HEAD

ENGLISH_ONES = Shelf().now()
OTHERS = [language.tag for language in languages() if language != ENGLISH]
CHINESE = language_of("zh-Hans")
WORDED = {
    "ask",
    "text",
    "say",
    "right",
    "near",
    "far",
    "done",
    "answer",
    "shortly",
    "exactly",
    "html",
    "words",
    "title",
}
WORDED |= {"idea", "able", "line"}


@cache
def read_in(tag):
    return ENGLISH_ONES.read_in(language_of(tag))


def shape(value):
    """A part without its words: of each text the facts it names, in no order."""
    if isinstance(value, tuple | list):
        return [shape(each) for each in value]
    if isinstance(value, str) or not hasattr(type(value), "model_fields"):
        return value
    facts = (
        value.model_dump()
        if isinstance(value, SetUp)
        else {name: getattr(value, name) for name in value.model_fields_set}
    )
    return {
        "kind": type(value).__name__,
        **{
            name: sorted(holes_of(each)) if name in WORDED and isinstance(each, str) else shape(each)
            for name, each in facts.items()
            if name not in ("html", "words", "line")
        },
    }


@pytest.mark.parametrize("tag", ["ar-XB", *OTHERS])
@pytest.mark.parametrize("name", ENGLISH_ONES.lessons)
def test_it_is_the_same_lesson(name, tag):
    lesson, english = read_in(tag).lessons[name], ENGLISH_ONES.lessons[name]
    assert lesson is not english, "it has a fault in this language"
    assert len(lesson.steps) == len(english.steps)
    for there, here in zip(lesson.steps, english.steps, strict=True):
        assert shape(there.parts) == shape(here.parts)
        assert there.set_up is None or address(there.set_up) == address(here.set_up)
    assert told(lesson, "").needs == english.needs and lesson.group == english.group


@pytest.mark.parametrize("tag", ["ar-XB", *OTHERS])
@pytest.mark.parametrize("name", ENGLISH_ONES.lessons)
def test_every_formula_and_link_is_there(name, tag):
    lesson, english = read_in(tag).lessons[name], ENGLISH_ONES.lessons[name]
    for there, here in zip(lesson.steps, english.steps, strict=True):
        for one, other in zip(there.parts, here.parts, strict=True):
            if isinstance(one, Text):
                links = r'href="[^"]*"'
                assert sorted(re.findall(links, one.html)) == sorted(re.findall(links, other.html))
                assert one.html.count("<math") == other.html.count("<math")
                assert one.html.count("<strong>") == other.html.count("<strong>")


def test_what_is_not_said_in_a_language_is_in_english():
    pseudo = read_in("ar-XB").lessons[
        "first-line" if "first-line" in ENGLISH_ONES.lessons else next(iter(ENGLISH_ONES.lessons))
    ]
    assert pseudo.title.startswith("⟦")
    listing = json.loads(read_in("ar-XB").listing)
    assert all(each["title"].startswith("⟦") for each in listing["lessons"])


def test_a_teachers_own_lessons_stay_in_their_language(tmp_path):
    (tmp_path / "own.md").write_text("", "utf-8")
    (tmp_path / "sample.md").write_text(f"{HEAD}## Step\nText\n", "utf-8")
    shelved = Shelf(tmp_path).now()
    there = shelved.read_in(language_of("ar-XB"))
    assert there.lessons["sample"] is shelved.lessons["sample"] and there.is_read_in(language_of("ar-XB"))
    assert there is shelved.read_in(language_of("ar-XB")) and not shelved.is_read_in(language_of("en-XA"))
    assert all(each["text"].startswith("⟦") for each in json.loads(there.listing)["faults"])
