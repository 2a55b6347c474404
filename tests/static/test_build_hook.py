"""What the build makes: the page in few files for a wheel and an sdist,
vendored packages and a finder in editable mode.
"""

import gzip
import json
import shutil
import sys
import tarfile
from zipfile import ZipFile

import pytest

from tests.node import node
from tests.wheel import ROOT, run

sys.path.insert(0, str(ROOT / "static"))  # as the hook itself does: hatchling loads it by its path

from build_steps import bundle, npm, vendor
from build_steps.editable import editable_finder

PACKED = "glassbox/static/"
UNPACK = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"


@pytest.fixture
def checkout(tmp_path):
    """The sources of the page alone, in a folder of their own."""
    root = tmp_path / "checkout"
    ignored = shutil.ignore_patterns("vendor", "bundle", "__pycache__", "glassbox-*")
    shutil.copytree(ROOT / "static", root / "static", ignore=ignored)
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_):
        raise npm.CannotVendor("there is no network")

    monkeypatch.setattr(bundle, "fetched", refuse)


@pytest.fixture(scope="module")
def packed(wheel):
    """The wheel's files of the page, by name."""
    with ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(PACKED)]
        return {name.removeprefix(PACKED): archive.read(name) for name in names}


def test_a_wheel_has_the_packed_page_and_no_plain_one(packed):
    told = json.loads(packed["manifest.json"])
    assert {told["script"], told["sheet"], told["icon"], told["early"], *told["projector"].values()} <= set(packed)
    assert not any("/" in name for name in packed)
    assert "main.js" not in packed and "package.json" not in packed


def test_a_wheel_has_the_first_screen_in_one_script(packed):
    script = packed[json.loads(packed["manifest.json"])["script"]].decode()
    assert "import(" in script and 'from"./' not in script


def test_a_wheel_has_the_projector_in_one_script_of_its_own(packed):
    script = packed[json.loads(packed["manifest.json"])["projector"]["script"]].decode()
    assert 'from"./' not in script and "import(" not in script


def test_each_text_lies_beside_its_twins(packed, tmp_path):
    texts = [name for name in packed if name.endswith((".js", ".css", ".svg"))]
    assert len(texts) > 12
    for name in texts:
        assert gzip.decompress(packed[f"{name}.gz"]) == packed[name]
    (tmp_path / "twin").write_bytes(packed[f"{max(texts, key=lambda name: len(packed[name]))}.br"])
    unpacked = node("-e", UNPACK, tmp_path / "twin", cwd=tmp_path).stdout
    assert unpacked.encode() in packed.values()


def test_the_packages_licences_come_along(packed):
    licences = packed["LICENSES.txt"].decode()
    for package in json.loads((ROOT / "static" / "package.json").read_text("utf-8"))["dependencies"]:
        assert f"{package}\n\n" in licences


def test_an_sdist_brings_the_packed_page(tmp_path):
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert {"static/bundle/manifest.json", "static/main.js", "static/build_steps/bundle.mjs"} <= names


def test_what_an_sdist_brought_needs_no_network(checkout, no_network, tmp_path):
    brought = checkout / "static" / "bundle"
    brought.mkdir()
    (brought / "manifest.json").write_text(json.dumps({"sources": bundle.fingerprint(checkout)}))
    assert bundle.bundle(checkout, tmp_path) == brought


def test_what_was_packed_from_other_sources_is_packed_anew(checkout, no_network, tmp_path):
    brought = checkout / "static" / "bundle"
    brought.mkdir()
    (brought / "manifest.json").write_text(json.dumps({"sources": bundle.fingerprint(checkout)}))
    (checkout / "static" / "main.js").write_text("// changed")
    with pytest.raises(npm.CannotVendor):
        bundle.bundle(checkout, tmp_path)


@pytest.mark.parametrize("name", ["static/views/drawer.js", "static/package-lock.json", "templates/base.html"])
def test_every_source_counts(checkout, name):
    before = bundle.fingerprint(checkout)
    with (checkout / name).open("a") as file:
        file.write("\n")
    assert bundle.fingerprint(checkout) != before


def test_what_was_made_is_no_source(checkout):
    before = bundle.fingerprint(checkout)
    for folder in ("vendor", "bundle"):
        (checkout / "static" / folder).mkdir()
        (checkout / "static" / folder / "made.js").write_text("")
    assert bundle.fingerprint(checkout) == before


def test_vendored_files_keep_their_places_and_their_licence(tmp_path):
    package = tmp_path / "package"
    (package / "dist").mkdir(parents=True)
    for name in ("dist/it.js", "dist/it.js.map", "LICENSE", "README.md"):
        (package / name).write_text(name)
    vendor.lay(package, ["dist/*"], tmp_path / "laid")
    laid = {file.relative_to(tmp_path / "laid").as_posix() for file in (tmp_path / "laid").rglob("*.*")}
    assert laid == {"dist/it.js"} and (tmp_path / "laid" / "LICENSE").is_file()


def test_a_package_without_the_files_that_are_named_says_so(tmp_path):
    with pytest.raises(npm.CannotVendor, match=r"has no file dist/\*; mend `vendor` in static/package\.json"):
        vendor.lay(tmp_path, ["dist/*"], tmp_path / "laid")


def test_without_a_network_the_installation_says_what_to_do(checkout, monkeypatch):
    nowhere = "http://127.0.0.1:9/"
    monkeypatch.setenv("npm_config_registry", nowhere)
    monkeypatch.setenv("npm_config_cache", str(checkout / "empty"))
    monkeypatch.setattr(npm, "RETRIES", ("--fetch-retries=0",))
    with pytest.raises(npm.CannotVendor, match="needs the network once"), npm.fetched(checkout / "static"):
        pass


def test_the_finder_answers_for_glassbox_alone(tmp_path):
    (tmp_path / "server").mkdir()
    (tmp_path / "server" / "__init__.py").write_text("found = True")
    placed = editable_finder(tmp_path / "server", tmp_path)
    assert set(placed.values()) == {"_glassbox_editable.py", "_glassbox_editable.pth"}
    code = "import _glassbox_editable, glassbox; print(glassbox.found, _glassbox_editable.Finder.find_spec('server'))"
    assert run(sys.executable, "-S", "-c", code, cwd=tmp_path) == "True None\n"
