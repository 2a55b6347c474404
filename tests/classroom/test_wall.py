"""The wall: who needs help comes first and why, and which networks look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.classroom.wall import ALIKE, UNTOUCHED, alike, look_alike, needs, wall
from tests.classroom.tiles import tile

NOW = 1000.0

signatures = st.lists(st.integers(1, 255), min_size=4, max_size=4).map(bytes)
several = st.dictionaries(
    st.integers(1, 60),
    st.builds(tile, signatures, problem=st.sampled_from(["binary", "regression"]), classes=st.just(2)),
    max_size=12,
)


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({}, ()),
        ({"stopped": "not_finite"}, ("diverged",)),
        ({"test_loss": None}, ("diverged",)),
        ({"stopped": "criterion"}, ()),
        ({"is_asleep": True}, ("flat",)),
        ({"touched": NOW - UNTOUCHED + 1}, ()),
        ({"touched": NOW - UNTOUCHED}, ("untouched",)),
        ({"touched": None}, ()),
        ({"touched": 0.0, "is_asleep": True, "stopped": "not_finite"}, ("diverged", "flat", "untouched")),
    ],
)
def test_who_may_need_help_and_why(about, told):
    assert needs(tile(**about), NOW) == told


def test_help_is_needed_first_where_it_diverged_then_where_nothing_moves_then_by_how_long_nobody_did_anything():
    tiles = {
        1: tile(),
        2: tile(touched=NOW - 200),
        3: tile(is_asleep=True),
        4: tile(touched=NOW - 400),
        5: tile(stopped="not_finite"),
        6: tile(),
    }
    assert [each.member for each in wall(tiles, NOW)] == [5, 3, 4, 2, 1, 6]


def test_how_long_nothing_was_done_is_told_in_whole_seconds():
    (shown,) = wall({7: tile(touched=NOW - 12.9)}, NOW)
    assert (shown.untouched, shown.needs, shown.group) == (12, (), 7)


def test_a_clock_that_was_read_a_moment_earlier_tells_no_negative_time():
    (shown,) = wall({7: tile(touched=NOW + 0.5)}, NOW)
    assert shown.untouched == 0


@given(several)
def test_everybody_is_in_one_group_whose_first_member_looks_the_same_and_groups_look_different(tiles):
    groups = alike(tiles)
    assert groups.keys() == tiles.keys()
    for member, group in groups.items():
        assert group <= member and groups[group] == group
        assert look_alike(tiles[group], tiles[member])
    leaders = sorted(set(groups.values()))
    assert not any(look_alike(tiles[a], tiles[b]) for a in leaders for b in leaders if a < b)


@given(several)
def test_groups_do_not_depend_on_the_order_in_which_tiles_come(tiles):
    assert alike(dict(reversed(tiles.items()))) == alike(tiles)


def test_pictures_look_alike_up_to_a_small_mean_difference():
    grey, near, far = (tile(bytes([level] * 64)) for level in (128, 128 + int(ALIKE), 129 + int(ALIKE)))
    assert alike({1: grey, 2: near, 3: far}) == {1: 1, 2: 1, 3: 3}


def test_of_several_classes_a_few_points_may_be_of_others_and_class_three_is_no_nearer_to_two():
    base, few, many = bytes(64), bytes([9] * 5 + [0] * 59), bytes([1] * 6 + [0] * 58)
    tiles = {at: tile(each, problem="multiclass", classes=10) for at, each in enumerate((base, few, many), 1)}
    assert alike(tiles) == {1: 1, 2: 1, 3: 3}


def test_pictures_of_other_kinds_of_answers_are_never_alike():
    assert alike({1: tile(), 2: tile(problem="regression", classes=0), 3: tile(bytes(4))}) == {1: 1, 2: 2, 3: 3}
