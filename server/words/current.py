"""The language that is being spoken: of the request that is answered, of whoever started the program."""

from contextvars import ContextVar

from glassbox.words.languages import ENGLISH, Language

_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def spoken() -> Language:
    """The language of whoever is answered here."""
    return _spoken.get()


def speak(language: Language) -> None:
    """Speak it from here on: in this task and thread, and in what they start."""
    _spoken.set(language)


def word(text: str) -> str:
    """A sentence in the language that is spoken."""
    return spoken().word(text)
