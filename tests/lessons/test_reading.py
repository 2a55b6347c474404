"""Tests that a lesson's file is read as it stands, and that each fault is told in a sentence, with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.lessons import words
from glassbox.lessons.lesson import Do, Exactly, Look, PredictChoice, SetUp, Text, Why
from glassbox.lessons.reading import MOST_STEPS, read_lesson
from tests.lessons.asking import HEAD, block, fault_in, fault_of, faults_of, lesson_of
from tests.lessons.make_golden_lesson import SAMPLES


def test_a_lesson_has_its_head_and_its_steps_with_their_parts_in_order():
    lesson, faults = read_lesson((SAMPLES / "01_first-line.md").read_text("utf-8"), "first-line", is_own=False)
    assert faults == [] and (lesson.title, lesson.minutes, lesson.name) == ("A first line", 4, "first-line")
    first, second, third = lesson.steps
    assert [type(part) for part in first.parts] == [Text, SetUp, PredictChoice, Look]
    assert [type(part) for part in third.parts] == [Text, SetUp, Do, Why, Exactly]
    assert second.set_up is None and third.set_up.settings.hidden == ()
    assert [first.question(1).form, second.question(2).form, second.question(3)] == ["choice", "curve", None]


def test_tags_are_shown_and_not_obeyed():
    lesson = lesson_of("## A <b>step</b>\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n")
    html = lesson.steps[0].parts[0].html
    assert "<script" not in html and "<img" not in html and "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 1, words.NO_FENCE),
        ("+++\ntitle = 1\n", 1, words.NO_FENCE),
        ("# A lesson\n", 1, words.NO_FENCE),
        ('+++\ntitle = "A\nidea = ""\n+++\n## Step\n', 2, "expected TOML: illegal character '\\n'."),
        ('+++\ntitle = "A"\nidea = "B"\nminutes = 0\n+++\n## Step\n', 4, "“minutes”: expected 1 or more, but got 0."),
        ('+++\ntitle = "A"\nidea = "B"\n+++\n## Step\n', 2, "the field “minutes” is missing; add it."),
        (HEAD, 7, words.NO_STEPS),
        (HEAD + "Text\n\n## Step\n", 7, words.BEFORE_STEP),
        (HEAD + "## \n", 7, words.NO_STEP_TITLE),
        (HEAD + "## Step\n\n```sett\n```\n", 9, words.NO_KIND.format(
            kinds="set, predict, do, look, why, exactly", kind="sett")),
        (HEAD + '## Step\n```look\nat = "graph"\nsay = "There"\n', 8, words.NOT_CLOSED),
        (HEAD + "## Step\n\nSee ![it](static/picture.png).\n", 9, words.NO_PICTURE),
        (HEAD + "## Step\n\n[a](ftp://example.org/z)\n", 9, words.NO_LINK.format(link="ftp://example.org/z")),
        (HEAD + "## Step\n\n[a](//example.org/z)\n", 9, words.NO_LINK.format(link="//example.org/z")),
        (HEAD + "## Step\n\n[a](../../etc)\n", 9, words.NO_LINK.format(link="../../etc")),
        (HEAD + "## Step\n\n$\\fra{1}$\n", 9, None),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(text, line, sentence):
    fault = fault_of(text)
    assert fault.line == line and (sentence is None or fault.text.removesuffix(".") == sentence.removesuffix("."))


@pytest.mark.parametrize(
    ("kind", "inside", "line", "sentence"),
    [
        ("look", 'at = "graph"', 0, "the field “say” is missing; add it."),
        ("look", 'at = "graph"\nsay = 3', 2, "“say”: expected a text, but got 3."),
        ("look", 'at = "graph"\nsay = "There"\ncolour = 1', 3, "there is no field “colour”; leave it out."),
        ("why", 'ask = "Why?"\nanswer = "![x](y)"', 2, "“answer”: " + words.NO_PICTURE),
        ("do", 'ask = "Do"\ngoal = "accuracy > 1"', 2,
         "“goal”: " + words.NO_SUCH_FACT.format(name="accuracy") + "."),
        ("do", 'ask = "Do"\ngoal = "step > 1"\n[[hint]]\nlevel = 1\nsay = "{accuracy}"', 5,
         "“say”: " + words.NO_HOLE.format(name="accuracy")),
        ("do", 'ask = "Do"\ngoal = "step > 1"\n[[hint]]\nlevel = 1\nsay = "A"\n[[hint]]\nlevel = 3\nsay = "B"', 7,
         "“level”: expected 2 or less, but got 3."),
        ("do", 'ask = "Do"\ngoal = "falls.test_mse is 1"', 0, None),
        ("predict", 'ask = "What?"', 0, words.NO_FORM.format(found="nothing")),
        ("predict", 'ask = "What?"\nform = "number"\nmeasure = "optimizer"', 0, None),
        ("predict", 'ask = "What?"\nform = "number"\nmeasure = "test_loss"\nuntil = "100"', 4,
         "“until”: " + words.NO_UNTIL.format(found="the text “100”")),
        ("predict", 'ask = "What?"\nform = "curve"\nmeasure = "test_loss"', 0, None),
        ("predict", 'ask = "What?"\nform = "curve"\nmeasure = "gap"\nuntil = "epoch 5"', 0, None),
        ("predict", 'ask = "What?"\nform = "choice"\n[[choice]]\ntext = "A"\nwhen = "always"\nright = "B"', 0,
         None),
        ("predict", 'ask = "What?"\nform = "choice"\n[[choice]]\ntext = "A"\nwhen = "step > 1"\nright = "B"', 3, None),
        ("predict", 'ask = "What?"\nform = "curve"\nmeasure = "test_loss"\nuntil = "experiment nothing"', 4, None),
        ("set", 'dataset = "xor"\nown = "xor"', 2, words.TWO_DATA),
        ("set", 'learning_rat = 3', 1, words.NO_SETTING.format(name="learning_rat")),
        ("set", 'learning_rate = 300', 1, "“learning_rate”: expected 10 or less, but got 300."),
        ("set", 'a = 1\nb = [', 2, None),
    ],
)  # fmt: skip
def test_a_fault_in_a_block_is_told_with_its_line(kind, inside, line, sentence):
    if "\nb = [" in inside:
        assert faults_of(f"{HEAD}## Step\n{block(kind, inside)}")[0].line == 8 + line
        return
    found = fault_in(kind, inside)
    assert found[0] == line and (sentence is None or found[1].removesuffix(".") == sentence.removesuffix("."))
    assert found[1].endswith(".") and len(found[1]) > 20


def test_all_faults_are_told_in_the_order_of_their_lines():
    body = f"## One\n{block('set', 'tap = 1')}\n## Two\n{block('look', 'at = 1')}\n[x](ftp://example.org/a)\n"
    found = faults_of(HEAD + body)
    assert [line for line, _ in found] == sorted(line for line, _ in found) and len(found) == 4


def test_a_step_has_one_set_up_and_a_lesson_so_many_steps():
    twice = block("set", 'tab = "graph"') * 2
    assert fault_of(f"{HEAD}## Step\n{twice}") == (11, words.ONE_SET)
    assert fault_of(HEAD + "## Step\n" * (MOST_STEPS + 1)) == (7 + MOST_STEPS, words.MOST_STEPS.format(most=MOST_STEPS))


def test_a_file_may_come_from_any_system():
    text = f"\ufeff{HEAD}## Step\nText\n".replace("\n", "\r\n")
    lesson, faults = read_lesson(text, "lesson", is_own=True)
    assert faults == [] and lesson.steps[0].title == "Step"


@given(st.text(max_size=300), st.sampled_from(["set", "predict", "do", "look", "why", "exactly", ""]))
def test_whatever_a_file_holds_is_read_or_told(text, kind):
    for whole in (text, HEAD + text, f"{HEAD}## S\n{block(kind, text)}"):
        lesson, faults = read_lesson(whole, "lesson", is_own=True)
        assert (lesson is None) == bool(faults)
