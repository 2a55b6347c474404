"""Lays the page's npm packages in `static/vendor/`, where the plain modules of an editable install find them.

Of each package the files named under `vendor` in `static/package.json` are laid out, and its licence. Nothing is done
where `static/vendor/` already holds just that.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from build_steps.npm import ORDERS, PAGE_ONLY, CannotVendor, fetched

KINDS = (".js", ".mjs", ".css", ".d.ts")
LICENCES = ("LICENSE*", "LICENCE*")
STAMP = ".laid"


def vendor(static: Path) -> None:
    """Bring `vendor/` in the folder `static` up to date with its `package.json`.

    Raises:
        CannotVendor: the packages cannot be had.
    """
    if not is_laid(static):
        with fetched(static, *PAGE_ONLY) as packages:
            lay_all(static, packages)


def is_laid(static: Path) -> bool:
    """Whether `vendor/` holds just what it should."""
    stamp = static / "vendor" / STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(static)


def lay_all(static: Path, packages: Path) -> None:
    """Make `vendor/` anew from fetched packages."""
    with tempfile.TemporaryDirectory(prefix="glassbox-vendor-", dir=static) as folder:
        laid = Path(folder) / "vendor"
        for package, patterns in _wanted(static).items():
            lay(packages / package, patterns, laid / package)
        (laid / STAMP).write_text(fingerprint(static), "utf-8")
        _replace(static / "vendor", laid, Path(folder) / "old")


def fingerprint(static: Path) -> str:
    """Changes whenever the vendored files might: with the versions, with the choice of files, with this step."""
    files = [static / name for name in ORDERS] + [Path(__file__)]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def lay(package: Path, patterns: list[str], target: Path) -> None:
    """Copy the files of an installed package that match, and its licence, keeping their places.

    Raises:
        CannotVendor: nothing matches a pattern.
    """
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


def _replace(target: Path, new: Path, old: Path) -> None:
    """Swap the folders, so that there is never a half-filled one."""
    if target.exists():
        target.rename(old)
    new.rename(target)


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
