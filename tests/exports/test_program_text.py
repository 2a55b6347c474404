"""Texts in programs stay in their comments and quotes, and break where a reader of their language would break them."""

import textwrap

import pytest

from glassbox.exports.program_text import comment, docstring, quoted, told, told_many, with_comment, wrapped

CHINESE = (
    "神经网络的计算方式：每个单元把得到的每个数乘以各自的权重，再把乘积与偏置相加，最后用激活函数（例如 ReLU）弯曲。"
)


def test_english_breaks_at_spaces():
    text = "How a network computes: every well-known unit multiplies each number it is given by a weight of its own."
    for width in (20, 40, 118):
        assert wrapped(text, width) == textwrap.fill(text, width, break_on_hyphens=False)


@pytest.mark.parametrize("width", [20, 33, 60])
def test_chinese_breaks_between_letters_but_not_before_punctuation(width):
    lines = wrapped(CHINESE, width).splitlines()
    assert len(lines) > 1 and "".join(lines).replace(" ", "") == CHINESE.replace(" ", "")
    assert not [line for line in lines if line[0] in "，。：）" or line[-1] in "（"]
    assert all(sum(1 + (sign > "\u2e80") for sign in line) <= width for line in lines)
    assert any("ReLU" in line for line in lines)


def test_a_sentence_is_on_one_line_and_its_holes_are_filled():
    assert told("One {what}\nand more", what=2) == "One 2 and more"
    assert told_many("{n} unit", "{n} units", 2) == "2 units"


def test_nothing_leaves_its_comment_or_its_quotes():
    name = 'a\nb """ \\'
    assert comment(name) == '# a b """ \\'
    assert eval(f'"""{docstring(name)}"""') == "a b ''' \\"
    assert eval(f'"{quoted(name)}"') == 'a b """ \\'
    assert with_comment("z", name).count("\n") == 0 and with_comment("z", "") == "z"


def test_each_line_of_a_comment_is_one():
    lines = comment("word " * 60, "---- ").splitlines()
    assert len(lines) > 1 and lines[0].startswith("# ---- word") and all(line.startswith("# ") for line in lines)
