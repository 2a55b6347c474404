"""What followers are sent is encoded once for all who know the same, and lacks nothing for whoever knows less."""

from itertools import count

import pytest

from glassbox.protocol.broadcast import Most
from glassbox.run.broadcast import take_look, take_whole
from glassbox.web.classroom import shown as shown_module
from glassbox.web.classroom.shown import STALE_AFTER, Known, Shown
from tests.run.tools import configure, run_of, train_epochs
from tests.web.classroom.followers import Followed


class Scene:
    """A run, and what is shown of it."""

    def __init__(self):
        self.run = run_of()
        train_epochs(self.run, 2)
        self.shown = Shown(count(1))
        self.begin()
        self.look(self.shown.last_point)

    def begin(self):
        self.shown.begin(take_whole(self.run, "alias"))

    def look(self, known):
        self.shown.take(take_look(self.run, None, known, 0.0, Most(6000, 40)), known)

    def follower(self):
        followed = Followed()
        followed.take(self.shown.whole)
        return followed, self.shown.whole_known

    @property
    def epochs(self):
        return self.run.history.curves.stored().columns["x"]


@pytest.fixture
def scene():
    return Scene()


def test_frames_are_encoded_once_for_all_who_know_the_same(scene):
    known = scene.shown.newest
    assert scene.shown.frame_for(known) is scene.shown.frame_for(known)
    assert scene.shown.size == len(scene.shown.frame_for(known))


def test_each_gets_the_points_that_it_lacks(scene):
    early, known = scene.follower()
    train_epochs(scene.run, 3)
    scene.look(known.point)
    later = scene.shown.newest
    train_epochs(scene.run, 3)
    scene.look(known.point)
    for one in (known, later):
        assert scene.shown.can_tell(one)
    assert len(scene.shown.frame_for(later)) < len(scene.shown.frame_for(known))
    early.take(scene.shown.frame_for(known))
    assert early.epochs == scene.epochs


def test_who_knows_less_than_was_asked_for_cannot_be_told(scene):
    known = scene.shown.newest
    train_epochs(scene.run, 3)
    scene.look(known.point)
    middle = scene.shown.newest
    scene.look(middle.point)
    assert scene.shown.can_tell(middle) and not scene.shown.can_tell(known)
    assert not scene.shown.can_tell(Known())


def test_a_whole_that_is_made_anew_serves_old_and_new_followers(scene):
    old, known = scene.follower()
    configure(scene.run, learning_rate=0.5)
    for _ in range(STALE_AFTER + 1):
        train_epochs(scene.run, 1)
    scene.look(known.point)
    assert scene.shown.is_stale and scene.shown.is_far(known)
    scene.begin()
    assert not scene.shown.is_stale
    new, its = scene.follower()
    assert its.whole == known.whole and its.point > known.point
    configure(scene.run, learning_rate=0.25)
    scene.look(known.point)
    for followed, one in ((old, known), (new, its)):
        followed.take(scene.shown.frame_for(one))
        assert followed.settings["learning_rate"] == 0.25 and followed.epochs == scene.epochs
        assert [mark["text"] for mark in followed.marks] == [mark.text for mark in scene.run.history.curves.marks]


def test_another_network_is_another_whole(scene):
    _, known = scene.follower()
    configure(scene.run, activation="relu")
    look = take_look(scene.run, None, 0, 0.0, Most(6000, 40))
    assert not scene.shown.fits(look)
    scene.begin()
    assert scene.shown.fits(look) and not scene.shown.has_frame
    assert scene.shown.whole_known.whole != known.whole and scene.shown.is_far(known)
    assert scene.shown.remembered(1) == Known()


def test_flags_of_long_ago_are_not_remembered(scene, monkeypatch):
    monkeypatch.setattr(shown_module, "MOST_VERSIONS", 3)
    _, known = scene.follower()
    assert not scene.shown.is_far(known)
    for rate in (0.1, 0.2, 0.3, 0.4):
        configure(scene.run, learning_rate=rate)
        scene.look(known.point)
    assert scene.shown.is_far(known) and scene.shown.is_stale
    scene.begin()
    assert not scene.shown.is_stale


def test_flags_are_told_from_where_they_differ(scene):
    followed, known = scene.follower()
    for rate in (0.1, 0.2, 0.3):
        train_epochs(scene.run, 60)  # far enough from each other to be flags of their own
        configure(scene.run, learning_rate=rate)
        scene.look(known.point)
        followed.take(scene.shown.frame_for(known))
        known = scene.shown.newest
    assert len(followed.marks) == 3 and followed.frame.first_mark == 2
    scene.look(known.point)
    followed.take(scene.shown.frame_for(known))
    assert followed.frame.marks is None
