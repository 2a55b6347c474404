"""Texts in Markdown, paragraph by paragraph."""

from pathlib import Path

import pytest

from glassbox.words.paragraphs import phrases, translated

ROOT = Path(__file__).parents[2]
TEXTS = [file for file in sorted((ROOT / "server").rglob("*.md")) if file.parent.name in ("en", "questions")]

LESSON = """\
+++
title = "A \\"first\\" line"
minutes = 5
+++

## Heading

Two lines of
one paragraph with $x$.

- an item
- another,
  longer

$$ a = b $$

$a$
: what it is

| one | two |
| --- | --- |

```predict
ask = "Which?"
when = "w1 > 0"
```

```sh
ask = "not a text"
```
"""


def test_each_text_is_one_phrase_on_one_line() -> None:
    assert phrases(LESSON) == [
        'A "first" line', "Heading", "Two lines of one paragraph with $x$.", "an item", "another, longer", "what it is",
        "| one | two |", "Which?",
    ]  # fmt: skip


def test_a_translation_stands_where_the_english_stood() -> None:
    told = translated(LESSON, lambda text: text.upper())
    assert 'title = "A \\"FIRST\\" LINE"' in told
    assert "## HEADING" in told and "- ANOTHER, LONGER" in told and ": WHAT IT IS" in told
    assert 'when = "w1 > 0"' in told and 'ask = "not a text"' in told and "$$ a = b $$" in told


def test_what_is_not_translated_stays_english_alone() -> None:
    told = translated("One.\n\nTwo.", lambda text: {"One.": "Eins."}.get(text, text))
    assert told == "Eins.\n\nTwo."


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_text_of_the_house_keeps_its_texts(file: Path) -> None:
    source = file.read_text("utf-8")
    found = phrases(source)
    assert found and phrases(translated(source, lambda text: text)) == found
    assert phrases(translated(source, lambda text: f"{text} also")) == [f"{text} also" for text in found]


NESTED = """\
Before.

````markdown
+++
title = "Inside"
group = "problem"
+++

A paragraph.

```do
ask = "Do it"
context = "no text"
```

```sh
ask = "not a text"
```
````

After.
"""


def test_an_example_in_markdown_is_read_as_any_file() -> None:
    assert phrases(NESTED) == ["Before.", "Inside", "A paragraph.", "Do it", "After."]
    assert translated(NESTED, lambda text: text) == NESTED


def test_a_fence_that_is_never_closed_loses_nothing() -> None:
    source = 'A\n\n```set\ntitle = "x"\nmore'
    assert translated(source, lambda text: text) == source and phrases(source) == ["A", "x"]
