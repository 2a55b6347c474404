"""Help is whole: in a narrow terminal as well, nothing of it is left out."""

import re

import pytest
from typer.testing import CliRunner

from glassbox.__main__ import command


@pytest.mark.parametrize("arguments", [["--help"], ["worker", "--help"]])
def test_nothing_is_left_out_in_a_narrow_terminal(arguments):
    told = CliRunner().invoke(command, arguments, env={"COLUMNS": "80", "NO_COLOR": "1"}, prog_name="glassbox").output
    assert told.count("…") == 0
    assert "GLASSBOX_CLUSTER_CERT" in re.sub(r"[\s│]", "", told)
