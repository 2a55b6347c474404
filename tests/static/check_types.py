"""Checks the types that the page's JavaScript states in its comments, and the golden answers against them,
with TypeScript.

    python -m tests.static.check_types

Not a part of the tests, since it needs the network once; `.ci/run` runs it.
"""

import sys

from tests.node import node
from tests.static.golden_answers import write_claims
from tests.static.packages import HERE, install


def main():
    """Print what is wrong, and end with 1 if anything is."""
    install()
    write_claims()
    checked = node(HERE / "node_modules/typescript/bin/tsc", "--project", HERE)
    print(checked.stdout or "No type errors in static/.")
    sys.exit(checked.returncode)


if __name__ == "__main__":
    main()
