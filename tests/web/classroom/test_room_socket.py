"""Pages come into a room by one socket each, are told what changes, and are heard."""

import json

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from glassbox.web.classroom import room_reader
from tests.web.classroom.people import Class, Page, lesson


def test_a_class_from_the_first_to_the_last_word(shared_server):
    with lesson(shared_server, phones=3) as (room, desk, phones):
        screen = room.screen()
        desk.until(lambda desk: len(desk.desk["members"]) == 3 and all(m["here"] for m in desk.desk["members"]))
        assert desk.desk["leads"] and desk.desk["projector"] == room.projector
        desk.order("show", session="a-session")
        desk.order("pace", mode="eyes_up", text="Look at me", trains=False)
        for page in (*phones, screen):
            page.until(lambda page: page.room["pace"]["mode"] == "eyes_up" and page.room["shown"])
            assert page.room["pace"]["text"] == "Look at me" and page.room["is_led"]
        desk.order("end")
        assert [page.farewell() for page in (*phones, screen, desk)] == ["ended"] * 5
        assert room.post("join").json()["id"] == "no_such_room"


def test_a_room_hears_nothing_of_another(shared_server):
    with (
        lesson(shared_server, phones=1) as (_, one, [phone]),
        lesson(shared_server, phones=1) as (_, other, [stranger]),
    ):
        other.order("pace", mode="eyes_up", text="Not for you")
        stranger.until(lambda page: page.room["pace"]["mode"] == "eyes_up")
        one.order("pace", mode="own")
        phone.until(lambda page: page.room["pace"]["mode"] == "own")
        assert phone.room["members"] == phone.room["here"] == 1 and phone.room["pace"]["text"] == ""


def test_a_member_and_a_screen_cannot_lead(shared_server):
    with lesson(shared_server, phones=1) as (room, desk, [phone]):
        for page in (phone, room.screen()):
            page.say("end", counter=1)
            assert page.refused() == {"type": "refused", "id": "only_the_lead", "values": {}, "about": "end"}
        desk.order("pace", mode="own")
        phone.until(lambda page: page.room["pace"]["mode"] == "own")


@pytest.mark.parametrize("role", ["member", "desk", "projector"])
def test_a_wrong_token_is_told_the_same_as_a_wrong_code(shared_server, role):
    with Class(shared_server.port) as room:
        other = "cccc" if room.code != "cccc" else "dddd"
        tokens = {"member": room.lead, "desk": room.projector, "projector": room.lead}
        pages = [Page(shared_server.port, code, role, tokens[role]) for code in (room.code, other, "nonsense")]
        assert [page.farewell() for page in pages] == ["no_such_room"] * 3


def test_whoever_says_something_else_first_is_sent_away(shared_server):
    with Class(shared_server.port) as room:
        for first in ('{"type": "end", "counter": 1}', "nonsense", b"\1"):
            with connect(f"ws://127.0.0.1:{shared_server.port}/ws/rooms/{room.code}") as socket:
                socket.send(first)
                assert json.loads(socket.recv(timeout=60)) == {"type": "bye", "code": "never_entered"}


def test_what_is_not_understood_is_refused_and_the_page_stays(shared_server):
    with lesson(shared_server, phones=1) as (_, desk, [phone]):
        for text in ("nonsense", "{}", '{"type": "pace"}', "x" * 20_000):
            phone.socket.send(text)
            assert phone.refused()["id"] in ("not_json", "not_understood")
        phone.socket.send(b"\1\2")
        assert phone.refused()["id"] == "not_understood"
        desk.order("pace", mode="own")
        phone.until(lambda page: page.room["pace"]["mode"] == "own")


def test_a_flood_is_complained_about_once_and_others_are_heard(shared_server, monkeypatch):
    monkeypatch.setattr(room_reader, "A_SECOND", 1e-6)  # however slowly it comes
    with lesson(shared_server, phones=2) as (_, desk, [flooder, phone]):
        for _ in range(1000):
            flooder.say("look_at", source="shown")
        assert flooder.refused()["id"] == "too_fast"
        desk.order("pace", mode="own")
        phone.until(lambda page: page.room["pace"]["mode"] == "own")
        flooder.until(lambda page: page.room["pace"]["mode"] == "own")


def test_a_foreign_page_gets_no_socket(shared_server):
    with Class(shared_server.port) as room:
        address = f"ws://127.0.0.1:{shared_server.port}/ws/rooms/{room.code}"
        with pytest.raises(InvalidStatus) as refused, connect(address, origin="http://evil.example"):
            pass
        assert refused.value.response.status_code == 403


def test_a_quiet_room_gives_signs_of_life(shared_server):
    with lesson(shared_server, phones=1) as (_, _, [phone]):
        kinds = set()
        while "alive" not in kinds:
            kinds.add(json.loads(phone.socket.recv(timeout=60))["type"])


def test_the_lead_looks_at_one_member_and_nobody_else_may(shared_server):
    with lesson(shared_server, phones=2) as (room, desk, [phone, other]):
        look = desk.desk["look"]
        window = room.enter("onlooker", look, member=phone.me["number"])
        window.until(lambda page: page.room and page.others)
        assert window.others == [
            {"type": "member", "number": phone.me["number"], "name": phone.me["name"], "here": True,
             "source": "shown", "network": "none"}
        ]  # fmt: skip
        assert phone.me["owner"] not in str(window.others) and window.me is None and window.desk is None
        for token in (room.projector, room.join(), room.lead):
            assert room.enter("onlooker", token, member=phone.me["number"]).farewell() == "no_such_room"
        assert room.enter("onlooker", look, member=99).farewell() == "no_such_member"
        window.say("end", counter=desk.desk["counter"])
        assert window.refused()["id"] == "only_the_lead"
        desk.order("remove", member=phone.me["number"])
        assert window.farewell() == "no_such_member"
        desk.order("pace", mode="own")
        other.until(lambda page: page.room["pace"]["mode"] == "own")


def test_a_lesson_s_question_goes_to_all_as_where_it_stands(shared_server):
    with lesson(shared_server, phones=1) as (room, desk, [phone]):
        place = {"name": "first-five-minutes", "step": 1, "number": 1, "language": "zh-Hans"}
        asked = {"kind": "choice", "text": "能对几个？", "options": ["一半", "四分之三", "九成多"], "lesson": place}
        desk.order("ask", question=asked)
        phone.until(lambda page: page.room["question"])
        assert phone.room["question"]["lesson"] == place and phone.room["question"]["text"] == "能对几个？"
        phone.say("answer", id="a1", question=1, round=1, value=2)
        desk.until(lambda page: page.room["question"] and page.room["question"]["answered"] == 1)
        for tag, texts in {"en": ("More than nine in ten", "(round 1)"), "zh-Hans": ("九成以上",)}.items():
            wish = {"lead": room.lead, "kind": "csv"}
            told = room.http.post(f"/api/rooms/{room.code}/file", json=wish, headers={"Accept-Language": tag}).text
            assert "能对几个？" not in told and all(text in told for text in texts), told


@pytest.mark.parametrize("wrong", [{"name": "x" * 81}, {"step": 0}, {"number": "1"}, {"language": "x" * 36}])
def test_a_place_in_no_lesson_is_not_understood(shared_server, wrong):
    with lesson(shared_server) as (_, desk, _):
        place = {"name": "xor", "step": 1, "number": 1, "language": "en"} | wrong
        desk.order("ask", question={"kind": "number", "text": "How many?", "lesson": place})
        assert desk.refused()["id"] == "not_understood"
