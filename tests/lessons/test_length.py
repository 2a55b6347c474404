"""Tests that texts are found which are longer than a reader takes in."""

from glassbox.lessons import words
from glassbox.lessons.length import MOST_WORDS, long_texts
from tests.lessons.asking import block, lesson_of


def test_what_a_step_says_and_what_a_block_says_are_counted_apart():
    just, more = " ".join(["word"] * MOST_WORDS), " ".join(["word"] * (MOST_WORDS + 1))
    look = block("look", f'at = "graph"\nsay = "{just}"')
    assert list(long_texts(lesson_of(f"## One\n{just}\n{look}"))) == []
    told = list(long_texts(lesson_of(f"## One\n{just}\n\n## Two\nword\n{look}\n{just}\n")))
    assert told == [(10, words.LONG_TEXT.format(title="Two", count=MOST_WORDS + 1, most=MOST_WORDS))]
    for kind, inside in (
        ("do", 'ask = "Do"\ngoal = "step > 1"\n[[hint]]\nlevel = 1\nsay = "{}"'),
        ("why", 'ask = "Why?"\nanswer = "{}"'),
        ("exactly", 'shortly = "A"\nexactly = "{}"'),
        ("predict", 'ask = "{}"\nform = "number"\nmeasure = "gap"'),
        ("predict", 'ask = "A"\nform = "choice"\n[[choice]]\ntext = "A"\nwhen = "never"\nsay = "{}"\n'
         '[[choice]]\ntext = "B"\nwhen = "always"\nright = "C"'),
    ):  # fmt: skip
        assert len(list(long_texts(lesson_of(f"## One\n{block(kind, inside.format(more))}")))) == 1
