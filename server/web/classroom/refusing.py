"""Answers what a room refuses over plain HTTP: the id and the values of its sentence, as JSON."""

from fastapi import FastAPI, Request, Response

from glassbox.classroom.refused import Refused
from glassbox.web.json_answer import JSONAnswer

OTHERWISE = 422
STATUS = {
    "not_opened_here": 403,
    "wrong_room_key": 403,
    "not_leading": 403,
    "hand_over_is_over": 403,
    "wrong_resume_word": 403,
    "no_such_room": 404,
    "nothing_to_keep": 409,
    "too_many_rooms": 409,
    "room_is_full": 409,
    "name_is_taken": 409,
    "network_is_away": 409,
    "elsewhere": 409,
    "no_place_for_a_network": 503,
    "cannot_keep_now": 503,
    "too_many_rooms_of_yours": 429,
    "too_many_misses": 429,
}


def answer_refusals(app: FastAPI) -> None:
    """Tell them with a status that suits."""
    app.add_exception_handler(Refused, _answer)


def _answer(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return JSONAnswer({"id": error.id, "values": error.values}, STATUS.get(error.id, OTHERWISE))
