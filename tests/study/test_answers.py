"""What questions are answered with: as the golden file has it, and as the structs declare it."""

import json

import msgspec
import pytest

from glassbox.study.answers import of_diagnostics, of_graph, of_network, of_training
from glassbox.study.answers.of_training import NoSeeds
from glassbox.study.questions import QUESTIONS
from glassbox.words.wire import worded_json
from tests.study.make_golden_answers import GOLDEN, asked, golden

GOOD = json.loads(GOLDEN.read_text("utf-8"))


def like(value):
    """Numbers to within rounding: the last digits are the machine's."""
    if isinstance(value, dict):
        return {name: like(part) for name, part in value.items()}
    if isinstance(value, list):
        return [like(part) for part in value]
    return pytest.approx(value, rel=1e-3, abs=1e-4) if type(value) is float else value


def without_texts_of_bytes(value):
    """Bytes in base64 and formulas with numbers have such last digits too."""
    if isinstance(value, dict):
        return {
            name: without_texts_of_bytes(part)
            for name, part in value.items()
            if name not in ("float32", "dots", "mean", "winners", "disagreement", "formulas")
        }
    return [without_texts_of_bytes(part) for part in value] if isinstance(value, list) else value


def test_the_golden_file_is_what_its_script_writes():
    now, then = golden(), GOOD
    assert [(each["name"], each["answer_type"]) for each in now] == [
        (each["name"], each["answer_type"]) for each in then
    ]
    for one, other in zip(now, then, strict=True):
        assert one["question"] == other["question"]
        assert without_texts_of_bytes(one["answer"]) == like(without_texts_of_bytes(other["answer"])), one["name"]


def test_there_is_an_answer_of_each_kind():
    assert {entry["name"] for entry in GOOD} == (QUESTIONS.keys() - {"cases"}) | {"seeds"}
    told = {entry["answer_type"] for entry in GOOD}
    declared = (vars(module) for module in (of_network, of_diagnostics, of_graph, of_training))
    structs = {name for names in declared for name, kind in names.items() if isinstance(kind, type)}
    assert told == {name for name in structs if name.endswith("Answer")}


def test_an_answer_is_read_back_as_it_was_declared():
    for name, _, found in asked():
        sent = worded_json(found)
        assert msgspec.json.decode(sent, type=type(found)) == found, name


def test_nothing_is_known_of_seeds_before_they_are_asked_for():
    assert worded_json(NoSeeds()) == b'{"state":"none"}'
