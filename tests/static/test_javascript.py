"""The page's JavaScript: its own tests run in Node, and every import leads to a file that the page can have."""

import json
import re
from pathlib import Path

import pytest

from tests.static.in_node import node_tests, run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STATIC = ROOT / "static"
NO_VENDOR = "static/vendor/ is not there or too old: pip install -e . lays it"

# Which rooms a room of static/ may import; all of them may import themselves, and what wires a document up everything.
ROOMS = {
    "draw": set(),
    "protocol": {"text"},
    "text": set(),
    "state": {"draw", "protocol", "text"},
    "views": {"addresses.js", "draw", "protocol", "state", "text", "vendor"},
    "addresses.js": {"state", "text"},
    "connection.js": {"protocol"},
    "front.js": {"state"},
    "hand_on.js": {"addresses.js", "state"},
    "in_language.js": {"text"},
    "in_room.js": {
        *("addresses.js", "protocol", "room_line.js", "room_polling.js", "room_questions.js", "state", "text"),
        *("vendor", "views"),
    },
    "late.js": {"addresses.js", "questions.js"},
    "leading.js": {"addresses.js", "protocol", "room_line.js", "room_questions.js", "state", "text"},
    "look_on.js": {"protocol", "room_line.js", "state", "vendor", "views"},
    "own_data.js": {"addresses.js", "in_language.js", "questions.js"},
    "questions.js": {"addresses.js", "in_language.js", "refused.js"},
    "qr.js": {"vendor"},
    "refused.js": set(),
    "room_line.js": {"addresses.js", "connection.js", "front.js"},
    "room_polling.js": set(),
    "room_questions.js": {"addresses.js", "front.js", "in_language.js", "questions.js"},
    "first_paint.js": set(),
    "early_presses.js": set(),
}

_IMPORT = re.compile(r'^(?:import\s+|(?:import|export)\s[^;"]*?\sfrom\s+)"([^"]+)"', re.MULTILINE)
_LATE_IMPORT = re.compile(r'(?:await|return|=>)\s+import\("([^"]+)"\)')


def own_scripts():
    return [file for file in sorted(STATIC.rglob("*.js")) if STATIC / "vendor" not in file.parents]


def import_map():
    template = (ROOT / "templates/base.html").read_text("utf-8")
    return json.loads(re.search(r'<script type="importmap">(.*?)</script>', template, re.DOTALL)[1])["imports"]


def imports(file):
    """Each imported name with the file it stands for, or None where nothing says."""
    text = file.read_text("utf-8")
    return [(name, resolve(name, file)) for name in _IMPORT.findall(text) + _LATE_IMPORT.findall(text)]


def resolve(name, importer):
    """As a browser does: relative to the importing file, else by the import map."""
    if name.startswith("."):
        return (importer.parent / name).resolve()
    for key, path in import_map().items():
        if name == key or (key.endswith("/") and name.startswith(key)):
            return ROOT / (path + name.removeprefix(key)).lstrip("/")
    return None


def room(file):
    return file.relative_to(STATIC).parts[0]


def test_in_node():
    """All in one process, since most of a process is its start; `python -m tests.static.in_node FILE …` runs some."""
    result = run(node_tests())
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("file", own_scripts(), ids=lambda file: file.relative_to(STATIC).as_posix())
def test_every_import_leads_to_a_file(file):
    for name, target in imports(file):
        assert target, f"{name} is neither relative nor in the import map of templates/base.html"
        assert target.is_file(), f"{name} leads to {target}. {NO_VENDOR}"


def test_imports_are_found():
    assert [name for name, _ in imports(STATIC / "views/output.js")].count("lit-html") == 1


def test_vendored_files_import_only_each_other():
    vendor = STATIC / "vendor"
    seen, ahead = set(), [ROOT / path.lstrip("/") for path in import_map().values() if not path.endswith("/")]
    while ahead:
        file = ahead.pop()
        assert vendor in file.parents and file.is_file(), f"{file} is missing. {NO_VENDOR}"
        seen.add(file)
        ahead += [target for _, target in imports(file) if target not in seen]
    assert {"d3-array", "internmap", "lit-html"} <= {file.relative_to(vendor).parts[0] for file in seen}


