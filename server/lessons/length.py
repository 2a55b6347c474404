"""Finds the texts of a lesson that are longer than a reader takes in before they act."""

from collections.abc import Iterator

from glassbox.lessons import words
from glassbox.lessons.lesson import Do, Exactly, Lesson, Look, Part, PredictChoice, PredictNumber, Text, Why
from glassbox.lessons.markup import words_of
from glassbox.lessons.reading import Fault

MOST_WORDS = 40


def long_texts(lesson: Lesson) -> Iterator[Fault]:
    """What is too long, with the line of its step: the text of a step, or one that a block says."""
    for step in lesson.steps:
        read = sum(part.words for part in step.parts if isinstance(part, Text))
        counts = [read, *(words_of(text) for part in step.parts for text in _texts(part))]
        for count in counts:
            if count > MOST_WORDS:
                yield Fault(step.line, words.LONG_TEXT.format(title=step.title, count=count, most=MOST_WORDS))


def _texts(part: Part) -> Iterator[str]:
    match part:
        case PredictChoice():
            yield part.ask
            for choice in part.choice:
                yield from (choice.text, choice.say, choice.right)
        case PredictNumber():
            yield from (part.ask, part.near, part.far)
        case Do():
            yield from (part.ask, part.done, *(hint.say for hint in part.hint), *(wrong.say for wrong in part.wrong))
        case Look():
            yield part.say
        case Why():
            yield from (part.ask, part.answer)
        case Exactly():
            yield from (part.shortly, part.exactly)
