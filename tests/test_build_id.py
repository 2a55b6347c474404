"""The build's id is short and stays the same, until a file of the page changes."""

import re
import shutil

import pytest

from glassbox import build_id as module
from glassbox.build_id import build_id
from glassbox.paths import static_folder, template_folder


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the page's files, which this server is made to believe it serves; the ids it gives from then on."""
    for name, folder in (("static_folder", static_folder()), ("template_folder", template_folder())):
        copy = shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("vendor"))
        monkeypatch.setattr(module, name, lambda copy=copy: copy)
    yield lambda: build_id.__wrapped__()


def test_the_id_is_short_and_the_same_each_time():
    assert re.fullmatch("[0-9a-f]{16}", build_id())
    assert build_id.__wrapped__() == build_id()


@pytest.mark.parametrize("name", ["static_folder/main.js", "static_folder/css/page.css", "template_folder/base.html"])
def test_a_change_of_any_file_of_the_page_changes_it(copied, tmp_path, name):
    before = copied()
    with (tmp_path / name).open("a") as file:
        file.write("\n")
    assert copied() != before


def test_a_file_of_another_name_changes_it(copied, tmp_path):
    before = copied()
    (tmp_path / "static_folder" / "main.js").rename(tmp_path / "static_folder" / "other.js")
    assert copied() != before
