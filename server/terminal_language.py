"""Imported by the commands before their options: from here on what they say is in the language of the environment.

Typer words its headings and some faults by gettext's own function, which looks for files in a folder of the system; so
that they are in the same language as all else, that of our catalogues takes its place before Typer comes for it.
"""

import gettext
import sys

from glassbox.words.current import speak
from glassbox.words.environment import language_of_environment
from glassbox.words.languages import ENGLISH, Language
from glassbox.words.sentence import say

WORDS_OF_TYPER = (
    say("Options"), say("Arguments"), say("Commands"), say("Error"), say("Aborted."),
    say("[default: {}]"), say("[env var: {}]"), say("[required]"), say("(dynamic)"),
    say("Try [blue]'{command_path} {help_option}'[/] for help."),
    say("Missing command."), say("No such command {name!r}."),
)  # fmt: skip


def speak_there(language: Language) -> None:
    """Speak it, and let Typer do so, too."""
    speak(language)
    if language is not ENGLISH:
        gettext.gettext = lambda message: language.phrase(message)


speak_there(language_of_environment(encoding=sys.stdout.encoding))
