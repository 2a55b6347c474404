"""A resume word is good once, for two minutes, and locked after five misses."""

import pytest

from glassbox.classroom import said
from glassbox.classroom.refused import Refused
from glassbox.classroom.resume import MOST_MISSES, SECONDS, Resumes
from glassbox.classroom.resume_words import FIRST, SECOND
from tests.classroom.rooms import NOW, joined, new_room, say


@pytest.fixture
def resumes():
    resumes = Resumes()
    resumes.offer(3, NOW)
    return resumes


def word(resumes):
    return resumes.told(3, NOW).word


def test_there_are_two_thousand_pairs_of_plain_words():
    assert len(set(FIRST)) * len(set(SECOND)) >= 2000
    assert all(each.isascii() and each.isalpha() and each.islower() for each in (*FIRST, *SECOND))


def test_it_is_good_once_however_it_is_typed(resumes):
    typed = f"  {word(resumes).upper().replace(' ', '   ')} "
    assert resumes.take(3, typed, NOW + SECONDS - 1)
    assert not resumes.take(3, typed, NOW) and resumes.told(3, NOW) is None


def test_it_is_too_old_after_two_minutes(resumes):
    good = word(resumes)
    assert resumes.told(3, NOW + SECONDS) is None and not resumes.take(3, good, NOW + SECONDS)


def test_five_misses_lock_it(resumes):
    good = word(resumes)
    for _ in range(MOST_MISSES):
        assert not resumes.take(3, "wrong", NOW)
    assert not resumes.take(3, good, NOW) and resumes.told(3, NOW) is None


def test_it_is_no_other_members(resumes):
    assert not resumes.take(4, word(resumes), NOW)
    assert resumes.take(3, word(resumes), NOW)


def test_a_member_moves_with_its_name_and_the_old_device_is_out():
    room, _ = new_room()
    member, old = joined(room)
    say(room, member, said.ResumeWord)
    assert room.take_news().members == {member.number}
    told = room.for_member(member, NOW).resume
    for name, wrong in (((99, 99), told.word), (member.name, "wrong")):
        with pytest.raises(Refused, match="wrong_resume_word"):
            room.move(name, wrong, NOW)
    new = room.move(member.name, told.word, NOW)
    assert room.member_of(new) is member and room.member_of(old) is None and len(room.members) == 1
