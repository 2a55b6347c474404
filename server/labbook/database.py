"""The open database: runs pieces of work in transactions, and begins a new file where the old one is damaged."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine

from glassbox.labbook import words
from glassbox.labbook.connect import open_engine
from glassbox.labbook.errors import Damaged, LabBookUnavailable
from glassbox.labbook.location import Location, location_of
from glassbox.labbook.translation import in_words

SIDE_FILES = ("", "-wal", "-shm")  # SQLite's, which belong to each other

Brought = TypeVar("Brought")
Work = Callable[[Connection], Brought]

logger = logging.getLogger(__name__)


class Database:
    """For one thread. Opens when it is first used, and anew after each failure."""

    def __init__(self, folder: Path | None, url: str, patience: float) -> None:
        self._folder = folder
        self._url = url
        self._patience = patience
        self._engine: Engine | None = None
        self.notice = ""  # what became of a damaged file, in one sentence

    def read(self, work: Work[Brought]) -> Brought:
        """What `work` brings.

        Raises:
            LabBookUnavailable: with one sentence why.
        """
        return self._run(work, writes=False)

    def write(self, work: Work[Brought]) -> Brought:
        """The same; what it writes is written as a whole, or not at all.

        Raises:
            LabBookUnavailable: with one sentence why; nothing was written.
        """
        return self._run(work, writes=True)

    def empty_log(self) -> bool:
        """Bring what SQLite's write-ahead log holds into the file, and cut the log to nothing; whether that was
        possible now: another program that reads may stand in the way. In PostgreSQL there is nothing to do.

        Raises:
            LabBookUnavailable: with one sentence why.
        """
        try:
            with in_words():
                engine = self._opened()
                if engine.dialect.name != "sqlite":
                    return True
                return _is_log_empty(engine)
        except LabBookUnavailable:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file or the server."""
        if self._engine is not None:
            with suppress(LabBookUnavailable), in_words():
                self._engine.dispose()
            self._engine = None

    def _run(self, work: Work[Brought], *, writes: bool) -> Brought:
        try:
            return self._attempt(work, writes)
        except Damaged as damage:
            self._set_aside(damage)
            return self._attempt(work, writes)

    def _attempt(self, work: Work[Brought], writes: bool) -> Brought:
        try:
            with in_words():
                engine = self._opened()
                with engine.execution_options(writes=writes).begin() as connection:
                    return work(connection)
        except LabBookUnavailable:
            self.close()
            raise

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self._location(), self._patience)
        return self._engine

    def _location(self) -> Location:
        return location_of(self._folder, self._url)

    def _set_aside(self, damage: Damaged) -> None:
        """A file that the operator named may be no lab book: it stays where it is."""
        file = self._location().own_file
        if file is None:
            raise damage
        with in_words():
            aside = _free_name(file)
            for end in SIDE_FILES:
                with suppress(FileNotFoundError):
                    Path(f"{file}{end}").rename(f"{aside}{end}")
        self.notice = words.SET_ASIDE.format(name=aside.name)
        logger.warning("%s (%s)", self.notice, aside.parent)


def _is_log_empty(engine: Engine) -> bool:
    """Outside any transaction, which would be in its own way."""
    connection = engine.raw_connection()
    try:
        answer = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    return answer is not None and answer[0] == 0


def _free_name(file: Path) -> Path:
    """Beside the file, with the time in its name."""
    stem = f"{file.stem}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside, count = file.with_name(stem + file.suffix), 1
    while aside.exists():
        count += 1
        aside = file.with_name(f"{stem}-{count}{file.suffix}")
    return aside
