"""The letters to a page: golden ones of every kind stay as they are on the wire."""

import json

import pytest

from glassbox.catalogue import PROTOCOL
from glassbox.protocol import server_messages
from glassbox.protocol.messages import write
from tests.protocol.make_golden_messages import GOLDEN, written_letters

GOOD = json.loads(GOLDEN.read_text("utf-8"))["letters"]


def test_golden_letters_are_of_every_kind():
    kinds = {
        name
        for name, value in vars(server_messages).items()
        if callable(value) and value.__module__ == server_messages.__name__
    }
    assert {letter["type"] for letter in written_letters()} == kinds


def test_golden_letters_are_on_the_wire_as_they_were():
    assert [write(letter) for letter in written_letters()] == [good["text"] for good in GOOD]
    assert [json.loads(good["text"]) for good in GOOD] == [good["letter"] for good in GOOD]


def test_small_letters_say_just_this():
    assert server_messages.ready() == {"type": "ready"}
    assert server_messages.note("Saved.") == {"type": "note", "text": "Saved."}
    assert server_messages.refused("No.", None) == {"type": "refused", "text": "No.", "about": None}
    assert server_messages.bye("left", "Bye.") == {"type": "bye", "code": "left", "text": "Bye."}
    assert server_messages.warming(1, 3, "maps") == {"type": "warming", "done": 1, "total": 3, "what": "maps"}


def test_a_welcome_names_the_protocol_that_its_page_must_speak():
    assert written_letters()[0]["protocol"] == PROTOCOL


def test_letters_hold_no_number_that_json_lacks():
    with pytest.raises(ValueError, match="JSON"):
        write(server_messages.configured({"gain": float("nan")}, [], None, 1))
