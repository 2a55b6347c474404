"""Tests that the line is found that a fault in a block is about."""

import pytest

from glassbox.lessons.lines import line_of

LINES = [
    'ask = "What?"', '"form" = "choice"', "[[choice]]", 'text = "A"', 'when = "always"', "[[choice]]", 'text = "B"',
    "[beside]", "penalty = 1",
]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("ask",), 10),
        (("form",), 11),
        (("choice", 0, "when"), 14),
        (("choice", 1, "text"), 16),
        (("choice", 1, "when"), 15),
        (("choice", 7), 12),
        (("beside", "penalty"), 18),
        (("nothing",), 9),
        ((), 9),
    ],
)
def test_the_line_of_a_fault(way, line):
    assert line_of(LINES, way, 10, 9) == line
