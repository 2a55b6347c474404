"""Each page of a room is told what has changed: once for all, whole, and no more often than it needs."""

import asyncio

import msgspec
import pytest

from glassbox.classroom import said
from glassbox.classroom.keys import digest
from glassbox.classroom.refused import Refused
from glassbox.web.classroom import live_room
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LEFT_ALONE_AFTER, MOST_SCREENS, LiveRoom
from tests.classroom.rooms import NOW, new_room
from tests.session.front import until


class Scene:
    """A live room whose sockets are read here."""

    def __init__(self):
        self.room, _ = new_room()
        self.room.lead.hand_over(NOW)
        self.key = self.room.lead.take(self.room.lead.offer(NOW).secret, NOW)
        self.over = []
        self.live = LiveRoom(self.room, (), Keeping(None), self.over.append, lambda: NOW)

    def desk(self, key=None):
        return self.live.admit(said.Enter(role="desk", token=key or self.key))

    def phone(self, token=None):
        token = token or self.room.join(None, NOW)
        visitor = self.live.admit(said.Enter(role="member", token=token))
        return visitor, token

    def lead(self, desk, message, **fields):
        self.live.hear(desk, message(counter=self.room.lead.counter, **fields))


def taken(visitor):
    """All that waits, by its type."""
    items = []
    while not visitor.slots.is_empty:
        with pytest.raises(StopIteration) as done:  # it need not wait
            visitor.slots.take().send(None)
        items.append(msgspec.json.decode(done.value.value))
    return {item["type"]: item for item in items}


async def play(act):
    """Act, on a loop."""
    act(Scene())


def test_whoever_comes_is_told_everything():
    def act(scene):
        desk, (phone, _) = scene.desk(), scene.phone()
        assert set(taken(desk)) == {"room", "desk"} and set(taken(phone)) == {"room", "me"}
        screen = scene.live.admit(said.Enter(role="projector", token=scene.room.projector))
        assert set(taken(screen)) == {"room"}

    asyncio.run(play(act))


def test_what_the_lead_changes_is_told_at_once_and_as_the_same_text():
    def act(scene):
        desk, (one, _), (other, _) = scene.desk(), scene.phone(), scene.phone()
        for visitor in (desk, one, other):
            taken(visitor)
        scene.lead(desk, said.Pace, mode="own")
        assert one.slots._slots["room"] is other.slots._slots["room"]
        assert taken(one)["room"]["pace"]["mode"] == "own" and set(taken(desk)) == {"room", "desk"}

    asyncio.run(play(act))


def test_a_join_tells_members_no_more_than_the_count_and_later(monkeypatch):
    for every in ("COUNT_EVERY", "DESK_EVERY"):
        monkeypatch.setattr(live_room, every, 1000.0)

    async def act():
        scene = Scene()
        desk, (phone, _) = scene.desk(), scene.phone()
        scene.live._telling.now()
        scene.live._telling_desks.now()
        taken(desk), taken(phone)
        scene.room.join(None, NOW)
        scene.live.tell()
        await asyncio.sleep(0)
        assert taken(phone) == {} == taken(desk)
        scene.live._telling.now()
        assert taken(phone)["room"]["members"] == 2 and "me" not in taken(phone)

    asyncio.run(act())


def test_two_tabs_the_newest_wins_and_the_older_is_told():
    def act(scene):
        desk = scene.desk()
        phone, token = scene.phone()
        newer, _ = scene.phone(token)
        assert phone.slots.closed == "taken_over" and newer.slots.closed is None
        scene.live.leave(phone)  # its socket ends only now: that is not the member's going
        assert newer.member.is_here and scene.live.members == {newer.member.number: newer}
        assert scene.desk() and desk.slots.closed == "taken_over"
        scene.live.leave(desk)
        assert scene.room.is_led

    asyncio.run(play(act))


def test_a_removed_member_is_sent_away():
    def act(scene):
        desk = scene.desk()
        phone, token = scene.phone()
        scene.lead(desk, said.Remove, member=phone.member.number)
        assert phone.slots.closed == "left" and not scene.live.members
        with pytest.raises(Refused, match="no_such_room"):
            scene.phone(token)
        scene.live.leave(phone)

    asyncio.run(play(act))


def test_a_screen_is_not_heard():
    def act(scene):
        screen = scene.live.admit(said.Enter(role="projector", token=scene.room.projector))
        with pytest.raises(Refused, match="only_the_lead"):
            scene.live.hear(screen, said.End(counter=1))
        scene.live.leave(screen)
        assert not scene.live.projectors

    asyncio.run(play(act))


def test_the_rooms_end_is_told_to_whoever_keeps_it():
    def act(scene):
        desk = scene.desk()
        scene.lead(desk, said.End)
        assert scene.over == [scene.live]
        scene.live.close("ended")
        assert desk.slots.closed == "ended"

    asyncio.run(play(act))


def test_a_further_projector_takes_the_place_of_the_oldest():
    def act(scene):
        wish = said.Enter(role="projector", token=scene.room.projector)
        screens = [scene.live.admit(wish) for _ in range(MOST_SCREENS + 1)]
        assert [screen.slots.closed for screen in screens] == ["taken_over"] + MOST_SCREENS * [None]
        scene.live.leave(screens[0])
        assert list(scene.live.projectors) == screens[1:]

    asyncio.run(play(act))


