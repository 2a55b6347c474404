"""Checks the types of the package, with mypy: `python -m tests.check_types`, for people and for CI.

mypy looks for files, and an editable install has no file called glassbox: so it is shown a link of that name.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINKS = ROOT / ".mypy_cache/links"


def main(options):
    """Print what is wrong, by the files of the checkout; 1 if anything is."""
    link = LINKS / "glassbox"
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.exists():
        link.symlink_to(ROOT / "server", target_is_directory=True)
    environment = os.environ | {"MYPYPATH": str(LINKS)}
    command = [sys.executable, "-m", "mypy", "--package", "glassbox", *options]
    checked = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    print(checked.stdout.replace(str(link.relative_to(ROOT)), "server"), end="")
    return checked.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
