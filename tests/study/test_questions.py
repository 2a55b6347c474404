"""The questions of the drawer: plain data both ways, each answered by a function that is there,
without Numba until asked.
"""

import json
import pickle
import pkgutil
import subprocess
import sys

import pytest

from glassbox.run.answers import ANSWERS
from glassbox.study import questions
from glassbox.study.questions import QUESTIONS, Of, SeedsQuestion
from glassbox.words.wire import worded_json
from tests.study.make_golden_answers import GOLDEN

GOOD = json.loads(GOLDEN.read_text("utf-8"))
MODELS = {entry.question for entry in QUESTIONS.values() if entry.question} | {SeedsQuestion}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_answers_a_question_is_there(name):
    assert callable(pkgutil.resolve_name(f"glassbox.study.{QUESTIONS[name].by}"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_it_needs_of_the_run_can_be_asked_of_a_run(name):
    assert QUESTIONS[name].of is Of.NOTHING or QUESTIONS[name].of in ANSWERS


@pytest.mark.parametrize(
    "at", [at for at, entry in enumerate(GOOD) if entry["question"]], ids=lambda at: f"{GOOD[at]['name']} {at}"
)
def test_a_question_survives_json_and_pickling(at):
    entry = GOOD[at]
    asked = getattr(questions, entry["question_type"]).model_validate_json(json.dumps(entry["question"]))
    assert type(asked).model_validate_json(asked.model_dump_json()) == asked
    assert pickle.loads(pickle.dumps(asked)) == asked
    assert json.loads(worded_json(asked.model_dump(mode="json"))) == entry["question"]


def test_every_model_is_asked_somewhere():
    models = {
        kind
        for kind in vars(questions).values()
        if isinstance(kind, type) and issubclass(kind, questions.StudyQuestion)
    }
    assert models - {questions.StudyQuestion} == MODELS


def test_numba_is_loaded_only_where_a_question_is_answered():
    check = "import sys, glassbox.study.questions, glassbox.web.questions; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
