"""Runs at the edge of what numbers can say: one test point, targets all alike, weights that overflow. Every question is
answered with what JSON can hold, and what has no number is told as missing.
"""

import json

import msgspec
import numpy as np
import pytest

from glassbox.data import Own
from glassbox.engine.dataset import problem_with
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import ANSWERS, take_snapshot
from glassbox.study import questions
from glassbox.study.questions import QUESTIONS, Of, SeedsQuestion, answer
from glassbox.study.seeds import Trials
from glassbox.tables.drawn import drawn
from glassbox.words.wire import worded_json
from tests.run.tools import run_of, train_epochs
from tests.study.make_golden_answers import GOLDEN

GOOD = json.loads(GOLDEN.read_text("utf-8"))


def read(entry):
    return getattr(questions, entry["question_type"]).model_validate_json(json.dumps(entry["question"]))


ASKED = {
    f"{entry['name']} {at}": (entry["name"], read(entry))
    for at, entry in enumerate(GOOD) if entry["name"] in QUESTIONS and entry["question"]
} | {name: (name, None) for name, entry in QUESTIONS.items() if entry.question is None}  # fmt: skip


def own(classes, points, inputs=2, **settings):
    observations = drawn(points, problem_with(classes), classes, inputs=inputs)
    return run_of(dataset=Own("x", observations), **settings)


def with_weights(factor, **settings):
    run = run_of(**settings)
    train_epochs(run, 2)
    run.trainer.parameters[:] *= np.float32(factor)
    run.changed()
    return run


RUNS = {
    "one test point": lambda: own(0, [(x, x, x / 5) for x in (-4, -1, 0, 3)], training_share=90),
    "one test point of a curve": lambda: own(0, [(x, 0, x / 5) for x in (-4, -1, 0, 3)], inputs=1, training_share=90),
    "two points": lambda: own(2, [(1, 1, 0), (-1, -1, 1)]),
    "two points of one class": lambda: own(2, [(1, 1, 0), (-1, -1, 0)]),
    "two numbers": lambda: own(0, [(1, 1, 0.5), (-1, -1, 0.25)]),
    "a constant target": lambda: own(0, [(x / 10, x * x % 7 / 7, 1.5) for x in range(-20, 20)]),
    "a constant curve": lambda: own(0, [(x / 10, 0, 1.5) for x in range(-20, 20)], inputs=1),
    "targets of 0": lambda: own(0, [(x / 10, x / 20, 0.0) for x in range(-20, 20)], batch_size=1),
    "a class never seen": lambda: own(5, [(x / 10, x / 20, 0) for x in range(-20, 20)]),
    "all in one place": lambda: own(2, [(1, 1, x % 2) for x in range(20)]),
    "all weights 0": lambda: run_of(initialization="zeros"),
    "vast weights": lambda: with_weights(1e18),
    "weights that overflow": lambda: with_weights(1e38),
    "weights that overflow, of numbers": lambda: with_weights(1e38, dataset="plane"),
    "weights that overflow, of a curve": lambda: with_weights(1e36, dataset="sine"),
    "weights that overflow, of three classes": lambda: with_weights(1e38, dataset="spiral3"),
    "weights that overflow, normalized": lambda: with_weights(1e38, hidden=[{"units": 4, "normalization": "batch"}]),
    "weights that are no numbers": lambda: with_weights(np.nan),
    "weights that are infinite": lambda: with_weights(np.inf, dataset="plane"),
}


@pytest.fixture(scope="module", params=RUNS)
def run(request):
    return RUNS[request.param]()


def told(found):
    """What arrives of an answer. Its type says where a number may be missing; elsewhere decoding fails."""
    text = worded_json(found)
    return msgspec.json.decode(text, type=type(found)) if isinstance(found, msgspec.Struct) else json.loads(text)


@pytest.mark.parametrize("asked", ASKED)
def test_every_question_is_answered_or_refused_in_a_sentence(run, asked):
    name, question = ASKED[asked]
    of = QUESTIONS[name].of
    taken = ANSWERS[of](run) if of in (Of.SNAPSHOT, Of.TRAJECTORY) else None
    try:
        told(answer(name, taken, question))
    except Refusal as refusal:
        assert refusal.text.endswith(".")


def test_many_seeds_are_answered_at_every_moment(run):
    trials = Trials(take_snapshot(run), SeedsQuestion(seeds=2, epochs=2))
    told(trials.report())
    while not trials.is_done:
        trials.work(0.0)
        told(trials.report())
    assert len(trials.report().scores) == 2
