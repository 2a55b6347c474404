"""Rooms of classes, in each database: kept as they change, and deleted with all that is theirs."""

from glassbox.labbook.book import Owner
from glassbox.labbook.room_record import RoomChanges
from tests.labbook.conftest import a_network, a_record, an_owner, now

HERS, HIS, STRANGER = an_owner(), an_owner(), an_owner()


def a_room(code="k7px", **more):
    return RoomChanges(
        rooms={code: (1000.0, b"room")},
        members={(code, 1): (HERS.digest, b"hers"), (code, 2): (HIS.digest, b"his")},
        answers={(code, 1, 1, 1): b"yes", (code, 1, 1, 2): b"no"},
    )


def test_a_room_comes_back_as_it_was_kept(book, open_book):
    now(book.rooms.keep(a_room()))
    [room] = now(open_book().rooms.everything())
    assert (room.code, room.updated, room.state) == ("k7px", 1000.0, b"room")
    assert room.members == {1: b"hers", 2: b"his"}
    assert room.answers == {("k7px", 1, 1, 1): b"yes", ("k7px", 1, 1, 2): b"no"}


def test_only_what_has_changed_is_written(book):
    now(book.rooms.keep(a_room()))
    now(book.rooms.keep(RoomChanges(rooms={"k7px": (1001.0, b"later")})))
    now(book.rooms.keep(RoomChanges(members={("k7px", 2): (HIS.digest, b"")}, answers={("k7px", 1, 1, 2): None})))
    now(book.rooms.keep(RoomChanges(answers={("k7px", 1, 1, 1): b"no", ("k7px", 1, 2, 1): b"yes"})))
    [room] = now(book.rooms.everything())
    assert (room.updated, room.state, room.members) == (1001.0, b"later", {1: b"hers"})
    assert room.answers == {("k7px", 1, 1, 1): b"no", ("k7px", 1, 2, 1): b"yes"}


def test_with_a_room_goes_all_that_is_its_members_and_nothing_else(book):
    now(book.rooms.keep(a_room()))
    he_has_left = RoomChanges(members={("k7px", 2): (HIS.digest, b"")})  # what he did is the room's all the same
    other = RoomChanges(rooms={"m2nd": (1000.0, b"other")}, members={("m2nd", 1): (STRANGER.digest, b"x")})
    now(book.rooms.keep(he_has_left))
    now(book.rooms.keep(other))
    links = {owner: now(book.share(owner, a_network(bytes(4)))) for owner in (HERS, HIS, STRANGER)}
    for owner in links:
        book.record(owner, a_record())
    assert now(book.rooms.remove("k7px")) is True
    assert [now(book.rows(owner)).total for owner in links] == [0, 0, 1]
    assert [now(book.shared(link)) is None for link in links.values()] == [True, True, False]
    [room] = now(book.rooms.everything())
    assert (room.code, room.members) == ("m2nd", {1: b"x"})


def test_training_that_still_goes_on_brings_nothing_back(book):
    now(book.rooms.keep(a_room()))
    now(book.rooms.remove("k7px"))
    for owner in (HERS, HIS, STRANGER):
        book.record(owner, a_record())
    assert [now(book.rows(owner)).total for owner in (HERS, HIS, STRANGER)] == [0, 0, 1]


def test_a_room_that_is_not_there_is_gone_already(book):
    assert now(book.rooms.remove("k7px")) is True


def test_after_a_room_its_bytes_are_in_no_file(tmp_path, open_book, url):
    if url:
        return  # what PostgreSQL cannot promise is said
    book = open_book()
    secret = b"a name that nobody else has"
    many = {("k7px", number): (Owner.of("x" * 22).digest, secret * 40) for number in range(300)}
    now(book.rooms.keep(RoomChanges(rooms={"k7px": (1.0, secret)}, members=many, answers={("k7px", 1, 1, 1): secret})))
    before = [file.name for file in tmp_path.iterdir() if secret in file.read_bytes()]
    assert before, "it was written"
    assert now(book.rooms.remove("k7px")) is True
    assert not [file.name for file in tmp_path.iterdir() if secret in file.read_bytes()]
