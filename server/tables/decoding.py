"""From the bytes of an uploaded file to its text: what is no text is refused, the encoding is found out.

Told with certainty are a byte order mark, UTF-16 by its NULs and valid UTF-8; `encodings.guessed` judges all others.
"""

import codecs
import re

from glassbox.tables import words
from glassbox.tables.encodings import ENCODINGS, guessed
from glassbox.tables.limits import MOST_BYTES
from glassbox.tables.refused import Refused

_MEBIBYTE = 1024 * 1024
_BEGINNINGS = {  # of files that are often chosen by mistake
    b"PK\x03\x04": words.ZIP,
    b"\xd0\xcf\x11\xe0": words.OLD_OFFICE,
    b"\x1f\x8b": words.PACKED,
    b"BZh": words.PACKED,
    b"\xfd7zXZ": words.PACKED,
    b"7z\xbc\xaf": words.PACKED,
    b"Rar!": words.PACKED,
    b"\x28\xb5\x2f\xfd": words.PACKED,
    b"\x89PNG": words.PICTURE,
    b"\xff\xd8\xff": words.PICTURE,
    b"GIF8": words.PICTURE,
    b"%PDF": words.PDF,
    b"SQLite format 3": words.DATABASE,
    b"PAR1": words.COLUMN_STORE,
    b"ARROW1": words.COLUMN_STORE,
}
_MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "utf-8"),
    codecs.BOM_UTF16_LE: ("utf-16", "utf-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "utf-16"),
}
_WEB_PAGE = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FEW_CONTROLS, _MOST_CONTROLS = 8, 0.01  # control characters: so many, or this share, may stray into a text
_NUL_SHARE = 0.3  # of every second byte, in UTF-16 text: digits, separators and most letters of the west


def decoded(data: bytes, asked: str | None = None) -> tuple[str, str]:
    """The text of a file and its encoding, as `ENCODINGS` has it.

    Args:
        asked: the encoding to read it in; None: it is found out.

    Raises:
        Refused: it is empty, too large, damaged or not text.
    """
    if not data.strip():
        raise Refused(words.EMPTY)
    if len(data) > MOST_BYTES:
        raise Refused(words.TOO_LARGE.format(size=len(data) / _MEBIBYTE, most=MOST_BYTES / _MEBIBYTE))
    for beginning, kind in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise _not_a_table(kind)
    text, encoding = _decoded(data, asked)
    _check(text)
    return text, encoding


def _decoded(data: bytes, asked: str | None) -> tuple[str, str]:
    if asked in ENCODINGS:
        return _strictly(data, asked, asked).removeprefix("\ufeff"), asked
    for mark, (codec, encoding) in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data, codec, encoding), encoding
    utf16 = _utf16_without_mark(data)
    if utf16:
        return _strictly(data, utf16, "utf-16"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = guessed(data)
        return data.decode(encoding), encoding


def _strictly(data: bytes, codec: str, encoding: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise Refused(words.DAMAGED.format(encoding=ENCODINGS[encoding])) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """The codec, if many bytes at odd places are NUL and none at even ones, or the other way round."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    many = _NUL_SHARE * len(data) / 2
    if odd > many and not even:
        return "utf-16-le"
    return "utf-16-be" if even > many and not odd else None


def _check(text: str) -> None:
    if not text.strip():
        raise Refused(words.EMPTY)
    if _WEB_PAGE.match(text):
        raise _not_a_table(words.WEB_PAGE)
    if "\0" in text or len(_CONTROL.findall(text)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text)):
        raise _not_a_table(words.BINARY)


def _not_a_table(kind: str) -> Refused:
    return Refused(words.NOT_A_TABLE.format(kind=kind))
