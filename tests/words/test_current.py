"""The language that is spoken: English at first, another one in what was begun while it was spoken."""

from contextvars import copy_context

from glassbox.words.current import speak, spoken, word
from glassbox.words.languages import ENGLISH, language_of
from glassbox.words.sentence import say


def test_english_is_spoken_until_another_language_is() -> None:
    longer = language_of("en-XA")
    assert longer is not None and spoken() is ENGLISH

    def within() -> str:
        speak(longer)
        return word(say("Play"))

    assert copy_context().run(within).startswith("⟦")
    assert spoken() is ENGLISH and word(say("Play")) == "Play"
