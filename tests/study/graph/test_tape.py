"""A tape pulls a gradient back along every way, adds the ways up, and replays what depends on a change, by hand."""

import numpy as np

from glassbox.study.graph.single import ADD, MULTIPLY
from glassbox.study.graph.tape import Node, Tape, total


def recorded():
    """L = (a · b) + a, of a = 3 and b = 5."""
    tape = Tape()
    tape.give(Node("a", "input", "a", "a", "", 0), 3.0)
    tape.give(Node("b", "input", "b", "b", "", 0), 5.0)
    back = ("", "")
    tape.compute(Node("m", "multiply", "m", "×", "", 1, ("a", "b"), back, operation=MULTIPLY))
    tape.compute(Node("L", "add", "L", "+", "", 1, ("m", "a"), back, operation=ADD))
    return tape


def test_a_gradient_is_the_sum_of_its_ways():
    tape = recorded()
    assert tape.end.name == "L" and tape.values["L"].item() == 18
    assert [(part.child, part.gradient.item()) for part in tape.parts()["a"]] == [("m", 5), ("L", 1)]
    assert {name: gradient.item() for name, gradient in tape.gradients().items()} == {"a": 6, "b": 3, "m": 1, "L": 1}


def test_a_replay_changes_what_depends_on_it_and_nothing_on_the_tape():
    tape = recorded()
    assert tape.replay({"b": np.array([[7.0]])}) == 24
    assert tape.values["L"].item() == 18


def test_without_parts_a_gradient_is_zero():
    assert total([], np.ones((2, 3))).tolist() == [[0] * 3] * 2
