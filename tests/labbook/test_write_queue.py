"""What waits to be written: of each run the newest, and never too many."""

from dataclasses import replace

from glassbox.labbook.ids import Owner
from glassbox.labbook.write_queue import WriteQueue
from tests.labbook.conftest import ACheckpoint, a_record

ME, YOU = Owner(b"me"), Owner(b"you")
KEYS = {letter: letter * 22 for letter in "abcd"}


def recorded(run, at, owner=ME, **facts):
    return owner, a_record(key=KEYS[run], created=at, updated=at, **facts)


def filled(*records, most=3):
    waiting = WriteQueue(most)
    for record in records:
        waiting.put(*record)
    return waiting


def test_a_newer_entry_replaces_the_older_of_its_run_and_keeps_its_beginning():
    older, newer, other = recorded("a", 1, steps=1), recorded("a", 2, steps=2), recorded("b", 1)
    assert filled(older, other, newer).take_all() == [other, (ME, replace(newer[1], created=1))]


def test_a_picture_stays_until_there_is_a_newer_one():
    kept = filled(recorded("a", 1, picture=b"first"), recorded("a", 2)).take_all()
    assert kept[0][1].picture == b"first"
    kept = filled(recorded("a", 1, picture=b"first"), recorded("a", 2, picture=b"second")).take_all()
    assert kept[0][1].picture == b"second"


def test_the_same_key_of_another_owner_is_another_run():
    assert len(filled(recorded("a", 1), recorded("a", 1, owner=YOU))) == 2


def test_when_full_the_least_recent_goes():
    waiting = filled(recorded("a", 1), recorded("b", 2), recorded("c", 3), recorded("a", 4), recorded("d", 5))
    assert [record.key[0] for _, record in waiting.take_all()] == ["c", "a", "d"]
    assert len(waiting) == 0


def test_checkpoints_that_take_too_much_memory_go_and_their_facts_stay():
    waiting = WriteQueue(most_bytes=250)
    for run, at in [("a", 1), ("b", 2), ("c", 3)]:
        waiting.put(*recorded(run, at, steps=at, checkpoint=ACheckpoint(bytes(100))))
    waiting.put(*recorded("a", 4, steps=4, checkpoint=ACheckpoint(bytes(150))))
    taken = [(each.key[0], each.steps, each.checkpoint and each.checkpoint.nbytes) for _, each in waiting.take_all()]
    assert taken == [("b", 2, None), ("c", 3, 100), ("a", 4, 150)]


def test_what_is_put_back_is_older_than_what_came_meanwhile():
    waiting = filled(recorded("a", 1, steps=1), recorded("b", 2))
    batch = waiting.take_all()
    waiting.put(*recorded("a", 3, steps=3))
    waiting.put_back(batch)
    assert [(record.key[0], record.created, record.updated) for _, record in waiting.take_all()] == [
        ("b", 2, 2),
        ("a", 1, 3),
    ]


def test_a_forgotten_run_does_not_come_back():
    waiting = filled(recorded("a", 1), recorded("a", 1, owner=YOU))
    batch = [recorded("a", 0)]
    waiting.forget(ME, KEYS["a"])
    waiting.put(*recorded("a", 2))
    waiting.put_back(batch)
    assert [owner for owner, _ in waiting.take_all()] == [YOU]


def test_whose_everything_was_deleted_for_good_brings_nothing_back():
    queue, other = WriteQueue(), YOU
    queue.put(ME, a_record())
    queue.put(other, a_record())
    queue.forget_owners([ME.digest])
    queue.put(ME, a_record())
    assert [owner for owner, _ in queue.take_all()] == [other]
