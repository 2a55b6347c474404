"""Lets Python find `glassbox` in a checkout's `server/`: hatchling cannot rename a folder in an editable install."""

from pathlib import Path

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


def editable_finder(package: Path, folder: Path) -> dict[str, str]:
    """Write the finder of the package into a folder. Where each of its files is to lie."""
    (folder / f"{FINDER}.py").write_text(FINDER_CODE.format(package=str(package)), "utf-8")
    (folder / f"{FINDER}.pth").write_text(f"import {FINDER}\n", "utf-8")
    return {str(folder / name): name for name in (f"{FINDER}.py", f"{FINDER}.pth")}
