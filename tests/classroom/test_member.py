"""A member as the desk sees it."""

from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.member import Member
from glassbox.classroom.told import MemberRow


def test_the_desk_sees_neither_token_nor_owner():
    member = Member(number=3, name=(1, 2), token=digest(new_key()), owner=new_key(), seen=100.0, is_here=True)
    row = member.row(True, 104.25)
    assert row == MemberRow(number=3, name=(1, 2), here=True, source="shown", answered=True, seen=4.2)


def test_a_clock_that_was_set_back_makes_nobody_come_from_the_future():
    member = Member(number=3, name="Jo", token=b"", owner="", seen=100.0)
    assert member.row(False, 50.0).seen == 0.0
