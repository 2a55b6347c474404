"""Names and sentences fit one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.labbook.text import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("good one", "good one"),
        ("  two\n lines\t\x00 \u2028 ", "two lines"),
        ("half a \ud83d letter", "half a letter"),
        ("größer ≤ 😀", "größer ≤ 😀"),
        ("x" * 300, "x" * 200),
        ("\n" * 10**7, ""),
    ],
)
def test_known_texts(text, line):
    assert one_line(text, 200) == line


@given(st.text(st.characters(), max_size=300))
def test_any_text_becomes_one_that_databases_take(text):
    line = one_line(text, 50)
    assert len(line) <= 50 and len(line.splitlines()) <= 1 and "\0" not in line
    line.encode()
    assert one_line(line, 50) == line
