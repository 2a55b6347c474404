"""Sentences: English for whoever knows nothing of languages, and all that is needed to word them anew."""

import copy
import pickle

import pytest

from glassbox.words.sentence import Sentence, fill, grouped, holes, say, say_as, say_many, spaced

STOPPED = say("Stopped after {epochs:,} epochs at {loss:.3g}.")


def test_a_sentence_is_its_english() -> None:
    assert STOPPED == "Stopped after {epochs:,} epochs at {loss:.3g}."
    told = STOPPED.format(epochs=2000, loss=0.12345)
    assert told == "Stopped after 2,000 epochs at 0.123."
    assert isinstance(told, Sentence) and told.text == STOPPED
    assert told.values == {"epochs": 2000, "loss": "0.123"}  # a grouped number is written as each language does


def test_what_is_not_asked_for_is_not_kept() -> None:
    assert say("{a}").format(a="x", b="y").values == {"a": "x"}


def test_a_hole_without_a_value_is_an_error_and_so_is_one_without_a_name() -> None:
    with pytest.raises(KeyError):
        STOPPED.format(epochs=3)
    with pytest.raises(TypeError):
        say("{a}").format("x")


def test_numbers_are_written_as_python_would_write_them() -> None:
    text = "{a} {b:,} {c:.1f} {d} {{{e}}}"
    values = {"a": 2000, "b": 1234567, "c": 0.25, "d": True, "e": "x"}
    assert say(text).format(**values) == text.format(**values)


def test_a_sentence_within_a_sentence_stays_one() -> None:
    told = say("{change}: other data").format(change=say("Noise {value}").format(value="5"))
    assert told == "Noise 5: other data"
    assert told.values is not None and isinstance(told.values["change"], Sentence)


def test_what_counts_has_both_english_forms_and_its_number() -> None:
    units = say_many("{n:,} unit of {layer}", "{n:,} units of {layer}")
    assert [units.of(n, layer="layer 1") for n in (0, 1, 2000)] == [
        "0 units of layer 1", "1 unit of layer 1", "2,000 units of layer 1",
    ]  # fmt: skip
    assert units.of(2, layer="x").plural == ("{n:,} units of {layer}", 2)


def test_a_context_goes_along() -> None:
    assert say_as("verb", "Open") == "Open"
    assert say_as("verb", "Open {name}").format(name="it").context == "verb"


def test_it_comes_whole_through_pickles_and_copies() -> None:
    told = say_many("{n} run", "{n} runs").of(3)
    for again in (pickle.loads(pickle.dumps(told)), copy.deepcopy(told), copy.copy(told)):
        assert again == told and (again.text, again.values, again.plural) == (told.text, told.values, told.plural)


def test_a_translation_may_not_break_a_page() -> None:
    assert fill("{known} {unknown} {{}} {", {"known": "a"}) == "a {unknown} {} {"
    assert fill("{n}", {"n": 12345}, thousands=".") == "12.345"


def test_what_a_hole_has_formatted_gets_the_languages_signs() -> None:
    def german(text: str, value: str) -> str:
        return fill(text, {"x": value}, thousands=".", point=",")

    assert german("{x:,.1f}", "12,345.6") == "12.345,6" and german("{x:.3g}", "-1.5e-05") == "-1,5e-05"
    assert german("{x:.0%}", "84%") == "84%" and german("{x:.3g}", "nan") == "nan"
    assert german("{x}", "1.5") == "1.5"  # a version, perhaps
    assert holes("{a} {b:.2f} {{c}}") == {"a", "b"}


def test_a_number_by_itself_is_a_sentence_without_words() -> None:
    assert grouped(1234567) == "1,234,567" and grouped(7) == "7"
    assert grouped(1234).values == {"n": 1234}


@pytest.mark.parametrize(
    ("told", "set_so"),
    [
        ("测试 MSE在4个单元时", "测试 MSE 在 4 个单元时"), ("3 百万 倍", "3 百万倍"),
        ("学习率 0.1，轮", "学习率 0.1，轮"), ("约20%的点", "约 20% 的点"), ("plain text", "plain text"),
    ],
)  # fmt: skip
def test_chinese_is_spaced_whatever_fills_its_holes(told: str, set_so: str) -> None:
    assert spaced(told) == set_so
