"""Serves the page's files under /static, with the right types on every machine."""

import mimetypes

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from glassbox.paths import static_folder

# Some machines (the Windows registry, above all) call JavaScript plain text, and browsers then refuse to run it.
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


def serve_static_files(app: FastAPI) -> None:
    """Mount the folder at /static."""
    for ending, kind in TYPES.items():
        mimetypes.add_type(kind, ending)
    app.mount("/static", StaticFiles(directory=static_folder()), name="static")
