"""What waits to be written: of each run the newest, and never too many."""

from dataclasses import replace

from glassbox.labbook.ids import Owner
from glassbox.labbook.records import Noted
from glassbox.labbook.write_queue import WriteQueue
from tests.labbook.conftest import AMoment, an_entry

ME, YOU = Owner(b"me"), Owner(b"you")
KEYS = {letter: letter * 22 for letter in "abcd"}


def noted(run, at, owner=ME, **facts):
    return Noted(owner, an_entry(key=KEYS[run], **facts), since=at, at=at)


def filled(*entries, most=3):
    waiting = WriteQueue(most)
    for entry in entries:
        waiting.put(entry)
    return waiting


def test_a_newer_entry_replaces_the_older_of_its_run_and_keeps_its_beginning():
    older, newer, other = noted("a", 1, steps=1), noted("a", 2, steps=2), noted("b", 1)
    assert filled(older, other, newer).take_all() == [other, replace(newer, since=1)]


def test_a_picture_stays_until_there_is_a_newer_one():
    kept = filled(noted("a", 1, picture=b"first"), noted("a", 2)).take_all()
    assert kept[0].entry.picture == b"first"
    kept = filled(noted("a", 1, picture=b"first"), noted("a", 2, picture=b"second")).take_all()
    assert kept[0].entry.picture == b"second"


def test_the_same_key_of_another_owner_is_another_run():
    assert len(filled(noted("a", 1), noted("a", 1, owner=YOU))) == 2


def test_when_full_the_least_recent_goes():
    waiting = filled(noted("a", 1), noted("b", 2), noted("c", 3), noted("a", 4), noted("d", 5))
    assert [entry.entry.key[0] for entry in waiting.take_all()] == ["c", "a", "d"]
    assert len(waiting) == 0


def test_moments_that_take_too_much_memory_go_and_their_facts_stay():
    waiting = WriteQueue(most_bytes=250)
    for run, at in [("a", 1), ("b", 2), ("c", 3)]:
        waiting.put(noted(run, at, steps=at, kept=AMoment(bytes(100))))
    waiting.put(noted("a", 4, steps=4, kept=AMoment(bytes(150))))
    taken = [
        (each.entry.key[0], each.entry.steps, each.entry.kept and each.entry.kept.nbytes) for each in waiting.take_all()
    ]
    assert taken == [("b", 2, None), ("c", 3, 100), ("a", 4, 150)]


def test_what_is_put_back_is_older_than_what_came_meanwhile():
    waiting = filled(noted("a", 1, steps=1), noted("b", 2))
    batch = waiting.take_all()
    waiting.put(noted("a", 3, steps=3))
    waiting.put_back(batch)
    assert [(entry.entry.key[0], entry.since, entry.at) for entry in waiting.take_all()] == [("b", 2, 2), ("a", 1, 3)]


def test_a_buried_run_does_not_come_back():
    waiting = filled(noted("a", 1), noted("a", 1, owner=YOU))
    batch = [noted("a", 0)]
    waiting.bury(ME, KEYS["a"])
    waiting.put(noted("a", 2))
    waiting.put_back(batch)
    assert [entry.owner for entry in waiting.take_all()] == [YOU]
