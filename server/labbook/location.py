"""Where the lab book is kept: in a file of the data folder, unless the operator names another database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from glassbox.labbook import words
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.records import FILE

PRIVATE = 0o700
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


@dataclass(frozen=True, slots=True)
class Location:
    """A database, and its file if that is ours to set aside when it is damaged."""

    url: URL
    own_file: Path | None = None


def location_of(folder: Path | None, url: str) -> Location:
    """The location the operator chose; makes the folder.

    Raises:
        LabBookUnavailable: there is no folder, or the URL is wrong.
        OSError: the folder cannot be made.
    """
    if url:
        return Location(_understood(url))
    if folder is None:
        raise LabBookUnavailable(words.NO_FOLDER)
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    file = folder / FILE
    return Location(URL.create("sqlite", database=str(file)), file)


def _understood(text: str) -> URL:
    try:
        url = make_url(text)
        return url.set(drivername=DRIVERS[url.drivername])
    except (ArgumentError, KeyError, ValueError):
        raise LabBookUnavailable(words.WRONG_URL) from None  # the URL may hold a password: it goes into no log
