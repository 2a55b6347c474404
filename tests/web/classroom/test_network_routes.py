"""Members take the network that they look at from there, each its own; and follow where sockets are blocked."""

import msgspec

from tests.web.classroom.followers import Followed
from tests.web.classroom.people import lesson
from tests.web.live_page import LivePage

READY_WITHIN = 120


def shown(desk, server):
    """The teacher's page, which all look at from now on."""
    page = LivePage(server)
    page.look(lambda frame: True, READY_WITHIN)
    desk.order("show", session=page.welcome["session"])
    return page


def test_a_member_goes_on_from_the_very_step_and_again(real_server):
    with lesson(real_server, phones=1) as (room, desk, [phone]):
        token = room.join()
        assert room.post("fork", token=token).json() == {"id": "network_is_away", "values": {}}
        member = room.phone(token)
        with shown(desk, real_server) as page:
            phone.until(lambda phone: phone.room["shown"])
            page.send(type="step", unit="epoch")
            last = page.look(lambda frame: frame.epoch == 1)
            first = room.post("fork", token=token).json()
            assert first["owner"] == member.until(lambda member: member.me["session"] and member.me)["owner"]
            with LivePage(real_server, first["session"]) as own:
                assert own.welcome["resumed"]
                taken = own.look(lambda frame: True)
                assert (taken.step, taken.weights, taken.biases) == (last.step, last.weights, last.biases)
            second = room.post("fork", token=token).json()
            assert second["session"] != first["session"]
            assert (
                member.until(lambda member: member.me["session"] == second["session"] and member.me)["source"] == "own"
            )
            gone = room.http.get(f"/api/sessions/{first['session']}/lanes")
            assert gone.status_code == 404


def test_who_has_no_socket_asks_now_and_then(real_server):
    with lesson(real_server, phones=1) as (room, desk, [phone]):
        token, followed = room.join(), Followed()

        def look(**has):
            answer = room.post("look", token=token, **has)
            assert answer.status_code == 200 and answer.headers["content-type"] == "application/msgpack"
            seen = msgspec.msgpack.decode(answer.content)
            for item in filter(None, (seen["whole"], seen["frame"])):
                followed.take(item)
            return seen

        assert look()["me"]["type"] == "me"
        with shown(desk, real_server) as page:
            phone.until(lambda phone: phone.room["shown"])
            while followed.frame is None:
                version = look()["room"]["version"]
            assert look(version=version, frame=followed.frames[-1]) == dict.fromkeys(("room", "me", "whole", "frame"))
            page.send(type="step", unit="epoch")
            page.look(lambda frame: frame.epoch == 1)
            while followed.frame.epoch < 1:
                look(version=version, frame=followed.frames[-1])
            assert len(followed.wholes) == 1
            assert room.post("fork", token=token).status_code == 200
            assert look()["whole"] is None  # it looks at its own, and there it needs a socket
            assert look()["me"]["source"] == "own"
            again = look(source="shown")
            assert again["whole"] is not None and again["me"]["source"] == "shown"
            assert look(source="own")["me"]["source"] == "own"
            assert look(source="shown", frame=followed.frames[-1])["me"]["source"] == "shown"


def test_who_has_no_network_of_its_own_looks_at_the_shared_one_whatever_its_page_says(real_server):
    with lesson(real_server) as (room, _, _):
        answer = room.post("look", token=room.join(), source="own")
        assert answer.status_code == 200 and msgspec.msgpack.decode(answer.content)["me"]["source"] == "shown"


def test_a_stranger_is_told_nothing(real_server):
    with lesson(real_server) as (room, _, _):
        for what in ("fork", "look"):
            answer = room.post(what, token="x" * 22)
            assert (answer.status_code, answer.json()) == (404, {"id": "no_such_room", "values": {}})
