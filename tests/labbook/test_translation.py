"""A database's errors as sentences: each for what a person can do about it, and none with the statement in it."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from glassbox.labbook import words
from glassbox.labbook.errors import Damaged, LabBookUnavailable
from glassbox.labbook.translation import in_words


def of_sqlite(code):
    error = sqlite3.OperationalError("secret")
    error.sqlite_errorcode = code
    return error


class OfPostgres(Exception):
    def __init__(self, state):
        super().__init__("secret")
        self.sqlstate = state


SENTENCES = [
    (of_sqlite(sqlite3.SQLITE_BUSY), words.LOCKED),
    (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), words.DISK),
    (of_sqlite(sqlite3.SQLITE_FULL), words.FULL),
    (of_sqlite(sqlite3.SQLITE_MISUSE), words.FAULT),
    (OfPostgres("55P03"), words.LOCKED),
    (OfPostgres("08006"), words.UNREACHABLE),
    (OfPostgres(None), words.UNREACHABLE),
    (OfPostgres("XX000"), words.FAULT),
]


@pytest.mark.parametrize(("cause", "sentence"), SENTENCES)
def test_each_error_is_said_in_a_sentence(cause, sentence):
    with pytest.raises(LabBookUnavailable) as said, in_words():
        raise OperationalError("INSERT what nobody should read", {}, cause)
    assert said.value.text == sentence and said.value.__cause__ is cause


def test_a_file_that_is_not_sound_is_told_apart():
    with pytest.raises(Damaged), in_words():
        raise of_sqlite(sqlite3.SQLITE_CORRUPT)


def test_a_folder_that_cannot_be_written_is_the_folders_fault():
    with pytest.raises(LabBookUnavailable) as said, in_words():
        raise PermissionError
    assert said.value.text == words.FOLDER


def test_a_fault_of_our_own_is_left_as_it_is():
    with pytest.raises(ZeroDivisionError), in_words():
        raise ZeroDivisionError
