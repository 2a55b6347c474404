"""A lesson's question as its lesson words it: the twin of static/state/classroom/asked_words.js."""

import msgspec

from glassbox.classroom.said import Asked
from glassbox.lessons.answers import predict_told
from glassbox.lessons.lesson import Predict
from glassbox.lessons.markup import untagged
from glassbox.lessons.shelf import Shelved


def worded(asked: Asked, shelved: Shelved) -> Asked:
    """The question in the language of the shelf; as it was asked, where it is the teacher's own, or its lesson has it
    no more.
    """
    part = _part(asked, shelved)
    if part is None:
        return asked
    told = predict_told(part)
    unit = told.unit if asked.kind == "number" else ""
    return msgspec.structs.replace(
        asked, text=untagged(told.ask), options=tuple(map(untagged, told.choices)), unit=unit
    )


def _part(asked: Asked, shelved: Shelved) -> Predict | None:
    place = asked.lesson
    lesson = shelved.lessons.get(place.name) if place else None
    if place is None or lesson is None or lesson.is_own or place.step > len(lesson.steps):
        return None
    part = lesson.steps[place.step - 1].question(place.number)
    if not isinstance(part, Predict) or part.form != asked.kind:
        return None
    options = len(predict_told(part).choices)
    return part if options == len(asked.options) else None
