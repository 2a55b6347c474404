"""Glassbox as a wheel, and installed in environments of its own: for the tests of what a user gets.

Built by the project's own backend, without asking an index; the dependencies are those of the tests' environment.
"""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIBRARIES = [folder for folder in sys.path if Path(folder).name == "site-packages"]


def build(folder, form="standard"):
    """A wheel of the checkout in this folder. Its form may be `editable`, as `pip install -e` has it built."""
    run(sys.executable, "-m", "hatchling", "build", "-t", f"wheel:{form}", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


class Environment:
    """A virtual environment with this wheel, which sees the tests' libraries but not their Glassbox.

    Attributes: `python`, `glassbox`: its programs. `packages`: the folder of what is installed.
    """

    def __init__(self, folder, wheel):
        venv.create(folder, symlinks=sys.platform != "win32")
        (self.packages,) = folder.glob("[Ll]ib/**/site-packages")
        (programs,) = (each for each in (folder / "bin", folder / "Scripts") if each.is_dir())
        self.python, self.glassbox = programs / "python", programs / "glassbox"
        # Paths in such a file are only looked in: a finder that lies there, as of an editable install, stays unused.
        (self.packages / "libraries_of_the_tests.pth").write_text("\n".join(LIBRARIES) + "\n", "utf-8")
        pip = [sys.executable, "-m", "pip", "--python", self.python, "--quiet", "--disable-pip-version-check"]
        run(*pip, "install", "--no-deps", "--no-index", "--ignore-installed", wheel, cwd=folder)


def run(*command, cwd, check=True):
    """What the command prints; where it fails and should not, that is why."""
    result = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert not check or result.returncode == 0, result.stdout
    return result.stdout
