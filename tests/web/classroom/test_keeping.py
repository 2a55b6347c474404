"""What changed in rooms is written in one transaction for all that waits, and acknowledged only after it."""

import asyncio

import pytest

from glassbox.classroom import said
from glassbox.classroom.refused import Refused
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.room_record import RoomChanges, RoomRecord
from glassbox.web.classroom.keeping import Keeping
from tests.classroom.rooms import NOW, joined, lead, new_room, say


class Shelf:
    """A database that is as slow and as broken as a test wants it."""

    trouble: Exception = LabBookUnavailable("The disk is full.")

    def __init__(self):
        self.kept, self.may_write, self.broken, self.removals = [], asyncio.Semaphore(0), False, 0
        self.left_over = 0
        self.lost = set()

    async def keep(self, changes):
        await self.may_write.acquire()
        if self.broken:
            raise self.trouble
        self.kept.append(changes)
        return self.lost

    async def everything(self):
        return [RoomRecord("k7px", NOW, b"nonsense", {}, {})]

    async def remove(self, code):
        self.removals += 1
        return self.removals > self.left_over


def keeping(shelf):
    return Keeping(shelf, clock=lambda: NOW, retry_after=0.001)


def play(scene):
    asyncio.run(scene())


async def settled(condition):
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.001)


def asked_room(members):
    room, key = new_room()
    those = [joined(room)[0] for _ in range(members)]
    lead(room, key, said.Ask, question=said.Asked(kind="choice", text="Which?", options=("a", "b")))
    return room, those


def test_three_hundred_answers_take_few_transactions_and_none_is_acknowledged_before_its_own():
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, members = asked_room(300)
        acknowledged = []
        for member in members:
            say(room, member, said.Answer, id="a", question=1, round=1, value=1)
            acknowledged.append(keeper.kept(room))
            await asyncio.sleep(0)
        assert not any(future.done() for future in acknowledged)
        shelf.may_write.release()
        await settled(lambda: len(shelf.kept) == 1)
        await asyncio.sleep(0)
        written = {place[3] for place in shelf.kept[0].answers}
        assert {at + 1 for at, future in enumerate(acknowledged) if future.done()} <= written and len(written) < 300
        shelf.may_write.release()
        await asyncio.wait_for(asyncio.gather(*acknowledged), 60)
        assert len(shelf.kept) == 2 and {place[3] for kept in shelf.kept for place in kept.answers} == set(
            range(1, 301)
        )

    play(scene)


def test_what_could_not_be_written_waits_and_newer_news_go_first():
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, [member] = asked_room(1)
        shelf.broken = True
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        first = keeper.kept(room)
        shelf.may_write.release()
        await asyncio.sleep(0.005)
        say(room, member, said.Answer, id="b", question=1, round=1, value=1)
        second = keeper.kept(room)
        assert not first.done() and not second.done()
        shelf.broken = False
        for _ in range(9):
            shelf.may_write.release()
        await asyncio.wait_for(asyncio.gather(first, second), 60)
        assert b"b" in shelf.kept[-1].answers["k7px", 1, 1, 1]

    play(scene)


def test_an_answer_that_comes_again_is_acknowledged_with_the_first():
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, [member] = asked_room(1)
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        first = keeper.kept(room)
        await asyncio.sleep(0)
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        again = keeper.kept(room)
        assert not again.done()
        shelf.may_write.release()
        await asyncio.wait_for(asyncio.gather(first, again), 60)
        assert len(shelf.kept) == 1

    play(scene)


def test_without_a_shelf_everything_counts_as_kept():
    async def scene():
        keeper = Keeping(None)
        room, _ = asked_room(1)
        assert keeper.kept(room).done() and await keeper.load(300) == []
        await keeper.remove("k7px")
        await keeper.close()

    play(scene)


def test_a_removed_room_is_not_written_any_more_and_removed_until_nothing_is_left():
    async def scene():
        shelf = Shelf()
        shelf.left_over = 2
        keeper = keeping(shelf)
        room, _ = asked_room(2)
        keeper.note(room)
        await keeper.remove(room.code)
        room.is_over = True
        room.changed()
        keeper.note(room)
        shelf.may_write.release()
        await settled(lambda: keeper.kept(room).done())
        assert shelf.removals == 3 and not any(kept.rooms or kept.members for kept in shelf.kept)

    play(scene)


