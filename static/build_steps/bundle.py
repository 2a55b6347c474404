"""Packs the page into few files with `bundle.mjs`, for a wheel. An sdist brings them along,
so that it needs no network.
"""

import hashlib
import json
import subprocess
from pathlib import Path

from build_steps.npm import CannotVendor, fetched, node
from build_steps.vendor import is_laid, lay_all

SCRIPT = Path(__file__).with_name("bundle.mjs")
PATIENCE = 120  # seconds; about two
MANIFEST = "manifest.json"
GENERATED = ("vendor", "bundle")  # folders of static/ that are no sources
FAILED = "the page could not be packed; esbuild said:\n{said}"


def bundle(root: Path, made: Path) -> Path:
    """The folder of the bundle: the one an sdist brought if nothing was changed since, else a new one inside `made`.

    Raises:
        CannotVendor: the packages cannot be had, or the page cannot be packed.
    """
    sources, brought = fingerprint(root), root / "static" / "bundle"
    if _packed_from(brought) == sources:
        return brought
    with fetched(root / "static") as packages:
        if not is_laid(root / "static"):
            lay_all(root / "static", packages)
        _pack(root, packages, made / "bundle", sources)
    return made / "bundle"


def fingerprint(root: Path) -> str:
    """Changes with every file that the bundle is made of."""
    static = root / "static"
    files = [file for file in static.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    files = [file for file in files if file.relative_to(static).parts[0] not in GENERATED]
    digest = hashlib.sha256()
    for file in sorted([*files, *(root / "templates").glob("*.html")]):
        digest.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _packed_from(folder: Path) -> str:
    manifest = folder / MANIFEST
    return str(json.loads(manifest.read_text("utf-8"))["sources"]) if manifest.is_file() else ""


def _pack(root: Path, packages: Path, target: Path, sources: str) -> None:
    command = [node(), SCRIPT, root, packages, target, sources]
    try:
        subprocess.run(
            command, check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        raise CannotVendor(FAILED.format(said=failure.stdout)) from None
