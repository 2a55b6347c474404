"""A room comes back from its bytes as it was, with nobody in it, and later news than any it has told."""

import base64
import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from glassbox.classroom import said, told
from glassbox.classroom.limits import DAY
from glassbox.classroom.record import member_state, restored, room_state
from glassbox.labbook.room_record import RoomRecord
from glassbox.protocol.challenge import Record
from tests.classroom.rooms import NOW, joined, kept, lead, new_room, say

OLD_ROOM = Path(__file__).parents[1] / "golden" / "kept_room.json"  # as the first version that was rolled in kept it


def busy_room():
    room, key = new_room()
    member, token = joined(room)
    lead(room, key, said.FreeNames, on=True)
    _, other = joined(room, "Jo <b>")
    lead(room, key, said.Pace, mode="steps", lesson="xor", first=2, last=4)
    lead(room, key, said.Stage, what="wall", tiles=(1,))
    lead(room, key, said.Ask, question=said.Asked(kind="choice", text="Which?", options=("a", "b")))
    say(room, member, said.Answer, id="a1", question=1, round=1, value=1)
    lead(room, key, said.Lock)
    lead(room, key, said.Reveal, truth=None)
    lead(room, key, said.Again)
    say(room, member, said.Answer, id="a2", question=1, round=2, value=0)
    return room, key, member, token, other


def test_it_comes_back_as_it_was():
    room, key, member, token, other = busy_room()
    back = restored(kept(room), 300, NOW + 5)
    assert msgspec.structs.replace(back.for_all(), version=0) == msgspec.structs.replace(room.for_all(), version=0)
    for each in (token, other):
        known, was = back.member_of(each), room.member_of(each)
        assert back.for_member(known, NOW).answers == room.for_member(was, NOW).answers and known.owner == was.owner
    assert back.version > room.version and not back.unkept and not back.is_led
    lead(back, key, said.Pace, mode="own")
    assert back.pace.mode == "own" and joined(back)[0].number == 3
    assert say(back, back.members[member.number], said.Answer, id="a2", question=1, round=2, value=0) is None
    assert back.question.for_all().answered == 1


def test_who_led_leads_and_who_had_lost_the_lead_has_lost_it():
    room, key = new_room()
    lead(room, key, said.HandOver)
    second = room.lead.take(room.lead.offer(NOW).secret, NOW)
    back = restored(kept(room), 300, NOW)
    assert back.lead.counter == 2 and back.lead.keys == room.lead.keys and back.lead.holder == room.lead.holder
    assert second.encode() not in room_state(room)


def test_no_secret_of_a_member_or_lead_is_in_the_bytes():
    room, _, member, token, _ = busy_room()
    assert token.encode() not in member_state(member) + room_state(room)


def test_a_room_that_was_in_use_when_the_server_died_runs_out_a_day_after_it_was_kept():
    room, _ = new_room()
    member, _ = joined(room)
    room.is_with(member, True, NOW)
    back = restored(kept(room, NOW + 100), 300, NOW + 3 * DAY)
    assert back.left == NOW + 100
    room.is_with(member, False, NOW + 50)
    assert restored(kept(room, NOW + 100), 300, NOW).left == NOW + 50


def test_even_with_a_clock_that_was_set_back_the_version_grows():
    room, _ = new_room()
    assert restored(kept(room), 300, NOW - DAY).version == room.version + 1


def test_bytes_that_are_no_room_are_refused():
    with pytest.raises(msgspec.DecodeError):
        restored(RoomRecord("k7px", NOW, b"nonsense", {}, {}), 300, NOW)


def test_a_challenge_comes_back_closed_with_its_records():
    room, key = new_room()
    member, _ = joined(room)
    room.shown = "shown"
    lead(room, key, said.Challenge, goal=told.Goal(measure="test_loss", at=0.2), by="parameters", locked=("dataset",))
    room.challenge.note(member.number, Record(17, 17, 3.5, 0.1, reached=4, tried=5))
    room.challenge.shows_top = True
    back = restored(kept(room), 300, NOW)
    assert back.for_all().challenge == msgspec.structs.replace(room.for_all().challenge, phase="closed")
    back.desk_is_with(key, True, NOW)
    assert back.for_all().challenge.top and back.challenges == 1
    assert back.for_desk(key, NOW).records == room.for_desk(key, NOW).records


def test_a_lesson_s_question_and_a_box_are_kept_as_ids():
    room, key = new_room()
    place = told.OfLesson(name="xor", step=2, number=1, language="zh-Hans")
    axis = told.Axis(measure="test_loss", epochs=100, high=0.75)
    lead(room, key, said.Ask, question=said.Asked(kind="curve", text="画出来", axis=axis, lesson=place))
    question = restored(kept(room), 300, NOW).for_all().question
    assert (question.lesson, question.axis, question.text) == (place, axis, "画出来")


def test_a_room_that_was_kept_when_boxes_had_words_still_comes_back():
    room, key = new_room()
    lead(room, key, said.Ask, question=said.Asked(kind="curve", text="Sketch it."))
    record = kept(room)
    old = msgspec.msgpack.decode(record.state)
    asked = old["questions"][0]["asked"]
    asked["axis"] = {"x": "epochs, from 0 to 20", "y": "test loss, from 0 to 1"}
    del asked["lesson"]
    state = msgspec.msgpack.encode(old)
    question = restored(replace(record, state=state), 300, NOW).for_all().question
    assert question.axis.measure is None and question.lesson is None
    assert (question.axis.x, question.axis.y) == ("epochs, from 0 to 20", "test loss, from 0 to 1")


def test_a_room_of_an_earlier_version_comes_back():
    old = json.loads(OLD_ROOM.read_text("utf-8"), object_hook=lambda each: {k: unpacked(v) for k, v in each.items()})
    answers = {("k7px", *map(int, place.split())): state for place, state in old["answers"].items()}
    members = {int(number): state for number, state in old["members"].items()}
    back = restored(RoomRecord("k7px", NOW, old["state"], members, answers), 300, NOW)
    room = busy_room()[0]
    assert len(back.members) == 2 and back.free_names and back.pace == room.pace and back.stage.tiles == (1,)
    assert back.question.for_all() == room.question.for_all()
    assert back.challenge.phase == "closed" and back.challenge.records[1].reached == 4


def unpacked(value):
    return base64.b64decode(value) if isinstance(value, str) else value
