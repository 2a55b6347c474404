"""One who follows gets what it lacks, no faster than it reads and draws."""

from itertools import count

import pytest

from glassbox.classroom.member import Member
from glassbox.protocol.broadcast import Most
from glassbox.run.broadcast import take_look, take_whole
from glassbox.web.classroom.follower import MOST_UNDER_WAY, Follower
from glassbox.web.classroom.shown import Shown
from glassbox.web.classroom.visitor import Visitor
from tests.run.tools import run_of, train_epochs


@pytest.fixture
def run():
    run = run_of()
    train_epochs(run, 1)
    return run


@pytest.fixture
def shown(run):
    shown = Shown(count(1))
    shown.begin(take_whole(run, "alias"))
    look(run, shown)
    return shown


def look(run, shown):
    train_epochs(run, 1)
    known = shown.last_point
    shown.take(take_look(run, None, known, 0.0, Most(6000, 40)), known)


def taken(visitor):
    """What waits in its slots, by its first byte."""
    kinds = []
    while not visitor.slots.is_empty:
        with pytest.raises(StopIteration) as done:  # it need not wait
            visitor.slots.take().send(None)
        kinds.append(done.value.value[0])
    return kinds


def test_it_gets_the_whole_once_and_then_frames(run, shown):
    visitor = Visitor("projector", "large")
    follower = Follower(visitor)
    assert follower.needs(shown) and follower.needs_whole(shown) and follower.is_ready
    follower.send(shown)
    assert taken(visitor) == [1, 2] and not follower.needs(shown)
    look(run, shown)
    assert follower.needs(shown) and not follower.needs_whole(shown)
    assert follower.will_know(shown).whole == shown.whole_known.whole
    follower.send(shown)
    assert taken(visitor) == [2]


def test_it_is_not_ready_while_something_waits_or_much_is_not_drawn(run, shown):
    visitor = Visitor("projector", "large")
    follower, sent = Follower(visitor), []
    follower.send(shown)
    assert not follower.is_ready
    while taken(visitor) and follower.is_ready:
        look(run, shown)
        follower.send(shown)
        sent.append(shown.frame)
    assert len(sent) == MOST_UNDER_WAY - 1
    follower.drawn(sent[2])
    assert follower.is_ready
    visitor.slots.close("ended")
    assert not follower.is_ready


def test_a_member_looks_where_it_says(shown):
    member = Member(number=1, name=(0, 0), token=b"", owner="", seen=0.0, source="own")
    follower = Follower(Visitor("member", "small", member=member))
    assert not follower.looks and not follower.needs(shown)
    member.source = "shown"
    assert follower.looks and follower.needs(shown)
