"""The order of the house: imports point inward, the README's commands are CI's, and no file tells of one machine."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
START = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/glassbox"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest"

LONGEST_FILE = 400  # lines
OWN_ADDRESSES = re.compile(r"[^.]+|[\d.\\]+|[$\[{(].*|(?:[\w-]+\.)*example(?:\.org)?", re.IGNORECASE)
NAMED_ADDRESSES = {"opencollective.com", "playground.tensorflow.org", "www.w3.org"}
ADDRESS = re.compile(r"://(?:[^\s/@\"'`]*@)?([^\s/:\"'`<>)|]+)")
REGISTRY = re.compile(
    r"\b(?:pypi|npmjs|pythonhosted|debian)\.(?:org|com|net)\b|\bregistry\.[\w-]+\.(?:org|com|net)\b", re.IGNORECASE
)
MACHINE_PATH = re.compile(r"(?<![\w.~*-])/(?:work|root|home|Users|opt)/\w")


def tracked_texts():
    """Every text that git keeps, by its path; outside a clone (in an unpacked source archive)
    there is nothing to ask.
    """
    try:
        listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone")
    for name in filter(None, listing.decode().split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in content:
            yield name, content.decode("utf-8")


def lines_where(wrong):
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if wrong(line)
    ]


def is_foreign(address):
    return not OWN_ADDRESSES.fullmatch(address) and address.lower() not in NAMED_ADDRESSES


def test_the_servers_files_stay_short_enough_to_be_read():
    lengths = {file.name: len(file.read_text("utf-8").splitlines()) for file in (ROOT / "server").rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_imports_point_inward():
    """In a process of its own: import-linter sets logging up anew, which other tests look at."""
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_file_names_a_registry_or_a_foreign_host():
    assert not lines_where(lambda line: REGISTRY.search(line) or any(map(is_foreign, ADDRESS.findall(line))))


def test_foreign_hosts_would_be_noticed():
    assert [is_foreign(host) for host in ("packages.mirror.net", "localhost", "127.0.0.1", "evil.example")] == [
        True
    ] + 3 * [False]
    assert ADDRESS.findall('"resolved": "https:' + '//packages.mirror.net/uplot.tgz"') == ["packages.mirror.net"]


def test_no_file_names_a_place_on_one_machine():
    assert not lines_where(MACHINE_PATH.search)


@pytest.mark.parametrize("lock", ["static/package-lock.json", "tests/static/package-lock.json"])
def test_lock_files_record_no_download_address(lock):
    assert '"resolved"' not in (ROOT / lock).read_text("utf-8")


@pytest.mark.parametrize("command", [START, TEST])
def test_the_readme_gives_each_command_on_a_line_of_its_own(command):
    assert (ROOT / "README.md").read_text("utf-8").splitlines().count(command) == 1


@pytest.mark.parametrize(("ending", "script"), [("glassbox", ".ci/start"), ("pytest", ".ci/run")])
def test_ci_takes_both_commands_from_the_readme(ending, script):
    """By this pattern, which must find one line."""
    pattern = f"^python3 -m venv .*{ending}$"
    assert f"grep '{pattern}' README.md" in (ROOT / script).read_text("utf-8")
    assert len(re.findall(pattern, (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)) == 1


def test_ci_runs_every_script_that_people_run():
    """But for those whose tests are in the README's command already, and the report of coverage."""
    scripts = {file.name for file in (ROOT / ".ci").iterdir() if os.access(file, os.X_OK)}
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert {name for name in scripts if f".ci/{name}" not in run} == {"run", "test", "browser", "coverage"}


def test_the_licence_is_the_one_the_package_claims():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
