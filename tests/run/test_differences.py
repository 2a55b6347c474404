"""What one lane has otherwise than the first, in words."""

from glassbox.run.differences import difference_text
from tests.run.test_lanes import lanes_of, tell
from tests.run.tools import say


class TestDifferences:
    """What a card says a lane has otherwise than the first."""

    def text(self, *commands):
        lanes = lanes_of()
        tell(lanes, "hold", action="freeze", layer=1, unit=0, on=True)
        tell(lanes, "set_bias", layer=1, unit=0, value=0.5)
        tell(lanes, "fork")
        for command in commands:
            lanes.obey(command)
        return difference_text(lanes.in_hand)

    def test_what_both_have_is_no_difference(self):
        assert self.text() == ""

    def test_what_was_set_by_hand(self):
        weight = say("set_weight", layer=1, unit=0, source=0, value=0.5)
        assert self.text(weight) == self.text(weight, weight) == "1 weight set by hand"
        other = say("set_weight", layer=2, unit=0, source=0, value=1)
        bias = say("set_bias", layer=1, unit=0, value=0.25)
        assert self.text(weight, other, bias) == "2 weights set by hand, 1 bias set by hand"
        assert self.text(weight, say("reset")) == ""
        numbers = say("configure", changes={"dataset": "multi_gauss"})
        assert self.text(numbers, say("solve_last_layer")) == "last layer solved"

    def test_what_is_held(self):
        held = (
            say("hold", action="freeze", layer=1, unit=1, on=True),
            say("hold", action="disable", layer=2, unit=0, source=3, on=True),
        )
        assert self.text(*held) == "connection from unit 4 to unit 1 of layer 2 disabled, unit 2 of layer 1 frozen"
        assert self.text(say("hold", action="freeze", layer=1, unit=0, on=False)) == "not: unit 1 of layer 1 frozen"
        whole = say("hold", action="freeze", layer=2, on=True)
        assert self.text(whole, say("configure", changes={"learning_rate": 0.3})) == "Learning rate 0.3, layer 2 frozen"
        many = [say("hold", action="disable", layer=1, unit=unit, on=True) for unit in range(4)]
        assert self.text(*many, *held) == ", ".join(
            [*(f"unit {n} of layer 1 disabled" for n in (1, 2, 3, 4)), "2 more held or not"]
        )
