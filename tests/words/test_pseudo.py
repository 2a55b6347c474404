"""The languages that are made up: nothing but words changes, and one is longer."""

from glassbox.words.languages import language_of
from glassbox.words.pseudo import BEGIN, END, PseudoTranslations, pseudo
from glassbox.words.sentence import say, say_many


def test_words_change_and_what_is_no_word_stays() -> None:
    told = pseudo("Press <kbd>P</kbd> at {epoch:,} of $a_1$, see [here](#x) and `code` &amp; {{}}")
    for kept in ("<kbd>", "</kbd>", "{epoch:,}", "$a_1$", "](#x)", "`code`", "&amp;", "{{", "}}"):
        assert kept in told
    assert told.startswith(BEGIN) and told.endswith(END) and "Press" not in told


def test_it_is_longer_by_two_fifths_or_runs_the_other_way() -> None:
    assert len(pseudo("ten letters" * 4)) == round(44 * 1.4) + 2
    assert len(PseudoTranslations("rtl").gettext("Play")) == 6
    backwards = language_of("ar-XB")
    assert backwards is not None and backwards.direction == "rtl"


def test_markdown_keeps_its_shape() -> None:
    assert pseudo("## Title", longer=False) == f"## {BEGIN}Tîţļé{END}"


def test_it_words_sentences_like_any_language() -> None:
    longer = language_of("en-XA")
    assert longer is not None
    assert longer.word(say_many("{n} unit", "{n} units").of(1)) == "⟦1 ûñîţ~~⟧"
    assert longer.word(say("now {value}").format(value="0.5")) == "⟦ñöŵ 0.5~~⟧".replace("ŵ", "w")
