"""Tests of refusals about settings: by their label, with what was expected and what came."""

import pytest
from pydantic import ValidationError

from glassbox.protocol.refusals import LONGEST_ECHO, echo, echo_text, sentence
from glassbox.settings import Settings

SENTENCES = [
    ({"learning_rate": 11}, "“Learning rate” (learning_rate): expected 10 or less, but got 11."),
    ({"learning_rate": "0.1"}, "“Learning rate” (learning_rate): expected a number, but got the text “0.1”."),
    ({"learning_rate": float("nan")}, "“Learning rate” (learning_rate): expected a finite number, but got nan."),
    ({"samples": 9}, "“Samples” (samples): expected 10 or more, but got 9."),
    ({"samples": 10.5}, "“Samples” (samples): expected a whole number, but got 10.5."),
    ({"samples": True}, "“Samples” (samples): expected a whole number, but got true."),
    ({"seed": 10**30}, "“Seed” (seed): expected 2147483647 or less, but got a very large number."),
    ({"momentum": None}, "“Momentum” (momentum): expected a number, but got nothing."),
    ({"penalty": "l3"}, "“Regularization” (penalty): expected 'none', 'l1', 'l2' or 'lp', but got the text “l3”."),
    ({"hidden": "4,2"}, "“Hidden layers” (hidden): expected a list, but got the text “4,2”."),
    ({"hidden": [4]}, "“Hidden layers” (hidden): expected an object, but got 4."),
    ({"hidden": [{"units": 0}]}, "“Hidden layers” (units): expected 1 or more, but got 0."),
    ({"hidden": [{}]}, "The field “Hidden layers” (units) is missing; add it."),
    ({"hidden": [{"units": 1}] * 9}, "“Hidden layers” (hidden): expected at most 8 entries, but got a list of 9."),
    ({"features": []}, "“Features” (features): expected 1 or more entries, but got a list of 0."),
    ({"features": ["x1", "x1"]}, "“Features” (features): each feature can be chosen once."),
    ({"nonsense": 1}, "There is no field “nonsense”; leave it out."),
]


@pytest.mark.parametrize(("changes", "expected"), SENTENCES, ids=lambda value: str(value)[:40])
def test_sentences_about_settings(changes, expected):
    with pytest.raises(ValidationError) as error:
        Settings().changed(changes)
    assert sentence(error.value) == expected


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.1, "0.1"),
        (10**400, "a very large number"),
        (False, "false"),
        ("a\nb\u202e\ud800", "the text “a·b··”"),
        ("x" * 1000, "the text “" + "x" * LONGEST_ECHO + "…”"),
        ({}, "an object of 0"),
        ({1}, "something else"),
    ],
)
def test_what_came_is_told_briefly(value, words):
    assert echo(value) == words


def test_echoed_text_stays_on_its_line():
    assert echo_text("a\r\n\tb\x1b[31m") == "a···b·[31m"
