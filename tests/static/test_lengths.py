"""The page's files stay short enough to be read: no file over 400 lines,
no line over 120 characters but for an address.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
LONGEST_LINE = 120
ADDRESS = re.compile(r"://|data:")


def own_files():
    """Scripts and style sheets of static/, and the templates; what npm laid under vendor/ is not ours."""
    texts = [file for file in (ROOT / "static").rglob("*") if file.suffix in {".js", ".css"} and not is_foreign(file)]
    return sorted(texts + list((ROOT / "templates").rglob("*.html")))


def own_checks():
    return sorted(file for file in (ROOT / "tests/static").rglob("*.mjs") if not is_foreign(file))


def is_foreign(file):
    return any(part == "vendor" or part == "node_modules" or part.startswith("glassbox-") for part in file.parts)


def name(file):
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", own_files(), ids=name)
def test_files_are_short(file):
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", own_files() + own_checks(), ids=name)
def test_lines_are_short(file):
    lines = enumerate(file.read_text("utf-8").splitlines(), 1)
    long = [number for number, line in lines if len(line) > LONGEST_LINE and not ADDRESS.search(line)]
    assert not long, f"lines {long} are longer than {LONGEST_LINE} characters"