def test_a_room_that_ended_while_it_could_not_be_written_does_not_come_back():
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, [member] = asked_room(1)
        other, _ = new_room()
        other.code = "k7pz"
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        keeper.note(room)
        keeper.note(other)
        await asyncio.sleep(0)
        room.is_over = True
        await keeper.remove(room.code)
        shelf.broken = True
        shelf.may_write.release()
        await settled(lambda: keeper._trouble)
        shelf.broken = False
        shelf.may_write.release()
        await settled(lambda: shelf.kept)
        assert [list(kept.rooms) for kept in shelf.kept] == [["k7pz"]]
        assert not any(kept.members or kept.answers for kept in shelf.kept)

    play(scene)


def test_a_fault_ends_no_writing_and_its_text_goes_into_no_log(caplog):
    async def scene():
        shelf = Shelf()
        shelf.broken, shelf.trouble = True, TypeError("Brave Otter said 7")
        keeper = keeping(shelf)
        room, _ = asked_room(1)
        kept = keeper.kept(room)
        shelf.may_write.release()
        await settled(lambda: caplog.records)
        shelf.broken = False
        shelf.may_write.release()
        await asyncio.wait_for(kept, 60)

    play(scene)
    assert "TypeError" in caplog.text and "Otter" not in caplog.text


def test_a_room_that_cannot_be_read_is_deleted():
    async def scene():
        shelf = Shelf()
        assert await keeping(shelf).load(300) == [] and shelf.removals == 1

    play(scene)


def test_what_another_server_has_now_is_neither_written_nor_acknowledged_any_more():
    async def scene():
        shelf, told = Shelf(), []
        shelf.lost = {"k7px"}
        keeper = keeping(shelf)
        keeper.tell_when_lost(told.append)
        room, [member] = asked_room(1)
        other, _ = new_room()
        other.code = "k7pz"
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        lost, kept = keeper.kept(room), keeper.kept(other)
        shelf.may_write.release()
        await asyncio.wait_for(kept, 60)
        with pytest.raises(Refused, match="elsewhere"):
            await lost
        assert told == ["k7px"]

    play(scene)


def test_what_was_lost_while_it_could_not_be_written_is_not_tried_again():
    async def scene():
        shelf = Shelf()
        shelf.broken = True
        keeper = keeping(shelf)
        room, _ = asked_room(1)
        other, _ = new_room()
        other.code = "k7pz"
        earlier = keeper.kept(room)
        await asyncio.sleep(0)
        later, kept = keeper.kept(room), keeper.kept(other)
        keeper.lose("k7px")
        shelf.may_write.release()
        await settled(lambda: keeper._trouble)
        shelf.broken = False
        shelf.may_write.release()
        await asyncio.wait_for(kept, 60)
        for future in (earlier, later):
            with pytest.raises(Refused, match="elsewhere"):
                await future
        assert [list(kept.rooms) for kept in shelf.kept] == [["k7pz"]]

    play(scene)


def test_where_there_never_was_a_database_none_is_asked():
    async def scene():
        shelf = Shelf()
        assert await Keeping(shelf, may_have_some=False).load(300) == [] and shelf.removals == 0

    play(scene)


def test_at_the_end_what_waits_is_written():
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, _ = asked_room(1)
        keeper.note(room)
        await asyncio.sleep(0)
        shelf.may_write.release()
        shelf.may_write.release()
        await keeper.close()
        assert shelf.kept and "k7px" in shelf.kept[-1].rooms
        room.changed()
        assert not keeper.kept(room).done()  # nobody is told that what comes now is kept

    play(scene)


@pytest.mark.parametrize("gone", ["member", "answer"])
def test_who_has_left_is_written_as_nobody(gone):
    async def scene():
        shelf = Shelf()
        keeper = keeping(shelf)
        room, [member] = asked_room(1)
        say(room, member, said.Answer, id="a", question=1, round=1, value=0)
        room.remove(member.number)
        shelf.may_write.release()
        await asyncio.wait_for(keeper.kept(room), 60)
        changes = RoomChanges()
        for kept in shelf.kept:
            changes.members.update(kept.members)
            changes.answers.update(kept.answers)
        if gone == "member":
            assert changes.members["k7px", 1][1] == b""
        else:
            assert changes.answers["k7px", 1, 1, 1] is None

    play(scene)
