"""The faults that others shipped, each a test here; for those of a killed server see test_faults_of_the_server.py."""

import asyncio
import json

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect
from websockets.sync.client import connect as open_socket

from glassbox.config import Config
from glassbox.web.classroom import misses
from tests.web.classroom.people import Class, lesson
from tests.web.conftest import running


@pytest.fixture(scope="module")
def server():
    """A server that keeps its rooms in memory alone: what is kept is no matter here."""
    with running(Config(data_folder=None, most_rooms=100)) as server:
        yield server


async def all_in(port, code, phones):
    """So many phones join at once, and all come in; their names."""

    async def come(http):
        token = (await http.post(f"/api/rooms/{code}/join", json={})).json()["token"]
        async with connect(f"ws://127.0.0.1:{port}/ws/rooms/{code}", compression=None) as socket:
            await socket.send(json.dumps({"type": "enter", "role": "member", "token": token}))
            while (message := json.loads(await socket.recv()))["type"] != "me":
                pass
        return tuple(message["name"])

    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
        return await asyncio.wait_for(asyncio.gather(*(come(http) for _ in range(phones))), 120)


def test_all_of_thirty_phones_get_in_at_once_not_every_second(server):
    with lesson(server) as (room, desk, _):
        assert len(set(asyncio.run(all_in(server.port, room.code, 30)))) == 30
        desk.until(lambda desk: len(desk.desk["members"]) == 30)


def test_a_thousand_joins_fill_the_room_and_nobody_else_notices(server):
    async def join(code, count):
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=120) as http:
            joining = (http.post(f"/api/rooms/{code}/join", json={}) for _ in range(count))
            return [answer.status_code for answer in await asyncio.gather(*joining)]

    with lesson(server) as (room, desk, _), lesson(server, phones=1) as (_, other, [phone]):
        codes = asyncio.run(join(room.code, 1000))
        assert (codes.count(201), codes.count(409)) == (300, 700)
        other.order("pace", mode="own")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "own")
        assert phone.room["members"] == 1
        desk.until(lambda desk: len(desk.desk["members"]) == 300)
        assert room.post("join").json() == {"id": "room_is_full", "values": {"most": 300}}


def test_fifty_rooms_at_once_each_hear_only_their_own():
    with running(Config(data_folder=None)) as server:
        rooms = [Class(server.port) for _ in range(50)]
        try:
            desks = [room.desk() for room in rooms]
            phones = [room.phone() for room in rooms]
            assert len({room.code for room in rooms}) == 50
            for number, desk in enumerate(desks):
                desk.order("pace", mode="eyes_up", text=f"Room {number}")
            for number, phone in enumerate(phones):
                phone.until(lambda phone: phone.room["pace"]["mode"] == "eyes_up")
                assert phone.room["pace"]["text"] == f"Room {number}" and phone.room["members"] == 1
            full = rooms[0].http.post("/api/rooms")
            assert full.json() == {"id": "too_many_rooms", "values": {"most": 50}}
            desks[7].order("end")
            assert phones[7].farewell() == "ended"
            assert rooms[0].http.post("/api/rooms").status_code == 201
        finally:
            for room in rooms:
                room.__exit__()


def test_the_teachers_reload_is_let_in_again_and_leads(server):
    with lesson(server, phones=1) as (room, desk, [phone]):
        again = room.desk()
        assert desk.farewell() == "taken_over" and again.desk["leads"]
        again.order("pace", mode="own")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "own")


def test_the_lead_is_handed_over_by_a_secret_and_taken_back(server):
    with lesson(server, phones=1) as (room, first, [phone]):
        first.order("hand_over")
        first.until(lambda first: first.desk["hand_over"])
        secret = first.desk["hand_over"]["secret"]
        key = room.post("lead", secret=secret).json()["lead"]
        second = room.desk(key)
        first.until(lambda first: not first.desk["leads"])
        assert second.desk["leads"] and second.desk["counter"] == 2 and second.desk["hand_over"] is None
        assert room.post("lead", secret=secret).json()["id"] == "hand_over_is_over"  # it was good once
        for counter in (1, 2):  # never two who present
            first.say("pace", counter=counter, mode="own")
            assert first.refused()["id"] == "not_leading"
        second.order("pace", mode="eyes_up", text="I am the second")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "eyes_up")
        first.say("take_back")
        first.until(lambda first: first.desk["leads"])
        second.until(lambda second: not second.desk["leads"])
        second.say("end", counter=2)
        assert second.refused()["id"] == "not_leading"
        first.order("pace", mode="with_me")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "with_me")
        assert phone.bye is None


