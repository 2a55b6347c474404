"""Looks through the page's JavaScript with eslint from npm: unused and unknown names, long lines and files.

    python -m tests.static.lint

Not a part of the tests, since it needs the network once; `.ci/run` runs it.
"""

import sys

from tests.node import node
from tests.static.packages import HERE, ROOT, install


def main():
    """Print what is wrong, and end with 1 if anything is."""
    install()
    rules = HERE / "eslint.config.mjs"
    checked = node(
        HERE / "node_modules/eslint/bin/eslint.js",
        "--config",
        rules,
        "--max-warnings=0",
        "static",
        "tests/static",
        cwd=ROOT,
    )
    print(checked.stdout or "Nothing for eslint to say of static/ and tests/static/.")
    sys.exit(checked.returncode)


if __name__ == "__main__":
    main()
