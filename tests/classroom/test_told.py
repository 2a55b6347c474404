"""Both sides read and write the same texts: tests/golden/classroom.json."""

import json

import msgspec

from glassbox.classroom.told import snake, write
from tests.classroom.make_golden_classroom import GOLDEN, golden, told_messages


def test_the_golden_file_is_what_python_writes():
    assert json.loads(GOLDEN.read_text("utf-8")) == golden(), "run python -m tests.classroom.make_golden_classroom"


def test_a_message_says_its_type():
    assert (snake("Room"), snake("ResumeWord")) == ("room", "resume_word")
    for message in told_messages():
        assert msgspec.json.decode(write(message))["type"] == snake(type(message).__name__)


def test_one_of_each_kind_is_in_it():
    from glassbox.classroom import told

    assert {type(message) for message in told_messages()} == set(told.ToPage.__subclasses__())
