"""Who calls a command wrongly reads why in the language of the environment, not in Typer's English."""

import pytest
from typer.testing import CliRunner

from glassbox.__main__ import command
from glassbox.words.current import speak
from glassbox.words.languages import ENGLISH, language_of

# What is typed, what must be in the answer, and Typer's own words, which must not be.
WRONG = [
    (["--prt", "1"], ["îš ñö öpţîöñ --prt", "--port"], "No such option"),
    (["--port", "abc"], ["⟦Îñvåļîđ våļûé föř '--port'", "⟦éxpéçţéđ å whöļé ñûmbéř"], "Invalid value"),
    (["--port", "700000"], ["65535 öř ļéšš"], "less than"),
    (["--metrics", "all"], ["'here'", "⟦Îñvåļîđ våļûé"], "is not one of"),
    (["--root-path", "/api"], ["⟦Éxpéçţéđ å påţh", "⟦Îñvåļîđ våļûé"], "Invalid value"),
    (["--port"], ["öpţîöñ --port ñééđš å våļûé"], "requires"),
    (["worker", "a", "b", "c", "d"], ["⟦Whåţ îš ñöţ éxpéçţéđ hé"], "unexpected"),
]


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.fixture
def made_up():
    """A made-up language, for as long as a test runs."""
    speak(language_of("en-XA"))
    yield
    speak(ENGLISH)


@pytest.mark.parametrize(("typed", "said", "english"), WRONG, ids=[" ".join(typed) for typed, *_ in WRONG])
def test_a_fault_is_told_in_the_language(made_up, typed, said, english):
    done = CliRunner().invoke(command, typed, env={"COLUMNS": "200", "NO_COLOR": "1"}, prog_name="glassbox")
    told = flat(done.output)
    assert done.exit_code == 2
    assert english not in told
    assert "⟦Ûšåğé" in told or typed == ["--port"]  # of which Typer says no usage
    for each in said:
        assert each in told, told


def test_in_english_it_is_english():
    done = CliRunner().invoke(command, ["--metrcs"], env={"COLUMNS": "200", "NO_COLOR": "1"}, prog_name="glassbox")
    told = flat(done.output)
    assert "Usage: glassbox" in told and "There is no option --metrcs; perhaps --metrics is meant." in told
