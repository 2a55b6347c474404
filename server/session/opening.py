"""Reads the settings in a page's `open`, which may come from an old link: what is wrong falls back, with a note."""

from collections.abc import Mapping
from typing import Any

from glassbox.protocol.refusals import Refusal
from glassbox.run.shape import check_size
from glassbox.session import words
from glassbox.settings import Settings

MOST_NOTES = 10


def read_settings(values: Mapping[str, Any], most_parameters: int) -> tuple[Settings, list[str]]:
    """Settings for a new network, and a note for each wish that was not fulfilled."""
    settings, rejected = Settings.salvaged(values)
    notes = [words.note_on_rejected(name, error) for name, error in rejected.items()]
    try:
        check_size(settings, most_parameters)
    except Refusal as refusal:
        settings = settings.changed({"hidden": Settings().hidden})
        notes.append(words.NOTE_ON_SIZE.format(refusal=refusal.text))
    return settings, _few(notes)


def _few(notes: list[str]) -> list[str]:
    if len(notes) <= MOST_NOTES:
        return notes
    return [*notes[:MOST_NOTES], words.MORE_NOTES.format(count=len(notes) - MOST_NOTES)]
