"""What a server tells a page: golden messages of every kind stay as they are on the wire."""

import json

import pytest

from glassbox.catalogue import PROTOCOL
from glassbox.protocol import server_messages
from glassbox.protocol.messages import write
from glassbox.protocol.server_messages import Bye, Configured, Note, Ready, Refused, ServerMessage, State, Stop, Warming
from tests.protocol.make_golden_messages import GOLDEN, written_messages

GOOD = json.loads(GOLDEN.read_text("utf-8"))["messages"]


def test_golden_messages_are_of_every_kind():
    assert {type(message) for message in written_messages()} == set(ServerMessage.__subclasses__())


def test_golden_messages_are_on_the_wire_as_they_were():
    assert [write(message) for message in written_messages()] == [good["text"] for good in GOOD]
    assert [json.loads(good["text"]) for good in GOOD] == [good["message"] for good in GOOD]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (Ready(), '{"type": "ready"}'),
        (Note("Saved."), '{"type": "note", "text": "Saved."}'),
        (Refused("No.", None), '{"type": "refused", "text": "No.", "about": null}'),
        (Bye("left", "Bye."), '{"type": "bye", "code": "left", "text": "Bye."}'),
        (Warming(1, 3, "maps"), '{"type": "warming", "done": 1, "total": 3, "what": "maps"}'),
        (
            State(playing=False, stop=Stop("epochs", "Done."), best=7),
            '{"type": "state", "playing": false, "stop": {"code": "epochs", "text": "Done."}, "best": 7}',
        ),
    ],
)
def test_small_messages_say_just_this(message, text):
    assert json.loads(write(message)) == json.loads(text)


def test_a_welcome_names_the_protocol_that_its_page_must_speak():
    first = written_messages()[0]
    assert isinstance(first, server_messages.Welcome) and json.loads(write(first))["protocol"] == PROTOCOL


def test_messages_hold_no_number_that_json_lacks():
    with pytest.raises(ValueError, match="JSON"):
        write(Configured({"gain": float("nan")}, (), None, 1))