def test_every_vendored_package_brings_its_licence():
    for package in json.loads((STATIC / "package.json").read_text("utf-8"))["vendor"]:
        assert (STATIC / "vendor" / package / "LICENSE").is_file(), f"{package}. {NO_VENDOR}"


def test_packages_are_pinned_and_the_lock_file_agrees():
    asked = json.loads((STATIC / "package.json").read_text("utf-8"))
    locked = json.loads((STATIC / "package-lock.json").read_text("utf-8"))["packages"]
    for package, version in (asked["dependencies"] | asked["devDependencies"]).items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{package} is not pinned"
        assert locked[f"node_modules/{package}"]["version"] == version
        assert locked[f"node_modules/{package}"]["integrity"]
    assert set(asked["vendor"]) == set(asked["dependencies"])
    assert not any("resolved" in package for package in locked.values()), "it may record no download address"


def test_style_sheets_and_scripts_of_the_template_exist():
    for template in (ROOT / "templates").rglob("*.html"):
        for path in re.findall(r'(?:href|src)="/(static/[^"{]+)"', template.read_text("utf-8")):
            assert (ROOT / path).is_file(), f"{template.name} names {path}. {NO_VENDOR}"


@pytest.mark.parametrize("file", own_scripts(), ids=lambda file: file.relative_to(STATIC).as_posix())
def test_rooms_import_only_inward(file):
    if file in (STATIC / "main.js", STATIC / "projector.js"):
        return
    for name, target in imports(file):
        allowed = ROOMS[room(file)] | {room(file)}
        assert target and room(target) in allowed, (
            f"{name} is imported from {room(file)}/, which may only use {allowed}"
        )


def test_every_address_of_the_server_is_told_in_one_room():
    stray = re.compile(r"""["'`](?:/[a-z]{2}|(?:api|explanations|lab-book|shared|graph|own|seeds)/)""")
    found = {file.relative_to(STATIC).as_posix() for file in own_scripts() if stray.search(file.read_text("utf-8"))}
    assert found == {"addresses.js"}


def test_no_address_begins_at_the_root_of_the_site():
    """A proxy may show the page below any path of it."""
    absolute = re.compile(r"""["'`(=]/[a-z]{2}""")
    files = [*own_scripts(), *(STATIC / "css").glob("*.css"), *(STATIC.parent / "templates").rglob("*.html")]
    found = {file.relative_to(STATIC.parent).as_posix() for file in files if absolute.search(file.read_text("utf-8"))}
    assert found == set()


def test_no_layout_asks_for_a_fine_pointer():
    """A machine without any, which keys lead, has the layout of one with a mouse: what is coarse is what differs."""
    sheets = {sheet.name for sheet in (STATIC / "css").glob("*.css") if "pointer: fine" in sheet.read_text("utf-8")}
    assert sheets == set()


def test_no_view_imports_another():
    """A view may have a folder of its own name for its parts, one of which may load the view when it is wanted."""
    views = STATIC / "views"
    for file in views.rglob("*.js"):
        own = file.relative_to(views).parts[0].removesuffix(".js")
        for name, target in imports(file):
            if target and views in target.parents:
                assert target.relative_to(views).parts[0].removesuffix(".js") == own, (
                    f"{file.name} imports {name}, another view"
                )


def test_nothing_needs_what_a_page_from_a_plain_http_address_has_not():
    """Phones of a class come by http to an address of the Wi-Fi; only the clipboard is tried, with another way."""
    absent = re.compile(
        r"randomUUID\(|crypto\.subtle|navigator\.(?:locks|wakeLock|serviceWorker|mediaDevices)|\bcaches\."
    )
    assert [file.name for file in own_scripts() if absent.search(file.read_text("utf-8"))] == []
