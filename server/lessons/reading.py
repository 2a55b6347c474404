"""Reads a lesson's file: Markdown with a head in TOML and blocks in TOML. Tells every fault of it with its line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from markdown_it.token import Token
from pydantic import ValidationError

from glassbox.lessons import words
from glassbox.lessons.lesson import (
    Do,
    Exactly,
    Front,
    Lesson,
    Look,
    Part,
    PredictChoice,
    PredictCurve,
    PredictNumber,
    Question,
    SetUp,
    Step,
    Table,
    Text,
    Why,
)
from glassbox.lessons.lines import line_of
from glassbox.lessons.markup import WrongMarkup, count_words, html_of
from glassbox.lessons.set_up import NoSetUp, read_set_up
from glassbox.protocol.refusals import echo, echo_text, faults
from glassbox.words.explanations import markdown

FENCE = "+++"
MOST_STEPS = 60
FORMS: dict[str, type[Table]] = {"choice": PredictChoice, "number": PredictNumber, "curve": PredictCurve}
MODELS: dict[str, type[Table]] = {"do": Do, "look": Look, "why": Why, "exactly": Exactly}
KINDS = ("set", "predict", *MODELS)

_PLACE_IN_TOML = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class Fault(NamedTuple):
    """What is wrong in a file, and in which line of it, from 1."""

    line: int
    text: str


@dataclass
class _Begun:
    """A step that is being read."""

    title: str
    line: int
    parts: list[Part]
    text: list[Token]


def read_lesson(text: str, name: str, *, is_own: bool) -> tuple[Lesson | None, list[Fault]]:
    """A file's text as a lesson; None where it has faults, which are all told."""
    found: list[Fault] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        return None, [Fault(1, words.NO_FENCE)]
    front = _table(lines[1:end], 2, lambda table: Front.model_validate(table), found)
    steps = _Reader(lines, end + 1, found).steps()
    if not isinstance(front, Front) or found:
        return None, sorted(found)
    return Lesson(**front.__dict__, name=name, is_own=is_own, steps=steps), []


def _table(
    lines: Sequence[str],
    first: int,
    model: Callable[[dict[str, Any]], Any],
    found: list[Fault],
    whole: int | None = None,
) -> Any:
    """What stands in these lines, the first of which has this number in the file; None where it is faulty.

    Args:
        whole: the line to name for what is about all of it.
    """
    whole = first if whole is None else whole
    try:
        return model(tomllib.loads("\n".join(lines)))
    except tomllib.TOMLDecodeError as fault:
        place = _PLACE_IN_TOML.search(str(fault))
        at = first + int(place[1]) - 1 if place and place[1] else first + len(lines) - 1
        reason = _PLACE_IN_TOML.sub("", str(fault))
        found.append(Fault(at, words.NO_TOML.format(reason=reason[:1].lower() + reason[1:])))
    except ValidationError as error:
        found += [Fault(line_of(lines, loc, first, whole), text) for loc, text in faults(error)]
    except NoSetUp as error:
        found += [Fault(line_of(lines, loc, first, whole), text) for loc, text in error.found]
    return None


class _Reader:
    """Goes through the body once, and gathers steps."""

    def __init__(self, lines: list[str], start: int, found: list[Fault]) -> None:
        self._lines, self._start, self._found = lines, start, found
        self._begun: list[_Begun] = []

    def steps(self) -> tuple[Step, ...]:
        """All of the body."""
        for block in _blocks(markdown().parse("\n".join(self._lines[self._start :]))):
            self._take(block)
        if not self._begun:
            self._fault(len(self._lines), words.NO_STEPS)
        if len(self._begun) > MOST_STEPS:
            self._fault(self._begun[MOST_STEPS].line, words.MOST_STEPS.format(most=MOST_STEPS))
        for step in self._begun:
            self._end_text(step)
        return tuple(Step(title=each.title, line=each.line, parts=tuple(each.parts)) for each in self._begun)

    def _fault(self, line: int, text: str) -> None:
        self._found.append(Fault(line, text))

    def _take(self, block: list[Token]) -> None:
        first = block[0]
        line = self._start + (first.map or [0])[0] + 1
        if first.type == "heading_open" and first.tag == "h2":
            title = block[1].content.strip()
            if not title:
                self._fault(line, words.NO_STEP_TITLE)
            self._begun.append(_Begun(title, line, [], []))
        elif not self._begun:
            self._fault(line, words.BEFORE_STEP)
        elif first.type == "fence" and first.info.strip():
            self._end_text(self._begun[-1])
            self._take_fence(self._begun[-1], first, line)
        else:
            self._take_text(self._begun[-1], block, line)

    def _take_text(self, step: _Begun, block: list[Token], line: int) -> None:
        try:
            html_of(block)
        except WrongMarkup as fault:
            self._fault(line, words.ENDED.format(fault=fault.args[0]))
        else:
            step.text += block

    def _end_text(self, step: _Begun) -> None:
        if step.text:
            step.parts.append(Text(html=html_of(step.text), words=count_words(step.text)))
            step.text = []

    def _take_fence(self, step: _Begun, fence: Token, line: int) -> None:
        kind, (_, end) = fence.info.strip(), fence.map or [0, 0]
        if kind not in KINDS:
            self._fault(line, words.NO_KIND.format(kinds=", ".join(KINDS), kind=echo_text(kind)))
        elif self._lines[self._start + end - 1].strip(" ") != fence.markup:
            self._fault(line, words.NOT_CLOSED)
        else:
            inside = fence.content.split("\n")[:-1]
            part = _table(inside, line + 1, lambda table: self._part(step, kind, table, line), self._found, line)
            if part is not None:
                step.parts.append(part)

    def _part(self, step: _Begun, kind: str, table: dict[str, Any], line: int) -> Part | None:
        number = 1 + sum(isinstance(part, Question) for part in step.parts)
        if kind == "set":
            if any(isinstance(part, SetUp) for part in step.parts):
                self._fault(line, words.ONE_SET)
            return read_set_up(table)
        if kind == "predict":
            model = FORMS.get(str(table.get("form")))
            if model is None:
                self._fault(line, words.NO_FORM.format(found=echo(table.get("form"))))
                return None
            return _numbered(model.model_validate(table), number)
        return _numbered(MODELS[kind].model_validate(table), number)


def _numbered(part: Table, number: int) -> Part:
    given: Any = part.model_copy(update={"number": number}) if isinstance(part, Question) else part
    return cast(Part, given)


def _blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands at the outermost level, each with all that is in it."""
    depth, block = 0, list[Token]()
    for token in tokens:
        depth += token.nesting
        block.append(token)
        if depth == 0:
            yield block
            block = []
