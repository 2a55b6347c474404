"""Serves the page's files under /static from memory, with the right types on every machine."""

from pathlib import Path
from typing import Protocol

from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from glassbox.web.bundle import MANIFEST
from glassbox.web.resource import Resource, compressed

# Not asked of the machine: some (the Windows registry, above all) call JavaScript plain text, and browsers refuse it.
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
}
TWINS = {"br": ".br", "gzip": ".gz"}  # what the build lays beside a file, by content coding
FOR_GOOD = "public, max-age=31536000, immutable"  # names change with the content


class Files(Protocol):
    """Finds a file of the page by its place below /static; only what it has listed itself can be found."""

    def find(self, name: str) -> Resource | None:
        """None for what is not there."""


class StaticFiles:
    """The ASGI application at /static."""

    def __init__(self, files: Files, prefix: str = "/static/") -> None:
        self._files = files
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file.

        Raises:
            HTTPException: there is no such file (404), or it is to be changed (405).
        """
        found = self._files.find(scope["path"].removeprefix(self._prefix))
        if found is None:
            raise HTTPException(404)
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        await found(scope, receive, send)


class PackedFiles:
    """The files of a bundle: read once, with the twins that the build has made."""

    def __init__(self, folder: Path) -> None:
        names = {file.name for file in folder.iterdir() if file.suffix in TYPES}
        self._resources = {name: _packed(folder / name) for name in names}

    def find(self, name: str) -> Resource | None:
        """As `Files` says."""
        return self._resources.get(name)


class PlainFiles:
    """The files of a checkout: a changed or new one is served as it is now,
    so that whoever works on the page sees it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = self._list()
        self._read: dict[str, tuple[tuple[int, int], Resource]] = {}

    def find(self, name: str) -> Resource | None:
        """As `Files` says."""
        if name not in self._files:
            self._files = self._list()
        file = self._files.get(name)
        return None if file is None else self._fresh(name, file)

    def _list(self) -> dict[str, Path]:
        files = (file for file in self._folder.rglob("*") if file.suffix in TYPES and file.is_file())
        return {file.relative_to(self._folder).as_posix(): file for file in files}

    def _fresh(self, name: str, file: Path) -> Resource | None:
        try:
            status = file.stat()
        except FileNotFoundError:
            return None
        stamp = status.st_mtime_ns, status.st_size
        known = self._read.get(name)
        if known is None or known[0] != stamp:
            known = self._read[name] = stamp, Resource(TYPES[file.suffix], compressed(file.read_bytes()))
        return known[1]


def files_in(folder: Path) -> Files:
    """The files of the page in a folder, in the form it has there."""
    return PackedFiles(folder) if (folder / MANIFEST).is_file() else PlainFiles(folder)


def _packed(file: Path) -> Resource:
    twins = {coding: file.with_name(file.name + ending) for coding, ending in TWINS.items()}
    bodies = {coding: twin.read_bytes() for coding, twin in twins.items() if twin.is_file()}
    return Resource(TYPES[file.suffix], {"identity": file.read_bytes()} | bodies, FOR_GOOD)
