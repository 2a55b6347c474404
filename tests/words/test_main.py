"""`python -m glassbox.words` tells how much each language can say."""

import pytest

from glassbox.words import __main__ as program
from glassbox.words import extraction


def test_it_updates_and_tells_of_every_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    updated: list[bool] = []
    monkeypatch.setattr(extraction, "update", lambda: updated.append(True))
    assert program.main() == 0 and updated == [True]
    assert "en: 100.0%" in capsys.readouterr().out


def test_without_babel_it_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "glassbox.words.extraction", None)
    assert program.main() == 1 and "Babel" in capsys.readouterr().err
