"""Tests that what lessons point at is there: parts of the page, controls that are hidden or locked, other lessons."""

import re
from functools import cache

import pytest

from glassbox.lessons.lesson import Look, SetUp
from glassbox.lessons.shelf import Shelf
from glassbox.paths import static_folder, template_folder
from glassbox.settings import Settings
from glassbox.web.pages import render

SHELVED = Shelf().now()
LESSONS = SHELVED.lessons
MARKS = ("id", "data-tab", "data-setting", "data-part", "data-parts", "data-look", "data-do", "data-controls")


@cache
def places():
    """All names by which a part of the page can be found, in its document or in what its scripts make."""
    sources = [file for file in static_folder().rglob("*.js") if "vendor" not in file.parts]
    texts = [render(template_folder(), None), *(file.read_text("utf-8") for file in sources)]
    marks = re.compile(rf'(?:{"|".join(MARKS)})="([a-z][a-z0-9_ -]*)"')
    return {name for text in texts for names in marks.findall(text) for name in names.split()}


def parts(kind):
    return [
        pytest.param(part, id=f"{name}-{number}-{at}")
        for name, lesson in LESSONS.items()
        for number, step in enumerate(lesson.steps, start=1)
        for at, part in enumerate(step.parts, start=1)
        if isinstance(part, kind)
    ]


@pytest.mark.parametrize("look", parts(Look))
def test_what_a_lesson_points_at_is_there(look):
    assert look.at in places()


@pytest.mark.parametrize("set_up", parts(SetUp))
def test_what_a_set_up_shows_hides_and_locks_is_there(set_up):
    named = [set_up.look.get(name, "") for name in ("tab", "hide", "lock", "pin")]
    assert set(filter(None, ",".join(named).split(","))) <= places() | set(Settings.model_fields)


@pytest.mark.parametrize("name", LESSONS)
def test_no_link_of_a_lesson_is_dead(name):
    links = re.findall(r'href=\\"([^"\\]*)', SHELVED.told(name).decode())
    inside = [link.removeprefix("#") for link in links if link.startswith("#")]
    elsewhere = [link for link in links if not link.startswith(("#", "http"))]
    assert set(inside) <= places()
    assert {link.split("?")[0] for link in elsewhere} <= {*LESSONS, "labbook", "experiments", "lessons", ""}
