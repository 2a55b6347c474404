"""What pages say is read strictly; anything else is refused, and never a fault."""

import json

import pytest

from glassbox.classroom import said
from glassbox.classroom.refused import Refused
from tests.classroom.make_golden_classroom import SAID


@pytest.mark.parametrize("message", SAID, ids=lambda message: message["text"])
def test_what_the_page_writes_is_read(message):
    assert isinstance(said.read(message["text"]), said.Said)


WRONG = [
    {}, [], 1, None, {"type": "unknown"}, {"type": "end"}, {"type": "end", "counter": -1},
    {"type": "end", "counter": True},
    {"type": "end", "counter": 1, "more": 1}, {"type": "pace", "counter": 1, "mode": "sleep"},
    {"type": "rename", "name": "x" * 25}, {"type": "answer", "id": "", "question": 1, "round": 1, "value": 1},
    {"type": "answer", "id": "a", "question": 1, "round": 1, "value": "1"},
    {"type": "answer", "id": "a", "question": 1, "round": 1, "value": [None]},
    {"type": "enter", "role": "lead", "token": ""},
    {"type": "pace", "counter": 1, "mode": "eyes_up", "text": "x" * 201},
    {"type": "ask", "counter": 1, "question": {"kind": "choice", "text": ""}},
    {"type": "ask", "counter": 1, "question": {"kind": "choice", "text": "?", "options": [7]}},
]  # fmt: skip


@pytest.mark.parametrize("message", WRONG, ids=json.dumps)
def test_what_is_none_is_not_understood(message):
    with pytest.raises(Refused, match="not_understood"):
        said.read(json.dumps(message))


@pytest.mark.parametrize(
    "text",
    ["", "{", "NaN", '{"type": "end", "counter": 1e999}', '"\ud800"', '{"type":"end","counter":NaN}', "[" * 9000],
)
def test_what_is_no_json_is_refused_too(text):
    with pytest.raises(Refused, match=r"not_json|not_understood"):
        said.read(text)
