"""The version by which a cluster's machines know each other: the release, and every program of it."""

import re
import shutil

from glassbox.cluster import version


def test_it_names_the_release_and_a_digest():
    assert re.fullmatch(r"\d+\.\d+\.\d+ \([0-9a-f]{8}\)", version.own_version())


def test_another_line_in_any_program_is_another_version(tmp_path, monkeypatch):
    package = tmp_path / "glassbox"
    shutil.copytree(version.PACKAGE / "cluster", package / "cluster", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "PACKAGE", package)
    told = [version.own_version.__wrapped__()]
    (package / "cluster" / "words.py").write_text("# another\n")
    told.append(version.own_version.__wrapped__())
    (package / "cluster" / "words.py").rename(package / "words.py")
    told.append(version.own_version.__wrapped__())
    assert len(set(told)) == 3