def test_nobody_is_told_the_secret_of_a_hand_over_but_the_lead(server):
    with lesson(server, phones=1) as (room, desk, [phone]):
        screen = room.screen()
        desk.order("hand_over")
        desk.until(lambda desk: desk.desk["hand_over"])
        desk.order("pace", mode="own")
        for page in (phone, screen):
            page.until(lambda page: page.room["pace"]["mode"] == "own")
            assert desk.desk["hand_over"]["secret"] not in json.dumps([page.room, page.me, page.others])


def test_a_member_goes_on_on_another_device_by_name_and_word_and_the_old_one_is_told(server):
    with lesson(server, phones=1) as (room, _, [phone]):
        phone.say("resume_word")
        phone.until(lambda phone: phone.me["resume"])
        name, word = phone.me["name"], phone.me["resume"]["word"]
        other = "cccc" if room.code != "cccc" else "dddd"
        wrong = [
            room.post("resume", name=name, word="wrong").text,
            room.post("resume", name=[0, 0] if name != [0, 0] else [1, 1], word=word).text,
            room.http.post(f"/api/rooms/{other}/resume", json={"name": name, "word": word}).text,
        ]
        assert set(wrong) == {'{"id":"wrong_resume_word","values":{}}'}  # nobody learns which of the three it was
        token = room.post("resume", name=name, word=word).json()["token"]
        assert phone.farewell() == "moved"
        moved = room.phone(token)
        assert moved.me["name"] == name and moved.me["owner"] == phone.me["owner"] and moved.room["members"] == 1
        assert room.post("resume", name=name, word=word).status_code == 403  # it was good once


def test_five_wrong_words_lock_it_and_the_old_device_is_told(server):
    with lesson(server, phones=1) as (room, _, [phone]):
        phone.say("resume_word")
        phone.until(lambda phone: phone.me["resume"])
        name, word = phone.me["name"], phone.me["resume"]["word"]
        for _ in range(5):
            assert room.post("resume", name=name, word="wrong").status_code == 403
        assert phone.refused()["id"] == "resume_word_locked"
        phone.until(lambda phone: phone.me["resume"] is None)
        assert room.post("resume", name=name, word=word).status_code == 403 and phone.bye is None


def test_a_page_that_comes_back_after_a_long_sleep_sees_how_things_stand_not_an_old_screen(server):
    with lesson(server) as (room, desk, _):
        token = room.join()
        asleep = room.phone(token)
        asleep.socket.close()
        desk.order("pace", mode="eyes_up", text="Much has happened")
        desk.order("ask", question={"kind": "choice", "text": "And?", "options": ["a", "b"]})
        desk.until(lambda desk: desk.room["question"])
        awake = room.phone(token)
        assert awake.room["pace"]["text"] == "Much has happened" and awake.room["question"]["number"] == 1
        assert awake.me["number"] == asleep.me["number"] and awake.room["version"] > asleep.room["version"]


def test_a_socket_that_died_unnoticed_does_not_keep_its_member_out(server):
    """The phone comes back while the server still takes its old socket for open."""
    with lesson(server) as (room, desk, _):
        token = room.join()
        dead, alive = room.phone(token), room.phone(token)
        desk.order("pace", mode="own")
        alive.until(lambda phone: phone.room["pace"]["mode"] == "own")
        assert dead.farewell() == "taken_over"
        desk.until(lambda desk: [member["here"] for member in desk.desk["members"]] == [True])


def test_the_room_outlives_the_projectors_tab_and_the_desks(server):
    with lesson(server, phones=1) as (room, desk, [phone]):
        for _ in range(3):
            room.screen().socket.close()
        desk.socket.close()
        phone.until(lambda phone: not phone.room["is_led"])
        again = room.desk()
        phone.until(lambda phone: phone.room["is_led"])
        again.order("pace", mode="own")
        phone.until(lambda phone: phone.room["pace"]["mode"] == "own")


