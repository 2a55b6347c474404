"""Tests what a page is told of lessons: the golden file's words, and nothing that gives an answer away."""

import json

from glassbox.lessons.answers import told
from glassbox.lessons.shelf import Shelf
from tests.lessons.asking import lesson_of
from tests.lessons.make_golden_lesson import GOLDEN, SAMPLES, golden


def test_a_page_is_told_what_the_golden_file_says():
    assert json.loads(json.dumps(golden())) == json.loads(GOLDEN.read_text("utf-8"))


def test_no_answer_can_be_read_from_what_a_page_is_told():
    shelved = Shelf(texts=SAMPLES).now()
    for name in shelved.lessons:
        told = shelved.told(name).decode()
        for word in (
            "when",
            "goal",
            ">=",
            "&gt;=",
            "on the blue side",
            "lie on two sides",
            "otherwise",
            "Make the bias 0",
        ):
            assert word not in told


def test_a_lane_beside_is_told_whole_with_the_defaults_that_the_first_one_does_not_have():
    body = '## Step\n```set\ndataset = "xor"\npenalty = "l2"\nbeside = {penalty = "none", noise = 0.5}\n```\n'
    (step,) = told(lesson_of(body), "").steps
    assert step.parts[0].beside == {"dataset": "xor", "noise": "0.5", "penalty": "none"}
