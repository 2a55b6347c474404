"""Checks lessons' files for whoever writes them: `python -m glassbox.lessons FILE…` tells each fault with its line."""

import sys
from pathlib import Path

from glassbox.lessons import words
from glassbox.lessons.length import long_texts
from glassbox.lessons.shelf import read_file
from glassbox.words.current import speak, word
from glassbox.words.environment import language_of_environment


def main(files: list[str]) -> int:
    """Prints what is wrong and what is long; 1 where a file is no lesson."""
    if not files:
        print(word(words.USAGE))
        return 2
    is_faulty = False
    for file in files:
        _, lesson, faults, _ = read_file(Path(file), is_own=True)
        is_faulty = is_faulty or lesson is None
        for line, text in [*faults, *(long_texts(lesson) if lesson else ())]:
            print(word(words.FAULT.format(file=file, line=line, text=text)))
        if lesson is not None:
            print(word(words.SOUND.format(file=file, name=lesson.name, steps=len(lesson.steps))))
    return int(is_faulty)


if __name__ == "__main__":
    speak(language_of_environment(encoding=sys.stdout.encoding))
    sys.exit(main(sys.argv[1:]))
