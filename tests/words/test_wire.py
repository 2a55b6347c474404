"""Sentences in JSON: worded for whoever asked, or with all that a page needs to word them."""

import json
from contextvars import copy_context

import msgspec
import pytest

from glassbox.words.current import speak
from glassbox.words.languages import language_of
from glassbox.words.sentence import Sentence, say, say_as, say_many
from glassbox.words.wire import keep, kept_sentence, kept_text, plain, read_kept, worded_json


class Note(msgspec.Struct):
    """Something with a text."""

    text: str


def test_a_message_takes_sentences_along_in_parts() -> None:
    inner = say_many("{n:,} run", "{n:,} runs").of(2)
    told = plain([Note(say("{a} of {b}").format(a=inner, b="x")), say_as("verb", "Open"), "as it is"])
    assert told == [
        {
            "text": {
                "msgid": "{a} of {b}",
                "values": {
                    "a": {"msgid": "{n:,} run", "values": {"n": 2}, "plural": "{n:,} runs", "n": 2}, "b": "x",
                },
            }
        },
        {"msgid": "Open", "context": "verb"}, "as it is",
    ]  # fmt: skip


def test_an_answer_is_worded_for_whoever_asked() -> None:
    told = Note(say("Play"))
    assert json.loads(worded_json(told)) == {"text": "Play"}
    longer = language_of("en-XA")
    assert longer is not None
    answered = copy_context()
    answered.run(speak, longer)
    assert json.loads(answered.run(worded_json, told)) == {"text": longer.word(say("Play"))}


def test_what_json_does_not_know_is_refused() -> None:
    for write in (plain, worded_json):
        with pytest.raises((NotImplementedError, TypeError)):
            write({"a": object()})


@pytest.mark.parametrize(
    "told",
    [
        say("Play"),
        say("{a}, {b:,}").format(a=say_as("verb", "Open"), b=2000),
        say_many("{n} unit", "{n} units").of(3),
    ],
)
def test_what_is_kept_can_be_worded_when_it_is_read(told: Sentence) -> None:
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(Note(told), enc_hook=keep), type=Note).text
    assert kept == kept_text(told)
    found = read_kept(kept)
    assert isinstance(found, Sentence)
    assert (found, plain(found)) == (told, plain(told))


def test_other_texts_are_kept_as_they_are_and_of_a_damaged_one_the_english() -> None:
    assert read_kept(kept_text("by hand")) == "by hand"
    assert read_kept(kept_text(say("Play"))[:-2]) == "Play"
    assert read_kept("Play\x1f[]") == "Play"


def test_what_was_kept_is_the_sentence_again() -> None:
    inner = say_many("{n:,} run", "{n:,} runs").of(1)
    sentence = say("{a} of {b}").format(a=inner, b="x")
    again = kept_sentence(json.loads(json.dumps(plain(sentence))))
    assert again == "1 run of x" and plain(again) == plain(sentence)
    assert plain(kept_sentence(plain(say_as("verb", "Open")))) == plain(say_as("verb", "Open"))
    assert [kept_sentence(each) for each in ("as it was", None, 3, {"msgid": 3})] == ["as it was", "", "", ""]
