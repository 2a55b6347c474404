"""Runs the tests of the page's JavaScript in Node, all in one process: most of a process is its start.

python -m tests.static.in_node [FILE …]
"""

import sys
from pathlib import Path

from tests.node import node

HERE = Path(__file__).parent
LONGEST = "--test-timeout=120000"  # milliseconds of one test, so that one that waits in vain says which it is
IMPORT_MAP = (HERE / "import_map.mjs").as_uri()


def node_tests():
    """Every test file, in the folders of what it tests."""
    return [file for file in sorted(HERE.rglob("*.test.mjs")) if HERE / "node_modules" not in file.parents]


def run(files):
    """What `subprocess.run` returns; its words are those of Node's own reporter."""
    return node("--import", IMPORT_MAP, "--test", "--test-isolation=none", LONGEST, *files, cwd=HERE.parents[1])


def main():
    """Run the files that are named, or all, and end as Node does."""
    result = run([Path(name).resolve() for name in sys.argv[1:]] or node_tests())
    print(result.stdout)
    sys.exit(result.returncode)


if __name__ == "__main__":
    main()
