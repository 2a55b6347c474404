"""Folders and files that may only be read: one sentence."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from glassbox.labbook import words
from glassbox.labbook.book import LabBook
from glassbox.labbook.location import FILE
from tests.labbook.conftest import a_record, an_owner, now

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def place():
    """A folder that other users can look into; pytest's own are private."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        for folder in Path(name).iterdir():
            folder.chmod(0o755)


def answers(*folders):
    command = [sys.executable, "-m", "tests.labbook.as_nobody", *map(str, folders)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_what_may_only_be_read_is_said_to_be_so(place):
    writable, readable, with_a_book = (place / name for name in ("writable", "readable", "with a book"))
    for folder in (writable, readable, with_a_book):
        folder.mkdir()
    book = LabBook(with_a_book)
    book.record(an_owner(), a_record())
    now(book.close())
    (with_a_book / FILE).chmod(0o444)
    for folder, mode in ((writable, 0o777), (readable, 0o555), (with_a_book, 0o555)):
        folder.chmod(mode)
    assert answers(writable, readable, readable / "below", with_a_book) == ["written", *[words.FOLDER] * 3]
