"""The language of whoever starts the program, as the environment has it."""

import os
from collections.abc import Mapping

from glassbox.words.languages import ENGLISH, Language, language_of

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts, as gettext has it


def language_of_environment(environment: Mapping[str, str] = os.environ, encoding: str | None = None) -> Language:
    """The first language that is wanted there and known here, such as that of `LANG=zh_CN.UTF-8`; else English.

    Args:
        encoding: of the terminal, which has to be able to write the language.
    """
    wanted = next((value for name in VARIABLES if (value := environment.get(name))), "")
    tags = (each.partition(".")[0].partition("@")[0] for each in wanted.split(":"))
    found = next((language for tag in tags if tag and (language := language_of(tag))), ENGLISH)
    return found if encoding is None or _can_be_written(found, encoding) else ENGLISH


def _can_be_written(language: Language, encoding: str) -> bool:
    try:
        language.name.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
