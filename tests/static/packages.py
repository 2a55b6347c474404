"""The packages from npm that check the page's JavaScript; none of them is part of the page."""

import sys
from pathlib import Path

from tests.node import npm

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def install():
    """Lay them under node_modules/, unless they are there already as the lock file has them."""
    lock, laid = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if laid.exists() and laid.stat().st_mtime >= lock.stat().st_mtime:
        return
    installed = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", cwd=HERE)
    if installed.returncode:
        sys.exit(f"npm could not install the page's checks; is there a network?\n{installed.stdout}")
