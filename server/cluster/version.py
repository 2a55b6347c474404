"""Which Glassbox this is, to the letter: trials come out alike on two machines only where it is the same."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
DIGITS = 8  # hexadecimal


@cache
def own_version() -> str:
    """Such as "0.1.0 (3f2a9c1e)": the package's version, and a digest of its programs."""
    digest = hashlib.sha256()
    for file in sorted(PACKAGE.rglob("*.py")):
        digest.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{released()} ({digest.hexdigest()[:DIGITS]})"


def released() -> str:
    """The package's version."""
    try:
        return version("glassbox")
    except PackageNotFoundError:
        return "not installed"
