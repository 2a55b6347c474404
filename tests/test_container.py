"""The files for containers: their variables are options, and what their steps run runs here as well.

There is no Docker to build with on every machine that tests; what an image would do is done without one.
"""

import inspect
import json
import re
import tomllib
from pathlib import Path

import pytest

from glassbox.__main__ import glassbox
from glassbox.cluster_commands import scheduler, worker

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
OPTIONS = {name for each in (glassbox, worker, scheduler) for name in inspect.signature(each).parameters}
INSTRUCTIONS = {"FROM", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "CMD"}


def lines(word):
    return re.findall(rf"^{word} (.*)$", DOCKERFILE, re.MULTILINE)


def is_option(variable):
    return not variable.startswith("GLASSBOX_") or variable.removeprefix("GLASSBOX_").lower() in OPTIONS


def test_each_line_is_an_instruction_and_the_last_one_starts_the_playground():
    told = [line.split(" ", 1)[0] for line in DOCKERFILE.splitlines() if line and not line.startswith("#")]
    assert set(told) <= INSTRUCTIONS and told[0] == "FROM" and told[-1] == "CMD"
    assert json.loads(lines("CMD")[0]) == ["glassbox"]


def test_its_variables_are_options():
    names = [pair.split("=", 1)[0] for line in lines("ENV") for pair in line.split()]
    assert "GLASSBOX_HOST" in names and all(map(is_option, names))


def test_what_it_installs_is_there_to_be_installed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = re.search(r"/src\[([a-z,]+)\]", DOCKERFILE)[1].split(",")
    assert set(extras) <= project["optional-dependencies"].keys()
    python = re.findall(r"python:(\d+)\.(\d+)", DOCKERFILE)
    assert len(set(python)) == 1 and tuple(map(int, python[0])) >= (3, 11)


def test_its_check_of_health_is_a_program_about_our_own_address():
    command = json.loads(re.search(r"^HEALTHCHECK .*? CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[1])
    compile(command[2], "HEALTHCHECK", "exec")
    assert "127.0.0.1:8000/health" in command[2] and "GLASSBOX_PORT=8000" in DOCKERFILE


def test_nobody_is_root_in_it_and_its_data_are_kept():
    user, volume = lines("USER")[-1], lines("VOLUME")[0]
    assert user != "root" and f"chown {user} {volume}" in DOCKERFILE


def test_the_services_depend_on_each_other_and_keep_what_they_name():
    services = COMPOSE["services"]
    for service in services.values():
        assert set(service.get("depends_on", ())) <= services.keys()
        assert {each.split(":")[0] for each in service.get("volumes", ())} <= COMPOSE["volumes"].keys()
        assert all(map(is_option, service.get("environment", ())))
    assert services["glassbox"]["build"] == "."


def test_no_password_stands_in_it():
    text = (ROOT / "compose.yaml").read_text("utf-8")
    assert all(value.startswith("${") for value in re.findall(r"PASSWORD: (.*)$", text, re.MULTILINE))
    assert "glassbox:${DATABASE_PASSWORD:?" in text
