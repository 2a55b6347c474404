"""Long work is given up in its midst once nobody waits for it."""

import pytest

from glassbox.run.answers import take_trajectory
from glassbox.study.landscape import landscape
from glassbox.study.questions import LandscapeQuestion
from glassbox.study.still_wanted import NoLongerWanted, check_wanted, while_wanted
from tests.run.tools import run_of


def test_what_is_wanted_is_done_and_what_is_not_is_given_up():
    assert while_wanted(lambda: True, lambda: check_wanted() or "done") == "done"
    with pytest.raises(NoLongerWanted):
        while_wanted(lambda: False, lambda: "never begun")
    check_wanted()


def test_a_picture_of_the_loss_is_given_up_between_two_rows():
    looks = iter([True] * 5 + [False] * 100)
    with pytest.raises(NoLongerWanted):
        while_wanted(lambda: next(looks), lambda: landscape(take_trajectory(run_of()), LandscapeQuestion(size=9)))
    assert len(list(looks)) == 99
