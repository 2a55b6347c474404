"""What the operator gets without choosing anything: threads, and the folder where this system keeps such data."""

import os
import sys
from pathlib import Path

import pytest

from glassbox.config import Config, own_data_folder, training_threads


@pytest.mark.parametrize(("cores", "threads"), [(None, 1), (1, 1), (2, 1), (8, 7)])
def test_one_core_stays_free_for_the_sockets(monkeypatch, cores, threads):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert training_threads() == Config().threads == threads


@pytest.fixture
def on(monkeypatch, tmp_path):
    """Makes it a system of that kind, whose user has a home and has set nothing but these variables."""

    def on(system, **environment):
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(Path, "home", lambda: tmp_path)
        for name in ("LOCALAPPDATA", "XDG_DATA_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    return on


@pytest.mark.parametrize(
    ("system", "below"),
    [("linux", ".local/share"), ("darwin", "Library/Application Support"), ("win32", ".local/share")],
)
def test_without_a_word_from_the_user_it_is_in_the_home_folder(on, tmp_path, system, below):
    on(system)
    assert own_data_folder() == tmp_path / below / "glassbox"


def test_the_user_may_name_a_place_by_its_whole_path(on, tmp_path):
    on("linux", XDG_DATA_HOME=str(tmp_path / "data"))
    assert own_data_folder() == Config().data_folder == tmp_path / "data" / "glassbox"
    on("linux", XDG_DATA_HOME="data")
    assert own_data_folder() == tmp_path / ".local/share/glassbox"


def test_only_windows_looks_at_its_own_variable(on, tmp_path):
    on("win32", LOCALAPPDATA=str(tmp_path / "local"))
    assert own_data_folder() == tmp_path / "local" / "glassbox"
    on("linux", LOCALAPPDATA=str(tmp_path / "local"))
    assert own_data_folder() == tmp_path / ".local/share/glassbox"


def test_a_user_without_a_home_has_no_folder(on, monkeypatch):
    def no_home():
        raise RuntimeError

    on("linux")
    monkeypatch.setattr(Path, "home", no_home)
    assert own_data_folder() is None


def test_a_password_is_not_shown():
    assert "secret" not in repr(Config(database_url="postgresql://me:secret@localhost/glassbox"))
