"""The class's file as CSV: a row for each member, for a spreadsheet, and nothing that it would run.

The names of its columns are the same in every language, as those of the lab book's; what stands in them, and the
questions, are in that of whoever saves it.
"""

import csv
import io
from collections.abc import Sequence

from glassbox.labbook.csv_table import cell, setting_text
from glassbox.web.classroom.class_file import ClassFile, Network, Row
from glassbox.web.classroom.words import RECORD, ROUND, STOPPED
from glassbox.words.current import word

FACTS = ("data", "parameters", "epochs", "train_loss", "test_loss", "test_score", "stopped")
SETTING = "settings."  # before the name of each setting's column


def class_table(made: ClassFile) -> str:
    """The rows with a line of headings above them, by RFC 4180."""
    text = io.StringIO()
    writer = csv.writer(text)
    asked = [cell(word(ROUND.format(question=asking.asked.text, round=each))) for asking, each in made.columns]
    settings = (*made.differing, *made.shared)  # what tells networks apart comes first
    writer.writerow(["name", *FACTS, *(SETTING + name for name in settings), RECORD, *asked])
    writer.writerows(_cells(row, settings) for row in made.rows)
    return text.getvalue()


def _cells(row: Row, names: Sequence[str]) -> list[str]:
    network = row.network
    settings = [setting_text(network.settings[name]) if network else "" for name in names]
    return [cell(row.name), *_facts(network), *settings, cell(row.record), *map(cell, row.answers)]


def _facts(network: Network | None) -> list[str]:
    if network is None:
        return [""] * len(FACTS)
    tile = network.tile
    numbers = tile.parameters, round(tile.epochs, 3), tile.train_loss, tile.test_loss, tile.test_score
    return [setting_text(network.settings["dataset"]), *map(cell, numbers), word(STOPPED.get(tile.stopped, ""))]
