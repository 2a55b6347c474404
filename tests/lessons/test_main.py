"""Tests the command that checks a lesson's file for whoever writes it."""

from glassbox.lessons import words
from glassbox.lessons.__main__ import main
from tests.lessons.asking import HEAD


def test_each_fault_is_printed_with_its_line(tmp_path, capsys):
    sound, faulty = tmp_path / "01_sound.md", tmp_path / "02_faulty.md"
    sound.write_text(f"{HEAD}## Step\n{'word ' * 41}\n", "utf-8")
    faulty.write_text(f"{HEAD}## \n", "utf-8")
    assert main([str(sound)]) == 0
    assert main([str(sound), str(faulty), str(tmp_path / "03_nothing.md")]) == 1
    printed = capsys.readouterr().out
    assert words.FAULT.format(file=faulty, line=7, text=words.NO_STEP_TITLE) in printed
    assert words.SOUND.format(file=sound, name="sound", steps=1) in printed and "has 41 words" in printed
    assert words.NOT_READ in printed


def test_without_a_file_it_says_how_it_is_used(capsys):
    assert main([]) == 2 and capsys.readouterr().out.strip() == words.USAGE
