"""Checks the types that the page's JavaScript states in its comments, with TypeScript from npm.

    python -m tests.static.check_types

Not a part of the tests, since it needs the network once; `.ci/run` runs it.
"""

import sys
from pathlib import Path

from tests.node import node, npm

HERE = Path(__file__).parent


def main():
    """Print what is wrong, and end with 1 if anything is."""
    installed = npm("ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=HERE)
    if installed.returncode:
        sys.exit(f"npm could not install TypeScript; is there a network?\n{installed.stdout}")
    checked = node(HERE / "node_modules/typescript/bin/tsc", "--project", HERE)
    print(checked.stdout or "No type errors in static/.")
    sys.exit(checked.returncode)


if __name__ == "__main__":
    main()
