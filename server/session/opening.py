"""Reads the settings in a page's `open`, which may come from an old link, or from a page whose network has gone:
what is wrong falls back, with a note.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from glassbox.protocol.messages import Command, Configure
from glassbox.protocol.refusals import Refusal
from glassbox.run.orders import Resume
from glassbox.run.shape import check_size
from glassbox.session import words
from glassbox.settings import Effect, Settings, difference, effect_of
from glassbox.words.joined import sentences

MOST_NOTES = 10


def read_settings(
    values: Mapping[str, Any], most_parameters: int, *, came_back: bool = False
) -> tuple[Settings, list[str]]:
    """Settings for a new network, and a note for each wish that was not fulfilled.

    Args:
        came_back: whether the page showed a network with these settings, which has gone.
    """
    settings, rejected = Settings.salvaged(values)
    notes = [words.note_on_rejected(name, error, came_back=came_back) for name, error in rejected.items()]
    try:
        check_size(settings, most_parameters)
    except Refusal as refusal:
        settings = settings.changed({"hidden": Settings().hidden})
        notes.append(words.NOTE_ON_SIZE.format(refusal=refusal.text))
    if came_back:
        notes.insert(0, words.LOST_WITH_SETTINGS if notes else words.LOST)
    return settings, _few(notes)


def go_on(values: Mapping[str, Any], taken_up: Resume) -> tuple[Settings, list[str], list[Command | Resume]]:
    """How a run that was kept goes on for a page that showed it: settings for a network to put it into, what the page
    is to note, and what is to be obeyed first. What the page has changed since the run was kept is changed again.
    """
    kept = taken_up.snapshot.settings
    wished, rejected = Settings.salvaged(values)
    names = [
        name
        for name in difference(kept, wished)
        if name in values and name not in rejected and effect_of(name) is not Effect.REBUILD
    ]
    changes = {name: getattr(wished, name) for name in names}
    waiting: list[Command | Resume] = [replace(taken_up, comes_back=True)]
    if changes:
        waiting.append(Configure(type="configure", changes=changes))
    return kept, [sentences(words.KEPT_OF_IT, taken_up.note)], waiting


def _few(notes: list[str]) -> list[str]:
    if len(notes) <= MOST_NOTES:
        return notes
    return [*notes[:MOST_NOTES], words.MORE_NOTES.format(count=len(notes) - MOST_NOTES)]
