"""Answers failed HTTP requests with one sentence, as plain text.
What the framework would echo of the input is left out.
"""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse

from glassbox.labbook.errors import LabBookUnavailable, NotTaken
from glassbox.protocol.refusals import Refusal
from glassbox.session.questions import NoSuchSession, NotAnswered
from glassbox.tables.refused import Refused
from glassbox.web.guesses import Guesses, NotThere
from glassbox.web.headers import HEADERS
from glassbox.web.heavy_lane import AskedTooOften
from glassbox.web.rate_limit import client_address
from glassbox.web.words import http_error
from glassbox.words.current import word

# Errors of the inner rooms that bring their sentence along, by kind; a more special kind counts before its parent.
STATUS: dict[type[Exception], int] = {
    Refusal: 422,
    Refused: 422,
    NotTaken: 422,
    AskedTooOften: 429,
    NoSuchSession: 404,
    NotAnswered: 503,
    LabBookUnavailable: 503,
}


def answer_errors_in_words(app: FastAPI) -> None:
    """Replace the framework's error answers, which repeat what came, by sentences; those to guesses wait."""
    guesses = Guesses()

    async def guessed(request: Request, error: Exception) -> Response:
        await guesses.wrong(client_address(request))
        return _told(request, error)

    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    for kind in STATUS:
        app.add_exception_handler(kind, _told)
    for kind in (NoSuchSession, NotThere):
        app.add_exception_handler(kind, guessed)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _fault)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    allowed = (error.headers or {}).get("Allow", "GET")
    text = http_error(error.status_code, "GET" if "GET" in allowed else allowed)
    return PlainTextResponse(word(text), error.status_code, headers=error.headers)


def _wrong_request(request: Request, error: Exception) -> Response:
    return PlainTextResponse(word(http_error(422)), 422)


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal | Refused | NotAnswered | NotTaken | LabBookUnavailable)
    return PlainTextResponse(word(error.text), next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS))


def _fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse(word(http_error(500)), 500, HEADERS)  # it stands outside all that could add them


def _gone(request: Request, error: Exception) -> Response:
    """Whoever asked has left before all had come: an everyday thing. Nobody reads this answer."""
    return Response(status_code=400)
