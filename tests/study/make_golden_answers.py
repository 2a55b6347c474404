"""Writes tests/golden/answers.json: an answer of each kind as the page gets it, with its question,
for Python and JavaScript.

Long lists of numbers are cut short, so that a person can read the file; the page's types are checked against it
(`tests/static/check_types.py`). Run it when an answer has changed on purpose: python -m tests.study.make_golden_answers
"""

import json
from pathlib import Path

from glassbox.engine.choices import Optimizer
from glassbox.engine.objectives import Objective
from glassbox.run.answers import answer as of_run
from glassbox.study.questions import (
    QUESTIONS,
    CheckQuestion,
    FormulasQuestion,
    GraphQuestion,
    LandscapeQuestion,
    NeuronQuestion,
    RaceQuestion,
    SeedsQuestion,
    answer,
)
from glassbox.study.seeds import Trials
from glassbox.words.wire import worded_json
from tests.run.tools import run_of, train_epochs

GOLDEN = Path(__file__).parents[1] / "golden" / "answers.json"
MOST_NUMBERS = 4
LONGEST_TEXT = 160

SMALL = dict(hidden=[{"units": 3}], samples=40, validation_share=20)
ASKED = (
    ("activations", None, {}),
    ("weights", None, {}),
    ("measures", None, {}),
    ("measures", None, dict(dataset="plane")),
    ("sums", None, {}),
    ("silent", None, dict(activation="relu", initial_bias=-5)),
    ("neuron", NeuronQuestion(layer=1, unit=2, sample=3), {}),
    ("neuron", NeuronQuestion(layer=2, unit=0, place=(1.5, -2.0)), {}),
    ("diagnostics", None, dict(initialization="zeros", normalization="batch")),
    ("bends", None, dict(activation="relu")),
    ("bends", None, dict(normalization="layer")),
    ("graph", GraphQuestion(), {}),
    ("graph", GraphQuestion(sample=1, open="W1", place=(1, 0)), {}),
    ("graph", GraphQuestion(sample=1, detail="operation"), {}),
    ("graph/check", CheckQuestion(sample=1), {}),
    ("graph/formulas", FormulasQuestion(texts=["z⁽¹⁾ = s⁽¹⁾ + b⁽¹⁾", "z & y"]), {}),
    ("landscape", LandscapeQuestion(size=9), {}),
    ("landscape", LandscapeQuestion(kind="weights", size=9, weights=((1, 0, 0), (1, 0, None))), {}),
    ("race", RaceQuestion(steps=3, starts={Optimizer.ADAM: (1.0, 2.0)}), {}),
    ("race", RaceQuestion(hill=Objective.BOWL, steps=3, rate=0.5), {}),
)
SEEDS = SeedsQuestion(seeds=2, epochs=2, target=0.5)


def asked():
    """Each question with what answers it: name, question, answer."""
    for name, question, settings in ASKED:
        run = run_of(**SMALL | settings)
        train_epochs(run, 3)
        of = QUESTIONS[name].of
        yield name, question, answer(name, None if of == "nothing" else of_run(run, of, {}), question)
    for settings in ({}, dict(dataset="plane"), dict(dataset="sine")):
        yield "seeds", SEEDS, report_of(settings)


def report_of(settings):
    """What is told of seeds once they are trained."""
    trials = Trials(of_run(run_of(**SMALL | settings), "snapshot", {}), SEEDS)
    while not trials.is_done:
        trials.work(1.0)
    return trials.report()


def shortened(value):
    """The same with fewer numbers and shorter texts."""
    if isinstance(value, dict):
        return {name: shortened(part) for name, part in value.items()}
    if isinstance(value, list):
        is_numbers = all(part is None or isinstance(part, int | float | list) for part in value)
        return [shortened(part) for part in (value[:MOST_NUMBERS] if is_numbers else value)]
    return value[:LONGEST_TEXT] if isinstance(value, str) else value


def golden():
    """The whole file as data."""
    return [
        {
            "name": name,
            "question_type": question and type(question).__name__,
            "question": question and question.model_dump(mode="json"),
            "answer_type": type(found).__name__,
            "answer": shortened(json.loads(worded_json(found))),
        }
        for name, question, found in asked()
    ]


def main():
    """Write the file."""
    GOLDEN.write_text(json.dumps(golden(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
