"""Sentences and lists that are joined stay sentences."""

from glassbox.words.joined import DOTS, all_of, listed, one_of, sentences
from glassbox.words.sentence import Sentence, say


def test_sentences_follow_one_another_and_an_empty_one_leaves_no_gap():
    joined = sentences(say("One."), "", say("Two."))
    assert joined == "One. Two."
    assert isinstance(joined, Sentence) and isinstance(joined.values["before"], Sentence)
    assert sentences("", "") == ""
    assert sentences("", "One.") == "One."


def test_a_list_has_a_comma_between_any_two():
    assert listed(["a", "b", say("c")]) == "a, b, c"
    assert isinstance(listed(["a", say("c")]).values["last"], Sentence)
    assert listed([]) == "" and listed(["a"]) == "a"


def test_a_list_may_be_joined_otherwise_and_its_end_too():
    assert one_of("abc") == "a, b or c"
    assert all_of("ab") == "a and b"
    assert listed("abc", DOTS) == "a · b · c"
