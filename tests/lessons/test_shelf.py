"""Tests the shelf: files read anew when they change, faults that harm nobody else, and no way out of the folder."""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from glassbox.lessons import words
from glassbox.lessons.shelf import LOOK_EVERY, MOST_BYTES, MOST_FILES, Shelf, read_file
from tests.lessons.asking import HEAD
from tests.run.tools import Clock

SMALL = f"{HEAD}## Step\nText\n"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shelf(tmp_path, clock):
    """One with lessons of its own, in a folder beside an empty one."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "own").mkdir()
    return Shelf(tmp_path / "own", tmp_path / "texts", clock)


def later(shelf, clock):
    clock.advance(LOOK_EVERY)
    return shelf.now()


def write(path, text, written=None):
    path.write_text(text, "utf-8")
    if written is not None:
        os.utime(path, ns=(written, written))


def test_the_lessons_that_come_along_are_sound():
    shelved = Shelf().now()
    assert shelved.faults == ()


def test_a_file_is_read_anew_when_it_changes_and_not_otherwise(shelf, clock, tmp_path):
    file = tmp_path / "own" / "01_sample.md"
    write(file, SMALL, 1)
    first = shelf.now()
    assert list(first.lessons) == ["sample"] and first.lessons["sample"].is_own
    assert later(shelf, clock) is first and first.listing is first.listing
    write(file, SMALL.replace("A lesson", "Another"), 2)
    assert shelf.now() is first, "it was looked at a moment ago"
    second = later(shelf, clock)
    assert second.lessons["sample"].title == "Another" and b"Another" in second.told("sample")
    file.unlink()
    assert later(shelf, clock).lessons == {}


def test_a_faulty_file_keeps_no_other_from_being_taken(shelf, clock, tmp_path):
    own = tmp_path / "own"
    write(own / "01_sound.md", SMALL)
    write(own / "02_faulty.md", SMALL.replace("minutes = 5", "minutes = 0"))
    (own / "03_bytes.md").write_bytes(b"+++\n\xff\xfe")
    write(own / "04_large.md", SMALL + "x" * MOST_BYTES)
    (own / "05_folder.md").mkdir()
    write(own / "deep.md", SMALL)
    write(own / "06_lessons.md", SMALL)
    write(own / "notes.txt", "no lesson")
    shelved = shelf.now()
    assert list(shelved.lessons) == ["sound"]
    assert {(fault.file, fault.line, fault.text) for fault in shelved.faults} == {
        ("02_faulty.md", 4, "“minutes”: expected 1 or more, but got 0."),
        ("03_bytes.md", 1, words.NOT_READ),
        ("04_large.md", 1, words.TOO_LARGE.format(most=200, size=200)),
        ("05_folder.md", 1, words.NOT_READ),
        ("deep.md", 1, words.NO_FILE_NAME.format(name="deep.md")),
        ("06_lessons.md", 1, words.RESERVED.format(name="lessons")),
    }
    told = json.loads(shelved.listing)
    assert [lesson["name"] for lesson in told["lessons"]] == ["sound"] and len(told["faults"]) == 6
    assert str(tmp_path) not in shelved.listing.decode()


def test_nothing_outside_of_the_folder_is_read(shelf, tmp_path):
    secret = tmp_path / "secret.md"
    write(secret, SMALL)
    (tmp_path / "own" / "01_secret.md").symlink_to(secret)
    (tmp_path / "own" / "02_nowhere.md").symlink_to(tmp_path / "nothing.md")
    shelved = shelf.now()
    assert shelved.lessons == {} and {fault.text for fault in shelved.faults} == {words.OUTSIDE}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on this system")
def test_what_never_ends_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "01_endless.md")
    assert read_file(tmp_path / "01_endless.md", is_own=True).faults == ((1, words.NOT_READ),)


def test_of_two_lessons_with_one_name_the_one_that_comes_along_counts(shelf, tmp_path):
    write(tmp_path / "texts" / "09_sample.md", SMALL)
    write(tmp_path / "own" / "01_sample.md", SMALL)
    write(tmp_path / "own" / "02_other.md", SMALL)
    write(tmp_path / "own" / "03_other.md", SMALL)
    shelved = shelf.now()
    assert [(lesson.name, lesson.is_own) for lesson in shelved.lessons.values()] == [("sample", False), ("other", True)]
    assert [(fault.file, fault.text) for fault in shelved.faults] == [
        ("01_sample.md", words.DUPLICATE.format(other="09_sample.md", name="sample")),
        ("03_other.md", words.DUPLICATE.format(other="02_other.md", name="other")),
    ]


def test_a_folder_has_so_many_files(shelf, tmp_path):
    for number in range(MOST_FILES + 3):
        write(tmp_path / "own" / f"{number:04}_lesson-x{number}x.md", SMALL)
    shelved = shelf.now()
    assert len(shelved.lessons) == MOST_FILES and shelved.faults[-1].text == words.TOO_MANY.format(most=MOST_FILES)


def test_a_folder_that_is_not_there_is_an_empty_one(tmp_path):
    assert Shelf(tmp_path / "nothing", tmp_path / "nowhere").now().lessons == {}


def test_lessons_have_an_order_and_each_a_next_one_of_its_group(shelf, tmp_path):
    for name, more in (("later", "order = 2"), ("first", "order = 1"), ("task-a", 'group = "problem"')):
        write(tmp_path / "own" / f"{name}.md", SMALL.replace("minutes", f"{more}\nminutes"))
    write(tmp_path / "texts" / "ninth.md", SMALL.replace("minutes", 'order = 9\nneeds = ["nothing"]\nminutes'))
    shelved = shelf.now()
    assert list(shelved.lessons) == ["ninth", "first", "later", "task-a"]
    nexts = {name: json.loads(shelved.told(name))["next"] for name in shelved.lessons}
    assert nexts == {"ninth": "first", "first": "later", "later": "", "task-a": ""}
    assert shelved.faults[0].text == words.NO_SUCH_NEED.format(name="nothing") and shelved.told("nothing") is None


def test_many_threads_may_ask_at_once(shelf, tmp_path):
    write(tmp_path / "own" / "sample.md", SMALL)
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(shelf.now) for _ in range(40)]
    assert len({id(each.result()) for each in asked}) == 1 and list(shelf.last.lessons) == ["sample"]
