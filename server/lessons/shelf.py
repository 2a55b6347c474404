"""All lessons there are: those that come along, and those of the operator's folder, read anew when a file changes.

Thread-safe, and for threads: it reads files. What stands on it at one moment is `Shelved`, which never changes.
"""

import logging
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from glassbox.lessons import words
from glassbox.lessons.answers import FaultTold, LessonsTold, LessonTold, listed, told
from glassbox.lessons.lesson import Lesson
from glassbox.lessons.names import RESERVED, name_of
from glassbox.lessons.reading import Fault, read_lesson
from glassbox.protocol.refusals import echo_text
from glassbox.words.languages import ENGLISH, Language
from glassbox.words.paragraphs import translated

TEXTS = Path(__file__).parent / "texts" / "en"
MOST_BYTES = 200 * 1024  # of a file
MOST_FILES = 200  # of a folder
LOOK_EVERY = 1.0  # seconds

logger = logging.getLogger(__name__)

Stamp = tuple[int, int, int]  # when it was written, how long it is, and which file it is


class Read(NamedTuple):
    """A file as it was read; `place` names it in faults, and `source` is its text if that can be a lesson."""

    place: str
    lesson: Lesson | None
    faults: tuple[Fault, ...]
    source: str = ""


@dataclass(frozen=True)
class Shelved:
    """What stands on the shelf, as one language reads it.

    Attributes:
        lessons: by their names, in their order.
        faults: of files that are none, and what else there is to say.
        sources: of the lessons that come along, which other languages can read, too.
    """

    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    faults: tuple[FaultTold, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    language: Language = ENGLISH

    def is_read_in(self, language: Language) -> bool:
        """Whether `read_in` has the answer at once."""
        return language == self.language or language in self._read

    def read_in(self, language: Language) -> "Shelved":
        """The same in another language: what comes along is translated, a person's own lessons stay as they are."""
        if language == self.language:
            return self
        if language not in self._read:
            lessons = {name: self._translated(lesson, language) for name, lesson in self.lessons.items()}
            self._read[language] = replace(self, lessons=lessons, language=language)
        return self._read[language]

    def _translated(self, lesson: Lesson, language: Language) -> Lesson:
        source = self.sources.get(lesson.name)
        if source is None:
            return lesson
        read, faults = read_lesson(translated(source, language.phrase), lesson.name, is_own=False)
        if read is None:
            logger.warning("The lesson %s cannot be read in %s: %s", lesson.name, language.tag, faults)
        return read or lesson

    @cached_property
    def listing(self) -> bytes:
        """All of them in a line each, in JSON."""
        lines = [listed(lesson) for lesson in self.lessons.values()]
        return self._worded(LessonsTold(lines, list(self.faults)))

    def told(self, name: str) -> bytes | None:
        """One lesson in JSON; None: there is none of this name."""
        if name not in self.lessons:
            return None
        if name not in self._told:
            self._told[name] = self._worded(told(self.lessons[name], self._after(name)))
        return self._told[name]

    def _after(self, name: str) -> str:
        """The next of the same group."""
        group = [each.name for each in self.lessons.values() if each.group == self.lessons[name].group]
        return (*group, "")[group.index(name) + 1]

    def _worded(self, answer: LessonsTold | LessonTold) -> bytes:
        return msgspec.json.encode(answer, enc_hook=self.language.word)

    @cached_property
    def _told(self) -> dict[str, bytes]:
        return {}

    @cached_property
    def _read(self) -> dict[Language, "Shelved"]:
        return {}


class Shelf:
    """Reads the folders.

    Args:
        own: the operator's folder. texts: the one that comes along.
    """

    def __init__(
        self, own: Path | None = None, texts: Path = TEXTS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folders = [(texts, False), *([(own, True)] if own else [])]
        self._clock = clock
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[Stamp | None, Read]] = {}
        self._shelved = Shelved()
        self._looked = float("-inf")

    @property
    def is_fresh(self) -> bool:
        """Whether `last` is as good as `now()`: the folders were looked at a moment ago."""
        return self._clock() - self._looked < LOOK_EVERY

    @property
    def last(self) -> Shelved:
        """What stood there when it was looked at last."""
        return self._shelved

    def now(self) -> Shelved:
        """What stands there."""
        with self._lock:
            if not self.is_fresh:
                self._look()
                self._looked = self._clock()
            return self._shelved

    def _look(self) -> None:
        before, self._read = self._read, {}
        too_many: list[FaultTold] = []
        for folder, is_own in self._folders:
            found = _files(folder)
            if len(found) > MOST_FILES:
                too_many.append(FaultTold(_shown(found[MOST_FILES]), 1, words.TOO_MANY.format(most=MOST_FILES)))
            for path in found[:MOST_FILES]:
                stamp, known = _stamp(path), before.get(path)
                self._read[path] = known if known and known[0] == stamp else (stamp, read_file(path, is_own=is_own))
        if not too_many and before.keys() == self._read.keys() and all(before[p] is self._read[p] for p in before):
            return
        self._shelved = _shelved([read for _, read in self._read.values()], too_many)


def read_file(path: Path, *, is_own: bool) -> Read:
    """One file, whatever it holds: never more than it may have, never what lies elsewhere."""
    name = name_of(path.name)
    if name is None:
        return Read(_shown(path), None, (Fault(1, words.NO_FILE_NAME.format(name=echo_text(path.name))),))
    if name in RESERVED:
        return Read(_shown(path), None, (Fault(1, words.RESERVED.format(name=name)),))
    try:
        source = _content(path).decode("utf-8")
        lesson, faults = read_lesson(source, name, is_own=is_own)
    except _NotTaken as fault:
        return Read(_shown(path), None, (Fault(1, fault.args[0]),))
    except (OSError, UnicodeDecodeError):
        return Read(_shown(path), None, (Fault(1, words.NOT_READ),))
    except RecursionError:
        return Read(_shown(path), None, (Fault(1, words.TOO_DEEP),))
    return Read(_shown(path), lesson, tuple(faults), source)


class _NotTaken(Exception):
    """A file that is not read: one sentence why."""


def _content(path: Path) -> bytes:
    """Opened once, so that what is checked is what is read; neither a link nor a device is followed."""
    follow = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        raise _NotTaken(words.OUTSIDE)
    with os.fdopen(os.open(path, os.O_RDONLY | follow), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise _NotTaken(words.NOT_READ)
        if about.st_size > MOST_BYTES:
            raise _NotTaken(words.TOO_LARGE.format(most=MOST_BYTES // 1024, size=about.st_size // 1024))
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:  # it has grown meanwhile
        raise _NotTaken(words.TOO_LARGE.format(most=MOST_BYTES // 1024, size=len(content) // 1024))
    return content


def _files(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(folder / entry.name for entry in entries if entry.name.endswith(".md"))
    except OSError:
        return []


def _stamp(path: Path) -> Stamp | None:
    try:
        about = path.lstat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _shown(path: Path) -> str:
    """A file's name, and nothing of where the folder is."""
    return "".join(sign if sign.isprintable() else "·" for sign in path.name[:100])


def _shelved(read: list[Read], more: list[FaultTold]) -> Shelved:
    """Lessons in their order; of two with one name, the one that comes along counts, or else the first."""
    lessons: dict[str, Read] = {}
    faults = [FaultTold(each.place, fault.line, fault.text) for each in read for fault in each.faults]
    for each in read:
        if each.lesson is None:
            continue
        if (name := each.lesson.name) in lessons:
            other = lessons[name].place
            faults.append(FaultTold(each.place, 1, words.DUPLICATE.format(other=other, name=name)))
        else:
            lessons[name] = each
    faults += _lacking(lessons)
    ordered = sorted((each.lesson for each in lessons.values() if each.lesson), key=_order)
    sources = {each.name: lessons[each.name].source for each in ordered if not each.is_own}
    return Shelved({lesson.name: lesson for lesson in ordered}, (*faults, *more), sources)


def _order(lesson: Lesson) -> tuple[bool, bool, int, str]:
    return lesson.is_own, lesson.group != "lesson", lesson.order, lesson.name


def _lacking(lessons: Mapping[str, Read]) -> Iterator[FaultTold]:
    """Lessons that ask for others that there are not; they can be taken all the same."""
    for each in lessons.values():
        for name in each.lesson.needs if each.lesson else ():
            if name not in lessons:
                yield FaultTold(each.place, 1, words.NO_SUCH_NEED.format(name=echo_text(name)))
