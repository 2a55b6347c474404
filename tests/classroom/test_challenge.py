"""A challenge: the headline, the five best, and one's own place, which nobody else is told."""

import msgspec
import pytest

from glassbox.classroom import told
from glassbox.classroom.challenge import TOP, Challenge
from glassbox.protocol.challenge import Record

NAMES = {number: (number, number + 1) for number in range(1, 9)}


def record(value, reached=0, tried=0):
    return Record(value, 25, 10.0, 0.1, reached, tried)


def challenge(values, by="loss"):
    made = Challenge(3, told.Goal(measure="test_loss", at=0.177), by, ("data", "data_seed"))
    for member, value in values.items():
        assert made.note(member, record(value))
    return made


def test_the_headline_counts_who_reached_the_goal_among_all_that_are_in_the_room():
    heard = challenge({2: 0.15, 5: 0.12}).public(NAMES)
    assert (heard.reached, heard.of, heard.best, heard.number, heard.phase) == (2, 8, 0.12, 3, "open")
    assert (heard.goal.measure, heard.goal.at, heard.by, heard.locked) == (
        "test_loss",
        0.177,
        "loss",
        ("data", "data_seed"),
    )


def test_nobody_is_named_until_the_teacher_shows_the_five_best():
    made = challenge({member: member / 100 for member in NAMES})
    assert made.public(NAMES).top is None
    made.shows_top = True
    assert made.public(NAMES).top == tuple((NAMES[member], member / 100) for member in range(1, TOP + 1))


def test_a_trial_is_told_while_the_challenge_is_open_and_the_member_there():
    made = challenge({})
    made.on_trial = {1, 2}
    made.forget(2)
    assert [made.is_on_trial(member) for member in (1, 2, 3)] == [True, False, False]
    made.phase = "closed"
    assert not made.is_on_trial(1)


def test_one_own_place_is_told_with_equals_on_the_same_one():
    made = challenge({1: 25, 2: 17, 3: 25, 4: 33}, by="parameters")
    places = {member: made.standing(member) for member in (1, 2, 3, 4, 5)}
    assert {member: place and place.place for member, place in places.items()} == {1: 2, 2: 1, 3: 2, 4: 4, 5: None}
    assert (places[1].of, places[1].value) == (4, 25)


def test_among_equals_whose_settings_need_less_luck_comes_first():
    made = challenge({1: 25, 2: 25}, by="parameters")
    assert made.note(2, record(25, 9, 10))
    assert [(row.member, row.reached, row.tried) for row in made.rows()] == [(2, 9, 10), (1, 0, 0)]
    assert (made.standing(2).place, made.standing(1).place) == (1, 2)


def test_only_a_better_record_is_news():
    made = challenge({1: 0.15})
    assert not made.note(1, record(0.16)) and not made.note(1, record(0.15))
    assert made.note(1, record(0.14)) and made.record(1).value == 0.14


def test_after_the_end_nothing_is_scored_and_who_left_is_not_counted():
    made = challenge({1: 0.15, 2: 0.16})
    made.phase = "closed"
    assert not made.note(1, record(0.01)) and made.public(NAMES).phase == "closed"
    made.forget(1)
    assert made.public(NAMES).reached == 1 and made.record(1) is None
    assert made.public({}).reached == 0


@pytest.mark.parametrize("shows", [False, True])
def test_it_can_be_told(shows):
    made = challenge({1: 0.15})
    made.shows_top = shows
    assert msgspec.json.decode(msgspec.json.encode(made.public(NAMES)), type=told.Challenge) == made.public(NAMES)
