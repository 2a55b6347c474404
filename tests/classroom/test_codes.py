"""Codes can be read aloud and typed on a phone, and are no name of anything else."""

import pytest

from glassbox.classroom.codes import ALPHABET, LENGTH, free_code, further_signs, is_code, new_code, normal
from glassbox.lessons.shelf import TEXTS
from glassbox.root_path import OWN


def test_the_alphabet_has_no_vowels_and_no_two_signs_that_look_alike():
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("aeiouyl01")
    for alike in ("2z", "5s", "6bg", "8b", "9gq", "uv"):
        assert len(set(alike) & set(ALPHABET)) <= 1


def test_a_new_code_is_one_in_any_case():
    code = new_code()
    assert len(code) == LENGTH and is_code(code) and is_code(code.upper()) and normal(code.upper()) == code


def test_further_signs_are_of_the_same_alphabet_and_stay_with_their_secret():
    assert is_code(further_signs("one")) and further_signs("one") == further_signs("one") != further_signs("two")


@pytest.mark.parametrize("text", ["", "k7p", "k7pxx", "k7p0", "clas", "k7p\n", "k7px\n", "ｋ7px", "k7pſ"])
def test_anything_else_is_none(text):
    assert not is_code(text)


def test_no_page_and_no_lesson_has_a_name_that_is_a_code():
    names = OWN | {file.stem for file in TEXTS.glob("*.md")}
    assert not list(filter(is_code, names))


def test_a_code_that_is_taken_is_drawn_anew():
    draws = iter(["k7px", "k7px", "m2nd"])
    assert free_code({"k7px"}.__contains__, lambda: next(draws)) == "m2nd"
