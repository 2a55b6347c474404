"""Tests of decoding: encodings are found out, and what is no text is refused by what it is."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.decoding import decoded
from glassbox.tables.encodings import ENCODINGS as NAMES
from glassbox.tables.limits import MOST_BYTES
from tests.tables.refusals import refusal

TEXT = "Größe;Gewicht €\n1,5;2,5\nñandú;„x“\n"
ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "UTF-16 with a mark": TEXT.encode("utf-16"),
    "UTF-16, big end first, with a mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "Windows-1252": TEXT.encode("cp1252"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_the_encoding_is_found_out(data):
    assert decoded(data)[0] == TEXT


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark_by_its_nuls(codec):
    assert decoded("größe;b\n1;2\n".encode(codec)) == ("größe;b\n1;2\n", "utf-16")


def test_the_name_of_the_encoding_is_told():
    for name, data in ENCODINGS.items():
        assert NAMES[decoded(data)[1]] == name.split(" ")[0].strip(",")
    assert decoded("caf\u00e9;1\x81\n".encode("latin-1") + 200 * b"a;b\n")[1] == "latin-1"


def test_a_file_is_read_in_the_encoding_that_is_asked_for_or_refused():
    assert decoded("Größe".encode("cp1252"), "cp1251") == ("GrцЯe", "cp1251")
    assert decoded("Größe".encode("cp1252"), "no such") == ("Größe", "cp1252")
    assert decoded(TEXT.encode("utf-8-sig"), "utf-8")[0] == TEXT
    assert refusal(decoded, TEXT.encode("cp1252"), "utf-8").startswith("Some bytes of this file are no UTF-8;")


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip))
def test_any_utf_8_text_comes_through(text):
    data = (text + "\n").encode()
    if not text.lstrip().startswith("<") and not any(
        data.startswith(start) for start in (b"PK", b"BZh", b"GIF8", b"%PDF", b"PAR1", b"Rar!")
    ):
        assert decoded(data)[0] in (text + "\n", text.removeprefix("\ufeff") + "\n")


def packed_spreadsheet():
    """What an .xlsx file is: a ZIP archive, here one that would unpack to 100 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(100_000_000))
    return file.getvalue()


NO_TABLES = {
    "a spreadsheet": packed_spreadsheet(),
    "an old office document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "a packed file": gzip.compress(b"a,b\n1,2\n" * 1000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a database": b"SQLite format 3\0" + bytes(84),
    "a web page": b"\n<!DOCTYPE html><html><body>404</body></html>",
    "made of bytes": b"a,b\n1,2\n\0\n",
    "made of bytes, ": bytes(range(1, 32)) * 20,
}


@pytest.mark.parametrize(("kind", "data"), NO_TABLES.items(), ids=NO_TABLES)
def test_a_file_that_is_no_text_is_refused_by_what_it_is(kind, data):
    sentence = refusal(decoded, data)
    assert kind.strip(", ") in sentence and "CSV" in sentence


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe \0\n\0"])
def test_an_empty_file_is_refused(data):
    assert "empty" in refusal(decoded, data)


def test_a_large_file_is_refused_with_its_size():
    line = b"1,2,3,4\n"
    assert decoded(line * (MOST_BYTES // len(line)))[1] == "utf-8"
    assert refusal(decoded, line * (MOST_BYTES // len(line) + 1000)) == (
        "This file has 2.0 MB, but at most 2 MB are taken; keep fewer rows or columns of it."
    )


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa;b\n\xff\xfe;1\n", b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00"])
def test_a_file_that_breaks_the_promise_of_its_mark_is_refused(data):
    assert "UTF-" in refusal(decoded, data)


def test_a_stray_control_character_is_no_reason_to_refuse():
    assert decoded(b"a;b\n" + b"1;2\n" * 100 + b"\x1a")[0].endswith("\x1a")
