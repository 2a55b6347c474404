"""Help is whole: in a narrow terminal as well, nothing of it is left out."""

import re

import pytest
from typer.testing import CliRunner

from glassbox.__main__ import command
from glassbox.whole_help import PIECES, PLACEHOLDERS


@pytest.mark.parametrize("arguments", [["--help"], ["worker", "--help"]])
def test_nothing_is_left_out_in_a_narrow_terminal(arguments):
    told = CliRunner().invoke(command, arguments, env={"COLUMNS": "80", "NO_COLOR": "1"}, prog_name="glassbox").output
    assert told.count("…") == 0
    assert "[OPTIONS]" in told and "<int range>" in told
    assert "GLASSBOX_CLUSTER_CERT" in re.sub(r"[\s│]", "", told)


@pytest.mark.parametrize("arguments", [["--help"], ["worker", "--help"], ["host", "--help"]])
def test_every_placeholder_can_be_worded(arguments):
    told = CliRunner().invoke(command, arguments, env={"COLUMNS": "160", "NO_COLOR": "1"}, prog_name="glassbox").output
    shown = {name for name in re.findall(r"<([a-z][^>]*)>", told) if "|" not in name}
    assert shown and shown <= PLACEHOLDERS.keys()
    (usage,) = re.findall(r"Usage: glassbox(?: worker| host)? (.*)", told)
    assert any(usage.startswith(piece) for piece in PIECES)
