"""Finds the line of a block in TOML that a fault is about."""

import re
from collections.abc import Sequence


def line_of(lines: Sequence[str], way: Sequence[int | str], first: int, whole: int) -> int:
    """The number in the file of the line that names what lies this way, as ("choice", 1, "when").

    Args:
        first: the number of the first of these lines.
        whole: the number to give where none of them names it.
    """
    at, number = -1, whole
    for name, index in _steps(way):
        found = _header(lines, name, index, at + 1) if index is not None else None
        if found is None:
            found = _key(lines, name, at + 1)
        if found is None:
            break
        at, number = found, first + found
    return number


def _steps(way: Sequence[int | str]) -> list[tuple[str, int | None]]:
    """Each name, with the number that follows it."""
    following = [*way[1:], None][: len(way)]
    return [
        (name, after if isinstance(after, int) else None)
        for name, after in zip(way, following, strict=True)
        if isinstance(name, str)
    ]


def _header(lines: Sequence[str], name: str, index: int, start: int) -> int | None:
    header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\].*")
    headers = [at for at in range(start, len(lines)) if header.fullmatch(lines[at])]
    return headers[index] if index < len(headers) else None


def _key(lines: Sequence[str], name: str, start: int) -> int | None:
    """Up to the next table's head."""
    for at in range(start, len(lines)):
        if re.match(rf'\s*(\[?\[?\s*{re.escape(name)}\s*\]|"?{re.escape(name)}"?\s*=)', lines[at]):
            return at
        if start and lines[at].lstrip().startswith("[["):
            return None
    return None
