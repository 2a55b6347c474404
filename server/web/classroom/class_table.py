"""The class's file as CSV: a row for each member, for a spreadsheet, and nothing that it would run."""

import csv
import io

from glassbox.labbook.csv_table import cell, setting_text
from glassbox.web.classroom.class_file import ClassFile, Network, Row
from glassbox.web.classroom.words import RECORD, ROUND, STOPPED

FACTS = ("data", "parameters", "epochs", "train_loss", "test_loss", "test_score", "stopped")
SETTING = "settings."  # before the name of each setting's column


def class_table(made: ClassFile) -> str:
    """The rows with a line of headings above them, by RFC 4180."""
    text = io.StringIO()
    writer = csv.writer(text)
    asked = [cell(ROUND.format(text=asking.asked.text, round=each)) for asking, each in made.columns]
    writer.writerow(["name", *FACTS, *(SETTING + name for name in made.differing), RECORD, *asked])
    writer.writerows(_cells(row, made) for row in made.rows)
    return text.getvalue()


def _cells(row: Row, made: ClassFile) -> list[str]:
    network = row.network
    settings = [setting_text(network.settings[name]) if network else "" for name in made.differing]
    return [cell(row.name), *_facts(network), *settings, cell(row.record), *map(cell, row.answers)]


def _facts(network: Network | None) -> list[str]:
    if network is None:
        return [""] * len(FACTS)
    tile = network.tile
    numbers = tile.parameters, round(tile.epochs, 3), tile.train_loss, tile.test_loss, tile.test_score
    return [setting_text(network.settings["dataset"]), *map(cell, numbers), STOPPED.get(tile.stopped, "")]
