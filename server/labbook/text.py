"""Makes a text fit for one cell: what a person typed, for the database and for tables."""

import unicodedata

UNWANTED = {"Cc", "Cs", "Zl", "Zp"}  # control characters, halves of characters, line and paragraph separators


def one_line(text: str, longest: int) -> str:
    """The text without line breaks, control characters and needless space, cut to `longest` characters."""
    clean = "".join(" " if unicodedata.category(letter) in UNWANTED else letter for letter in text[: 4 * longest])
    return " ".join(clean.split())[:longest].rstrip()
