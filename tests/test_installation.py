"""What an installation gives: the package `glassbox`, its command and no other name,
from a wheel and in editable mode.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wheel import ROOT, Environment, build, run

EVERYTHING = """
import pkgutil, sys
import glassbox
for module in pkgutil.walk_packages(glassbox.__path__, "glassbox."):
    __import__(module.name)
"""
TWICE = """
import os
files, own = {}, os.path.dirname(glassbox.__file__)  # other packages may do as they please
for name, module in list(sys.modules.items()):
    if name != "__main__" and (getattr(module, "__file__", None) or "").startswith(own):
        files.setdefault(module.__file__, set()).add(module.__name__)
twice = {file: names for file, names in files.items() if len(names) > 1}
assert len(files) > 100 and not twice, twice
"""


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(request, tmp_path_factory):
    wheel = build(tmp_path_factory.mktemp("editable"), "editable") if request.param == "editable" else None
    return Environment(tmp_path_factory.mktemp(request.param), wheel or request.getfixturevalue("wheel"))


def test_the_package_is_called_glassbox_and_nothing_else_is_there(installed, tmp_path):
    assert run(installed.python, "-c", "import glassbox; print(glassbox.__name__)", cwd=tmp_path) == "glassbox\n"
    for name in ("server", "static", "templates", "tests", "build_hook", "build_steps"):
        said = run(installed.python, "-c", f"import {name}", cwd=tmp_path, check=False)
        assert f"No module named '{name}'" in said


def test_its_command_and_its_module_start(installed, tmp_path):
    by_name = run(installed.glassbox, "--version", cwd=tmp_path)
    assert re.fullmatch(r"glassbox \d+\.\d+\.\d+\n", by_name)
    assert run(installed.python, "-m", "glassbox", "--version", cwd=tmp_path) == by_name


def test_the_page_comes_along(installed, tmp_path):
    look = "from glassbox.paths import static_folder, template_folder; "
    look += "print(static_folder(), template_folder(), sep='\\n')"
    static, templates = map(Path, run(installed.python, "-c", look, cwd=tmp_path).splitlines())
    assert (static / "main.js").is_file() != (static / "manifest.json").is_file()  # as it is, or packed
    assert (templates / "playground.html").is_file()


def test_the_catalogues_of_all_languages_come_along(installed, tmp_path):
    look = "from glassbox.words.languages import ALL_MESSAGES, languages; print(ALL_MESSAGES.is_file(), *languages())"
    told = run(installed.python, "-c", look, cwd=tmp_path)
    assert told.startswith("True ") and "zh-Hans" in told


def test_no_module_is_loaded_twice(installed, tmp_path):
    run(installed.python, "-c", EVERYTHING + TWICE, cwd=tmp_path)


def test_nor_in_a_checkout_where_the_folder_could_be_found_by_its_own_name(tmp_path):
    run(sys.executable, "-c", EVERYTHING + TWICE, cwd=ROOT)
    assert not [name for name in sys.modules if name.partition(".")[0] == "server"]


def test_everything_names_glassbox_only():
    """Also tests, whose folder would let them find `server`."""
    named = re.compile(r"^\s*(?:from|import) server\b|[\"']server\.\w|-[mp] server\b|`server\.\w", re.MULTILINE)
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    files = [ROOT / name for name in listing.split("\0") if name.endswith((".py", ".toml", ".md", ".jinja", "/run"))]
    found = {file.relative_to(ROOT): named.findall(file.read_text("utf-8")) for file in files if file.is_file()}
    assert not {file: names for file, names in found.items() if names}
