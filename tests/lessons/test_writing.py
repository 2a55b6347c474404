"""Tests that the page on how to write a lesson is right: its worked example is a lesson, and it names every fact."""

from glassbox.lessons.facts import of_runs
from glassbox.lessons.length import long_texts
from glassbox.lessons.lesson import Do
from glassbox.lessons.reading import read_lesson
from glassbox.lessons.writing import TEXT, writing
from glassbox.settings import Settings
from glassbox.words.explanations import TEXTS


def example():
    text = (TEXTS / f"{TEXT}.md").read_text("utf-8")
    return text.split("````markdown\n", 1)[1].split("````", 1)[0]


def test_the_worked_example_is_a_lesson():
    lesson, faults = read_lesson(example(), "own-line", is_own=True)
    assert faults == [] and list(long_texts(lesson)) == []
    assert any(isinstance(part, Do) for part in lesson.steps[1].parts)


def test_every_fact_is_named_with_its_meaning():
    page = writing()
    assert page.title == "How to write a lesson"
    for name, fact in of_runs().items():
        if name not in Settings.model_fields:
            assert f"<code>{name}</code>" in page.html and fact.meaning[1:20] in page.html
    assert "<code>double_descent.test_mse</code>" in page.html and "<script" not in page.html


def test_what_the_text_says_of_the_notation_is_so():
    html = writing().html
    for kind in ("set", "predict", "do", "look", "why", "exactly"):
        assert f"<dt>{kind}</dt>" in html