def test_the_teachers_laptop_wakes_on_another_address_and_the_class_goes_on(server):
    """Keys and tokens are bound to no address."""
    with lesson(server) as (room, desk, _):
        desk.socket.close()
        token = room.join()
        for role, secret in (("desk", room.lead), ("member", token)):
            with open_socket(f"ws://localhost:{server.port}/ws/rooms/{room.code}", compression=None) as socket:
                socket.send(json.dumps({"type": "enter", "role": role, "token": secret}))
                assert json.loads(socket.recv(timeout=60))["type"] == "room"


def test_markup_in_names_answers_and_questions_stays_text(server):
    markup = "<img src=x onerror=a>"
    with lesson(server) as (room, desk, _):
        desk.order("free_names", on=True)
        desk.until(lambda desk: desk.room["free_names"])
        answer = room.post("join", name=markup)
        assert answer.headers["content-type"] == "application/json"
        phone = room.phone(answer.json()["token"])
        desk.order("ask", question={"kind": "choice", "text": markup, "options": [markup, "b"]})
        phone.until(lambda phone: phone.room["question"])
        assert phone.me["name"] == markup == phone.room["question"]["text"] == phone.room["question"]["options"][0]
        phone.say("answer", id=markup, question=1, round=1, value=0)
        phone.until(lambda phone: phone.others)
        assert phone.others == [{"type": "answered", "id": markup}]
        refused = room.http.post(f"/api/rooms/{markup}/join")
        assert refused.status_code == 404 and markup not in refused.text


def test_codes_and_tokens_that_are_guessed_over_sockets_are_soon_not_looked_at(monkeypatch):
    monkeypatch.setattr(misses, "A_SECOND", 1e-6)  # however long this takes
    with running(Config(data_folder=None)) as guessed, Class(guessed.port) as room:
        token = room.join()
        answers = [room.enter("member", "x" * 22).farewell() for _ in range(125)]
        assert answers[:120] == ["no_such_room"] * 120 and answers[-1] == "too_many_misses"
        assert room.post("answer", token="x" * 22, id="1", question=1, round=1, value=0).status_code == 429
        assert room.post("join").status_code == 429  # no oracle: a right code is not looked at either
        back = room.enter("member", token)  # who was in comes back, whoever else behind this address has guessed
        back.until(lambda phone: phone.me)
        further = back.room["further"]
        assert room.post("join", further=further[::-1] + "2").status_code == 429
        assert room.post("join", further=further.upper()).status_code == 201  # nobody guesses both


def test_a_removed_member_is_sent_away_and_its_answer_with_it(server):
    with lesson(server, phones=2) as (room, desk, [phone, _]):
        desk.order("ask", question={"kind": "choice", "text": "And?", "options": ["a", "b"]})
        phone.until(lambda phone: phone.room["question"])
        phone.say("answer", id="a", question=1, round=1, value=0)
        desk.until(lambda desk: desk.desk["answers"])
        desk.order("remove", member=phone.me["number"])
        assert phone.farewell() == "left"
        desk.until(lambda desk: not desk.desk["answers"] and len(desk.desk["members"]) == 1)
        assert room.enter("member", "x" * 22).farewell() == "no_such_room"
        desk.say("remove", counter=desk.desk["counter"], member=99)
        assert desk.refused()["id"] == "no_such_member"


def test_an_answer_by_plain_requests_counts_like_one_by_a_socket(server):
    with lesson(server) as (room, desk, _):
        token = room.join()
        desk.order("ask", question={"kind": "number", "text": "How much?", "least": 0, "most": 1})
        desk.until(lambda desk: desk.room["question"])
        given = {"token": token, "id": "a", "question": 1, "round": 1, "value": 0.5}
        assert [room.post("answer", **given).json() for _ in range(2)] == [{"id": "a"}] * 2
        desk.until(lambda desk: desk.desk["answers"])
        assert [answer["value"] for answer in desk.desk["answers"]] == [0.5]
        assert room.post("answer", **given | {"value": 2, "id": "b"}).json()["id"] == "not_a_number"
        assert room.post("answer", **given | {"token": "x"}).json()["id"] == "no_such_room"
