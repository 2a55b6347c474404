"""A drawn name is known again in every language that it can be read in."""

import re
from pathlib import Path

from glassbox.classroom.drawn_names import ADJECTIVES, ANIMALS, NAME, drawn_name
from glassbox.classroom.names import ADJECTIVES as MANY
from glassbox.words.languages import language_of

SHOWN = Path(__file__).parents[2] / "static/text/classroom_names.js"


def test_the_words_are_those_that_the_page_shows():
    lists = re.findall(r'toSay\(\s*((?:"[^"]*"[\s+]*)+)', SHOWN.read_text("utf-8"))
    assert ["".join(re.findall('"([^"]*)"', each)) for each in lists] == [ADJECTIVES, ANIMALS]
    assert len(ADJECTIVES.split(",")) == MANY


def test_a_name_is_known_in_english_and_in_chinese():
    chinese = language_of("zh-Hans")
    adjectives, animals = (re.split("[，、,]", chinese.word(words)) for words in (ADJECTIVES, ANIMALS))
    name = chinese.word(NAME.format(adjective=adjectives[63].strip(), animal=animals[5].strip()))
    assert name != "Witty Buzzard"
    assert drawn_name(name) == drawn_name(" witty  BUZZARD ") == (63, 5)
    assert drawn_name("Amber Alpaca") == (0, 0)


def test_other_names_are_none():
    for text in ("", "Amber", "Alpaca Amber", "Ada"):
        assert drawn_name(text) is None
