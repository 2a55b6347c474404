"""Which build of the page this server serves:
an open page compares it with its own and notices that it is of an older one.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from glassbox.paths import static_folder, template_folder

DIGITS = 16  # hexadecimal


@cache
def build_id() -> str:
    """Changes with every file of the page and with the package's version; the same for as long as the server runs."""
    digest = hashlib.sha256(_version().encode())
    for folder in (static_folder(), template_folder()):
        for file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"):
            digest.update(_contents(folder, file))
    return digest.hexdigest()[:DIGITS]


def _contents(folder: Path, file: Path) -> bytes:
    contents = file.read_bytes()
    return f"{file.relative_to(folder).as_posix()} {len(contents)} ".encode() + contents


def _version() -> str:
    try:
        return version("glassbox")
    except PackageNotFoundError:  # not installed: run from its folder
        return ""
