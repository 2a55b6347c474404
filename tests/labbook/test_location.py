"""Where the lab book is kept, and what is said of places where it cannot be."""

import re
import sys
from pathlib import Path

import pytest

from glassbox.config import Config, own_data_folder
from glassbox.labbook import words
from glassbox.labbook.book import LabBook, LabBookUnavailable
from glassbox.labbook.location import location_of
from tests.labbook.conftest import SOON, a_record, an_owner, now

ME = an_owner()


def refusal(folder, url=""):
    """What a lab book at this place answers to a question; and that it still takes records."""
    book = LabBook(folder, url, patience=SOON)
    book.record(ME, a_record())
    with pytest.raises(LabBookUnavailable) as reason:
        now(book.flush())
    with pytest.raises(LabBookUnavailable):
        now(book.rows(ME))
    book.record(ME, a_record())
    assert book.trouble == reason.value.text
    now(book.close())
    return reason.value.text


def test_a_file_in_the_data_folder_which_is_private(tmp_path):
    folder = tmp_path / "new" / "folder"
    place = location_of(folder, "")
    assert place.own_file == folder / "labbook.sqlite3" and place.url.database == str(place.own_file)
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_place_by_its_url(tmp_path):
    file = tmp_path / "mine.db"
    assert location_of(None, f"sqlite:///{file}").own_file is None
    assert location_of(None, "postgres://me@localhost/db").url.drivername == "postgresql+psycopg"
    book = LabBook(None, f"sqlite:///{file}")
    now(book.rows(ME))
    now(book.close())
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_no_folder_at_all():
    assert refusal(None) == words.NO_FOLDER


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert refusal(tmp_path / "file") == words.FOLDER == refusal(tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_that_is_a_folder(tmp_path):
    (tmp_path / "labbook.sqlite3").mkdir()
    assert refusal(tmp_path) == words.FOLDER


def test_a_disk_that_is_read_only(tmp_path, monkeypatch):
    def mkdir(*_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    assert refusal(tmp_path / "data") == words.FOLDER


@pytest.mark.parametrize("url", ["nonsense", "mysql://me@localhost/db", "postgresql://me:secret@localhost:port/db"])
def test_a_url_that_is_not_understood_is_not_repeated(tmp_path, url, caplog):
    assert refusal(tmp_path, url) == words.WRONG_URL
    assert "secret" not in caplog.text and not list(tmp_path.iterdir())


def test_postgres_without_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refusal(None, "postgresql://me@localhost/db") == words.NO_PSYCOPG


def test_what_is_wrong_can_be_put_right_while_the_server_runs(tmp_path):
    folder = tmp_path / "data"
    folder.write_text("")
    book, record = LabBook(folder), a_record()
    book.record(ME, record)
    with pytest.raises(LabBookUnavailable):
        now(book.flush())
    folder.unlink()
    now(book.flush())
    assert now(book.row(ME, record.key)) and book.trouble == ""
    now(book.close())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
def test_the_data_folder_is_where_this_system_has_it(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    for chosen, folder in [("", ".local/share"), ("not/absolute", ".local/share"), (str(tmp_path / "xdg"), "xdg")]:
        monkeypatch.setenv("XDG_DATA_HOME", chosen)
        assert own_data_folder() == Config().data_folder == tmp_path / folder / "glassbox"


def test_a_user_without_a_home_has_no_data_folder(monkeypatch):
    def home():
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", home)
    assert own_data_folder() is None


def test_the_database_url_is_not_told_with_the_rest():
    assert "secret" not in repr(Config(database_url="postgresql://me:secret@localhost/db"))


def test_every_sentence_is_one_and_names_no_path():
    for name, text in vars(words).items():
        if name.isupper():
            assert re.fullmatch(r"[A-Z][^\n]+\.", text) and "/home" not in text, name
