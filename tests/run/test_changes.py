"""What is remembered of changes: in order, in a bounded number, and in a bounded memory."""

import pickle
import random

import pytest

from glassbox.protocol.messages import Reset
from glassbox.run.changes import MOST_CHANGES, Change, Changes
from glassbox.run.lanes import Lanes
from glassbox.run.past.weight import Weight
from tests.run.tools import Clock, run_of, tell, train_epochs

ROOMY = 2**30


def change(number, lanes):
    return Change(number, Reset(type="reset"), 1, {}, {}, {}, 0.0, lanes.keep()[1])


def trained(epochs, **settings):
    """Lanes of one run, with a moment kept after each epoch."""
    lanes = Lanes(run_of(**settings))
    for _ in range(epochs):
        train_epochs(lanes.in_hand, 1)
        lanes.evaluate(Clock())
    return lanes


@pytest.fixture
def lanes():
    return trained(20)


def numbers(changes):
    return [each.number for each in changes.done], [each.number for each in changes.undone]


def filled(count, lanes, budget=ROOMY):
    changes = Changes(budget)
    for _ in range(count):
        changes.add(change(changes.next_number(), lanes))
    return changes


def test_they_go_back_and_forth_in_order(lanes):
    changes = filled(3, lanes)
    changes.take_back(lanes.keep()[1], 2.5)
    changes.take_back(lanes.keep()[1], 0.0)
    assert numbers(changes) == ([1], [3, 2])
    assert [each.ahead for each in changes.undone] == [2.5, 0.0]
    changes.bring_back(lanes.keep()[1])
    assert numbers(changes) == ([1, 2], [3])
    changes.add(change(changes.next_number(), lanes))
    assert numbers(changes) == ([1, 2, 4], [])


def test_what_comes_back_is_what_was_kept_and_the_present_waits_in_its_stead(lanes):
    changes = filled(1, lanes)
    kept, present = changes.done[0].kept, lanes.keep()[1]
    assert changes.take_back(present, 0.0) is kept
    assert changes.undone[0].kept is present


def test_the_oldest_are_forgotten_beyond_a_number(lanes):
    changes = filled(MOST_CHANGES + 2, lanes)
    assert numbers(changes)[0] == list(range(3, MOST_CHANGES + 3))


def test_what_several_share_is_counted_once(lanes):
    one, many = filled(1, lanes), filled(20, lanes)
    curves = lanes.in_hand.history.curves.nbytes
    assert many.bytes - one.bytes < 19 * (curves + one.done[0].kept.shown.moment.bytes + 1)


def test_all_that_is_let_go_weighs_nothing(lanes):
    changes = filled(3, lanes)
    for _ in range(3):
        changes.drop()
    assert changes.bytes == 0


def test_they_keep_within_their_memory():
    lanes = trained(1, hidden=[{"units": 100}, {"units": 100}])
    budget = 2**20
    changes = filled(3, lanes, budget)
    for _ in range(12):
        train_epochs(lanes.in_hand, 1)
        changes.add(change(changes.next_number(), lanes))
        assert changes.bytes <= budget
    assert 1 < len(changes.done) < MOST_CHANGES
    assert changes.done[-1].number == 15


def test_before_one_is_forgotten_older_ones_tell_their_past_by_fewer_moments():
    lanes = trained(200)
    whole = len(lanes.in_hand.history.moments)
    changes = filled(1, lanes)
    tell(lanes.in_hand, "reset")
    train_epochs(lanes.in_hand, 10)
    changes.add(change(changes.next_number(), lanes))
    tell(lanes.in_hand, "reset")
    changes.add(change(changes.next_number(), lanes))
    changes.limit(changes.bytes - 1)
    assert numbers(changes)[0] == [1, 2, 3]
    assert 2 <= len(changes.done[0].kept.shown.history.moments) < whole / 2


def test_of_a_large_network_many_are_remembered_with_fewer_moments_each():
    lanes = trained(60, hidden=[{"units": 64}] * 3, optimizer="adam", samples=100)
    budget = int(1.1 * lanes.in_hand.history.bytes)
    changes = Changes(budget)
    for _ in range(20):
        changes.add(change(changes.next_number(), lanes))
        train_epochs(lanes.in_hand, 1)
    assert len(changes) >= 10 and changes.bytes <= budget
    moments = [len(each.kept.shown.history.moments) for each in changes.done]
    assert moments[-1] > 2 * moments[0]


def test_the_next_one_stays_however_little_memory_there_is(lanes):
    changes = filled(3, lanes)
    changes.take_back(lanes.keep()[1], 0.0)
    changes.limit(0)
    assert numbers(changes) == ([2], [3])


def test_out_of_a_pickle_they_weigh_the_same_and_are_let_go_of_as_well(lanes):
    changes = filled(4, lanes)
    twin = pickle.loads(pickle.dumps(changes))
    assert twin.bytes == pytest.approx(changes.bytes, rel=0.1)
    twin.limit(0)
    assert numbers(twin) == ([4], [])
    twin.drop()
    assert twin.bytes == 0


def test_thinned_ones_come_back_all_the_same():
    lanes = trained(60)
    run = lanes.in_hand
    before = run.trainer.state()
    changes = filled(1, lanes)
    tell(run, "reset")
    changes.limit(0)
    lanes.come_back(changes.take_back(lanes.keep()[1], 0.0))
    assert all((a == b).all() for a, b in zip(run.trainer.state(), before, strict=True))


def naive_bytes(changes):
    """What all hold together, one thing after the other."""
    weight, kept = Weight(), [each.kept for each in (*changes.done, *changes.undone)]
    for each in kept:
        weight.count(each.stages, 1)
    return weight.bytes + sum(each.curves_bytes for each in kept)


@pytest.mark.parametrize("seed", range(4))
def test_each_thing_weighs_once_whatever_is_done(seed):
    chance, lanes = random.Random(seed), trained(3)
    changes = Changes(ROOMY)
    ways = {
        "add": lambda: changes.add(change(changes.next_number(), lanes), is_look=chance.random() < 0.5),
        "take back": lambda: changes.done and lanes.come_back(changes.take_back(lanes.keep()[1], 0.0)),
        "bring back": lambda: changes.undone and lanes.come_back(changes.bring_back(lanes.keep()[1])),
        "drop": lambda: changes.done and chance.random() < 0.3 and changes.drop(),
        "train": lambda: (train_epochs(lanes.in_hand, 2), lanes.evaluate(Clock())),
        "anew": lambda: chance.random() < 0.2 and tell(lanes.in_hand, "reset"),
        "less room": lambda: len(changes) > 4 and changes.limit(int(0.9 * changes.bytes)),
    }
    most = 0
    for way in chance.choices(list(ways), k=120):
        ways[way]()
        assert changes.bytes == naive_bytes(changes), way
        most = max(most, len(changes))
    assert most >= 4
