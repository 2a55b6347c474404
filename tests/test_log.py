"""The log: a line for a person, or an object a line for a machine."""

import json
import logging
import subprocess
import sys

from glassbox.log import JSONLines

SPEAKS = """
import logging
from glassbox.log import set_up_log
set_up_log({form!r})
logging.getLogger("glassbox.web").info("Ready after %d s", 3)
logging.getLogger("another").info("not heard")
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("glassbox.web").exception("A fault")
"""


def said(form):
    program = [sys.executable, "-c", SPEAKS.format(form=form)]
    return subprocess.run(program, capture_output=True, text=True, check=True).stderr.splitlines()


def test_for_a_person_it_is_the_time_of_day_and_a_sentence():
    first, second, *_ = said("text")
    assert first[8:] == "  Ready after 3 s" and second[8:] == "  A fault"
    assert first[2] == first[5] == ":"


def test_for_a_machine_each_line_is_an_object():
    first, second = map(json.loads, said("json"))
    assert first.keys() == {"time", "level", "logger", "message"}
    assert (first["level"], first["logger"], first["message"]) == ("info", "glassbox.web", "Ready after 3 s")
    assert first["time"].endswith("Z") and "T" in first["time"]
    assert second["message"] == "A fault" and "ZeroDivisionError" in second["fault"]


def test_a_message_on_several_lines_stays_one_line():
    record = logging.LogRecord("glassbox", logging.WARNING, "", 0, "one\ntwo „%s“", ("x",), None)
    line = JSONLines().format(record)
    assert "\n" not in line and json.loads(line)["message"] == "one\ntwo „x“"
