"""What the class has made, gathered: networks, answers by name, records."""

import asyncio

from glassbox.classroom.asking import Asking
from glassbox.web.classroom.class_file import class_file, value_text
from tests.web.classroom.files import CHOICE, CURVE, MARKUP, NUMBER, as_asked, some_class, some_file


def test_each_member_has_a_row_with_its_name_network_and_answers():
    made = some_file()
    assert [row.name for row in made.rows] == ["Amber Otter", MARKUP, "Witty Zebra"]
    assert [row.answers for row in made.rows] == [
        ("It falls", "2.5 nats", ""),
        ("It rises", "", "0.5 0.25"),
        ("", "", ""),
    ]
    assert [row.record for row in made.rows] == [13, None, None]
    first, second, third = (row.network for row in made.rows)
    assert (first.tile.parameters, first.tile.epochs, second.settings["dataset"]) == (13, 2.0, "sine")
    assert third is None and made.code == "k7px"
    assert {"dataset", "hidden", "learning_rate"} <= set(made.differing) and "batch_size" not in made.differing


def test_a_round_without_answers_is_no_column():
    made = some_file()
    assert [(asking.number, each) for asking, each in made.columns] == [(1, 1), (2, 1), (3, 1)]


def test_a_drawn_name_that_the_page_did_not_tell_is_a_number():
    assert [row.name for row in some_file({"9": "Nobody"}).rows] == ["1", MARKUP, "3"]


def test_a_network_that_has_ended_leaves_its_member_with_the_answers():
    room, networks = some_class()
    del networks.runs["first"]
    made = asyncio.run(class_file(room, networks, {}, as_asked))
    assert made.rows[0].network is None and made.rows[0].answers[0] == "It falls"


def test_values_are_told_as_they_are_read():
    assert value_text(Asking(1, CHOICE), 1) == "It rises"
    assert value_text(Asking(1, NUMBER), 3) == "3 nats"
    assert value_text(Asking(1, CURVE), (0.0, 0.12345)) == "0 0.123"