def look_on(scene, member, token=None):
    """By what a desk is told for it, which is another secret than the one that leads."""
    token = token or scene.room.for_desk(digest(scene.key), NOW).look
    return scene.live.admit(said.Enter(role="onlooker", token=token, member=member))


def test_only_whoever_leads_looks_at_one_member():
    def act(scene):
        (phone, token), old = scene.phone(), scene.room.lead.look_token(digest(scene.key))
        scene.room.lead.hand_over(NOW)
        scene.key = scene.room.lead.take(scene.room.lead.offer(NOW).secret, NOW)
        with pytest.raises(Refused, match="not_leading"):
            look_on(scene, phone.member.number, old)
        for other in (token, scene.room.projector, scene.key):
            with pytest.raises(Refused, match="no_such_room"):
                look_on(scene, phone.member.number, other)
        for number in (None, 2):
            with pytest.raises(Refused, match="no_such_member"):
                look_on(scene, number)
        assert set(taken(look_on(scene, phone.member.number))) == {"room"}

    asyncio.run(play(act))


def test_what_looks_at_a_member_leads_nothing():
    def act(scene):
        look = scene.room.for_desk(digest(scene.key), NOW).look
        with pytest.raises(Refused, match="no_such_room"):
            scene.live.admit(said.Enter(role="desk", token=look))

    asyncio.run(play(act))


def test_a_window_on_a_member_is_not_heard_and_is_no_desk():
    def act(scene):
        desk, (phone, _) = scene.desk(), scene.phone()
        window = look_on(scene, phone.member.number)
        assert desk.slots.closed is None and scene.live.desks == {desk.key: desk}
        with pytest.raises(Refused, match="only_the_lead"):
            scene.lead(window, said.End)
        scene.live.leave(window)
        assert scene.room.is_led and not scene.live.onlookers

    asyncio.run(play(act))


def test_a_window_on_a_member_ends_with_the_lead_and_with_the_member():
    def act(scene):
        desk, (phone, _), (other, _) = scene.desk(), scene.phone(), scene.phone()
        window, kept = look_on(scene, phone.member.number), look_on(scene, other.member.number)
        scene.lead(desk, said.Remove, member=phone.member.number)
        assert window.slots.closed == "no_such_member" and kept.slots.closed is None
        scene.room.lead.hand_over(NOW)
        scene.room.lead.take(scene.room.lead.offer(NOW).secret, NOW)
        scene.live.tell()
        assert kept.slots.closed == "not_leading" and not scene.live.onlookers

    asyncio.run(play(act))


def test_a_member_without_a_socket_is_there_while_it_asks(monkeypatch):
    async def act():
        scene = Scene()
        desk, member = scene.desk(), scene.room.member_of(scene.room.join(None, NOW))
        monkeypatch.setattr(live_room, "POLLED_FOR", 1000.0)
        scene.live.polled(member)
        scene.live._telling.now()
        assert taken(desk)["room"]["here"] == 1 and len(scene.live._polled) == 1
        monkeypatch.setattr(live_room, "POLLED_FOR", 0.0)
        scene.live.polled(member)
        await until(lambda: not scene.live._polled)
        scene.live._telling.now()
        told = taken(desk)["room"]
        assert told["here"] == 0 and told["members"] == 1
        monkeypatch.setattr(live_room, "POLLED_FOR", 1000.0)
        scene.live.polled(member)
        scene.live.close("ended")
        assert not scene.live._polled

    asyncio.run(act())


def test_a_room_that_went_to_another_server_sends_everybody_there_and_says_no_more():
    def act(scene):
        desk, (phone, _) = scene.desk(), scene.phone()
        scene.live.move_away()
        assert desk.slots.closed == phone.slots.closed == "elsewhere"
        scene.live.leave(phone)
        assert scene.room.unkept.members  # nobody has written it
        with pytest.raises(Refused, match="elsewhere"):
            scene.live.kept().send(None)

    asyncio.run(play(act))


def test_it_is_left_alone_once_nobody_was_there_for_a_while():
    def act(scene):
        assert not scene.live.is_left_alone()
        scene.live._clock = lambda: NOW + LEFT_ALONE_AFTER
        assert scene.live.is_left_alone()
        desk = scene.desk()
        assert not scene.live.is_left_alone()
        scene.live.leave(desk)
        assert not scene.live.is_left_alone()
        scene.live._clock = lambda: NOW + 2 * LEFT_ALONE_AFTER
        assert scene.live.is_left_alone()

    asyncio.run(play(act))


def test_members_find_the_networks_that_they_have_opened_before_the_room_was_here():
    def act(scene):
        (one, _), (other, _), (third, _) = scene.phone(), scene.phone(), scene.phone()
        one.member.session, other.member.session = "gone", "known"
        newest = {one.member.owner: "anew", other.member.owner: "another", third.member.owner: "no fork"}
        scene.live.find_networks(lambda name: name == "known", newest.get)
        assert [each.member.session for each in (one, other, third)] == ["anew", "known", None]
        one.member.session = "gone, too"
        scene.live.find_networks(lambda name: False, lambda owner: None)
        assert one.member.session == "gone, too"

    asyncio.run(play(act))
