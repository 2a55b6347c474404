"""Tests of setting a page up as a whole: what is done, in one piece or not at all."""

import pytest

from glassbox.protocol.server_messages import Lane, Refused
from glassbox.run.differences import difference_text
from glassbox.run.lanes import Lanes
from tests.run.test_lanes import all_of, lanes_of, steps, tell
from tests.run.tools import bytes_of, run_of, weights

XOR = {"dataset": "xor", "hidden": [{"units": 3}]}


def test_a_page_that_is_set_up_is_as_one_that_is_opened_so():
    lanes = lanes_of(dataset="spiral", optimizer="adam", learning_rate=0.3)
    tell(lanes, "fork")
    told = tell(lanes, "set_up", settings=XOR)
    assert [type(message) for message in told] == [Lane] and not told[0].playing
    assert told[0].settings == run_of(**XOR).settings.model_dump(mode="json")
    assert len(all_of(lanes)) == 1 and steps(lanes) == {0}
    assert bytes_of(lanes.in_hand) == bytes_of(run_of(**XOR))


def test_weights_and_biases_are_those_that_were_asked_for():
    lanes = lanes_of()
    tell(lanes, "set_up", settings={"hidden": []}, weights=[[1, 0, None, 0.5], [1, 0, 1, -2]])
    run = lanes.in_hand
    plain = weights(run_of(hidden=[]), 1)
    assert weights(run, 1).tolist() == [[plain[0, 0], -2]] and run.trainer.parameters[-1] == 0.5
    assert len(run.by_hand.weights) == len(run.by_hand.biases) == 1


def test_a_second_lane_stands_beside_the_first_which_is_in_hand():
    lanes = lanes_of()
    told = tell(lanes, "set_up", settings=XOR, weights=[[1, 0, 0, 2]], beside={"penalty": "l2", "penalty_rate": 0.3})
    first, second = all_of(lanes).values()
    assert lanes.in_hand is first and told[-1].lane == first.lane
    assert weights(first, 1)[0, 0] == weights(second, 1)[0, 0] == 2
    assert difference_text(second) == "Regularization L2, Penalty rate 0.3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"settings": {"learning_rate": -1}},
        {"settings": {"hidden": [{"units": 128}] * 8}, "weights": [], "few": True},
        {"settings": {"dataset": "own.1234567890"}},
        {"settings": XOR, "weights": [[9, 0, 0, 1]]},
        {"settings": XOR, "weights": [[1, 3, None, 1]]},
        {"settings": XOR, "weights": [[1, 0, 7, 1]]},
        {"settings": XOR, "beside": {"momentum": "much"}},
    ],
    ids=["a setting", "too large", "data that are gone", "a layer", "a unit", "a source", "beside"],
)
def test_what_is_wrong_is_refused_and_nothing_changes(wrong):
    lanes = Lanes(run_of(most_parameters=1000 if wrong.pop("few", False) else 200_000))
    before = bytes_of(lanes.in_hand)
    told = tell(lanes, "set_up", **wrong)
    assert isinstance(told[0], Refused) and told[0].text and len(told) == 1
    assert bytes_of(lanes.in_hand) == before and len(all_of(lanes)) == 1
