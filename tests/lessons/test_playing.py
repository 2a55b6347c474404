"""Tests that every lesson can be taken: each start opens, no goal holds there, and every answer is told something.

Each is played through a real server, with right, wrong and no answers, from two seeds (`player.py`).
"""

import json
from pathlib import Path

import numpy as np
import pytest

from glassbox.config import Config
from glassbox.lessons.length import long_texts
from glassbox.lessons.shelf import Shelf
from tests.lessons.make_golden_lesson import SAMPLES
from tests.lessons.player import clouds, play, ways_of
from tests.node import node
from tests.web.conftest import really_running

SHIPPED = Shelf().now().lessons
SAMPLE_LESSONS = Shelf(texts=SAMPLES).now().lessons
SEEDS = (None, 7)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def school():
    with really_running(Config(lessons_folder=SAMPLES)) as server:
        yield server


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SHIPPED)
def test_every_lesson_can_be_taken(school, name, seed):
    assert play(school, SHIPPED[name], seed) or not _questions(SHIPPED[name])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SAMPLE_LESSONS)
def test_the_samples_can_be_taken(school, name, seed):
    told = play(school, SAMPLE_LESSONS[name], seed, ways_of(name, SAMPLES / "ways"))
    assert {each.state for each in told} >= {"waiting"}


def test_a_goal_without_a_way_and_one_that_holds_at_the_start_are_noticed(school):
    lesson = SAMPLE_LESSONS["first-line"]
    with pytest.raises(AssertionError, match="has no way to its goal 3/1"):
        play(school, lesson.model_copy(update={"steps": (*lesson.steps[:2], lesson.steps[2])}), None, {})
    easy = lesson.steps[2].question(1).model_copy(update={"goal": lesson.steps[0].question(1).choice[2].when})
    assert easy.goal.is_always


@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_is_longer_than_a_reader_takes_in(name):
    assert [fault.text for fault in long_texts(SHIPPED[name])] == []


def _questions(lesson):
    return [part for step in lesson.steps for part in step.parts if hasattr(part, "number")]


def test_the_clouds_are_those_of_the_page():
    module = ROOT / "static" / "state" / "logic_data.js"
    script = f"import {{ cloudsOf }} from {json.dumps(module.as_uri())}; console.log(JSON.stringify(cloudsOf('xor')));"
    told = node("--no-warnings", "--input-type=module", input=script)
    drawn = [[point["x1"], point["x2"], point["target"]] for point in json.loads(told.stdout)["points"]]
    assert np.allclose(clouds("xor"), drawn, atol=6e-4)  # the page rounds to three digits
