"""What was set by hand is remembered once for each place."""

from glassbox.run.by_hand import ByHand


def test_of_a_weight_that_is_set_again_the_last_value_counts():
    by_hand = ByHand().with_weight(1, 0, 1, 0.5).with_weight(1, 0, 0, 2.0).with_weight(1, 0, 1, -1.0)
    assert by_hand.weights == {(1, 0, 1, -1.0), (1, 0, 0, 2.0)}


def test_so_of_a_bias():
    assert ByHand().with_bias(1, 0, 0.5).with_bias(1, 0, 0.25).biases == {(1, 0, 0.25)}


def test_the_order_in_which_they_were_set_makes_no_difference():
    assert ByHand().with_bias(1, 0, 1.0).with_bias(2, 0, 1.0) == ByHand().with_bias(2, 0, 1.0).with_bias(1, 0, 1.0)
