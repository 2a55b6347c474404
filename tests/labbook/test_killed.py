"""A server that is killed while it writes: what was written is there, and the file is sound."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from glassbox.labbook.book import LabBook, Owner, new_owner_id
from glassbox.labbook.location import FILE
from tests.labbook.conftest import a_record, now

ROOT = Path(__file__).parents[2]


def killed_after(lines, folder, owner_id):
    """The keys that a process said were written before it was killed, in the midst of writing on."""
    command = [sys.executable, "-m", "tests.labbook.writing", str(folder), owner_id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        told = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        told += process.stdout.readlines()
    return " ".join(line for line in told if line.endswith("\n")).split()


async def not_whole(book, owner, keys):
    """Of these keys, those without a row, or with a row that cannot be taken up again."""
    opened = [(key, await book.to_open(owner, key)) for key in keys]
    return [key for key, found in opened if found is None or len(found[1] or b"") != 20_000]


@pytest.mark.parametrize("lines", [1, 20, 60])
def test_rows_survive(tmp_path, lines):
    """The last case is past the first time that SQLite moves its log into the file."""
    owner_id = new_owner_id()
    keys = killed_after(lines, tmp_path, owner_id)
    assert len(keys) >= lines
    book, owner, record = LabBook(tmp_path), Owner.of(owner_id), a_record()
    assert now(not_whole(book, owner, keys)) == []
    book.record(owner, record)
    assert now(book.row(owner, record.key)) and book.notice == ""
    now(book.close())
    with closing(sqlite3.connect(tmp_path / FILE)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
