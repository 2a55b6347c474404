"""Whatever pages say, in whatever order: a room refuses it or does it, and can be told, kept and brought back after."""

import json
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from glassbox.classroom import said, told
from glassbox.classroom.keys import digest
from glassbox.classroom.orders import obey_lead, obey_member
from glassbox.classroom.record import restored
from glassbox.classroom.refused import Refused
from tests.classroom.make_golden_classroom import SAID
from tests.classroom.rooms import NOW, joined, kept, new_room

ORDINARY = [json.loads(message["text"]) for message in SAID]
OF_QUESTIONS = [message for message in ORDINARY if message["type"] in ("ask", "answer", "reveal")]
ODD = st.sampled_from(
    [
        0,
        1,
        2,
        -1,
        10**400,
        0.5,
        1e300,
        -1e300,
        None,
        True,
        "",
        "x",
        "k" * 500,
        "\u202e<b>",
        [],
        [0.5, 0.5],
        [1] * 64,
        {},
    ]
)


@st.composite
def messages(draw):
    """One of the ordinary messages, of which some fields hold something else."""
    message = dict(draw(st.sampled_from(ORDINARY) | st.sampled_from(OF_QUESTIONS)))
    for name in draw(st.lists(st.sampled_from(sorted(message)), max_size=2)):
        if name != "type":
            message[name] = draw(ODD)
    if isinstance(message.get("question"), dict):
        kind = draw(st.sampled_from(["choice", "number", "curve"]))
        message["question"] = {**message["question"], "kind": kind}
    elif message["type"] == "answer":
        message |= {"question": draw(st.integers(1, 2)), "round": 1}
    return json.dumps(message)


@given(st.lists(st.tuples(st.booleans(), messages()), max_size=40))
def test_a_room_goes_on_whatever_is_said_in_it(all_said):
    room, key = new_room()
    room.desk_is_with(key, True, NOW)
    (member, _), _ = joined(room), joined(room)
    member.session = "a session"
    for is_lead, text in all_said:
        with suppress(Refused):
            message = said.read(text)
            if is_lead:
                obey_lead(room, key, message, NOW)
            elif member.number in room.members:
                obey_member(room, member, message, NOW)
        for page in (room.for_all(), *(room.for_member(each, NOW) for each in room.members.values())):
            assert told.write(page)
        assert told.write(room.for_desk(key, NOW)) and told.write(room.for_desk(digest("other"), NOW))
    back = restored(kept(room), 300, NOW)
    assert back.for_all().question == room.for_all().question and back.for_all().members == room.for_all().members
