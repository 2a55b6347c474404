"""What the command says is in the language of the environment, Typer's own headings included."""

import os
import subprocess

from tests.process import COMMAND


def told(*options, language):
    """What the command says, in a wide terminal."""
    environment = {**os.environ, "COLUMNS": "240", "NO_COLOR": "1", "TERM": "dumb", "LANGUAGE": language}
    done = subprocess.run(
        [*COMMAND, *options], capture_output=True, encoding="utf-8", timeout=240,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return done.stdout + done.stderr


def test_help_is_in_the_language_of_the_environment():
    text = told("--help", language="en-XA")
    assert "⟦Öpţîöñš" in text and "⟦Pöřţ ţö ļîšţéñ öñ" in text and "Port to listen on" not in text
    assert "GLASSBOX_PORT" in text and "--port" in text


def test_so_is_what_was_wrong():
    text = told("--root-path", "/api", language="en-XA")
    assert "⟦Éxpéçţéđ å påţh" in text and "'/api'" in text and "Traceback" not in text


def test_another_language_is_english():
    text = told("worker", "--help", language="xx:en")
    assert "Train experiments on this machine for a cluster" in text and "Options" in text
