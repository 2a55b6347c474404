"""A lesson's question is worded by its lesson, in the language of whoever reads; what is typed stays as it is."""

from dataclasses import replace

import msgspec
import pytest

from glassbox.classroom import said, told
from glassbox.classroom.asking import check_asked
from glassbox.lessons.answers import predict_told
from glassbox.lessons.lesson import Predict
from glassbox.lessons.markup import untagged
from glassbox.lessons.shelf import Shelf
from glassbox.web.classroom.asked_words import worded
from glassbox.words.languages import language_of

ENGLISH = Shelf().now()
CHINESE = ENGLISH.read_in(language_of("zh-Hans"))
PLACES = [
    (lesson.name, step, part.number)
    for lesson in ENGLISH.lessons.values()
    for step, each in enumerate(lesson.steps, 1)
    for part in each.parts
    if isinstance(part, Predict)
]


def asked_of(name, step, number, shelved=ENGLISH, language="en"):
    """As the desk asks it."""
    part = predict_told(shelved.lessons[name].steps[step - 1].question(number))
    return said.Asked(
        kind=part.form, text=untagged(part.ask), options=tuple(map(untagged, part.choices)),
        unit=part.unit if part.form == "number" else "",
        lesson=told.OfLesson(name=name, step=step, number=number, language=language),
    )  # fmt: skip


def test_each_question_of_a_lesson_that_comes_along_is_asked_in_one_language_and_read_in_another():
    assert len(PLACES) > 60
    for place in PLACES:
        english, chinese = asked_of(*place), check_asked(asked_of(*place, CHINESE, "zh-Hans"))
        assert worded(english, ENGLISH) == english and worded(english, CHINESE).text == chinese.text != english.text
        assert worded(chinese, ENGLISH).options == english.options


@pytest.mark.parametrize(
    "changes",
    [
        {"lesson": None},
        {"kind": "number"},
        {"options": ("a", "b")},
        {"lesson": told.OfLesson(name="gone", step=1, number=1, language="en")},
        {"lesson": told.OfLesson(name="first-five-minutes", step=99, number=1, language="en")},
        {"lesson": told.OfLesson(name="first-five-minutes", step=1, number=9, language="en")},
    ],
)
def test_what_no_lesson_has_so_stays_as_it_was_asked(changes):
    asked = msgspec.structs.replace(asked_of(*PLACES[0]), **changes)
    assert PLACES[0][:2] == ("first-five-minutes", 1) and worded(asked, CHINESE) == asked


def test_a_lesson_of_the_teachers_own_has_one_language():
    asked = asked_of(*PLACES[0])
    own = CHINESE.lessons[asked.lesson.name].model_copy(update={"is_own": True})
    assert worded(asked, replace(CHINESE, lessons={own.name: own})) == asked
