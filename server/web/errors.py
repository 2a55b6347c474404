"""Answers failed HTTP requests with one sentence, as plain text. What the framework would echo of the input is left out."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from server.labbook.faults import LabBookUnavailable, NotTaken
from server.protocol.refusals import Refusal
from server.session.questions import NoSuchSession, NotAnswered
from server.tables.refused import Refused
from server.web.words import http_error


def answer_errors_in_words(app: FastAPI) -> None:
    """Replace the framework's error answers, which repeat what came, by sentences."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(NotAnswered, _not_answered)
    app.add_exception_handler(NotTaken, _not_taken)
    app.add_exception_handler(LabBookUnavailable, _no_lab_book)
    app.add_exception_handler(Exception, _fault)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(http_error(error.status_code), error.status_code, headers=error.headers)


def _wrong_request(request: Request, error: Exception) -> Response:
    return PlainTextResponse(http_error(422), 422)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal | Refused)
    return PlainTextResponse(error.text, 422)


def _not_answered(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotAnswered)
    return PlainTextResponse(error.text, 404 if isinstance(error, NoSuchSession) else 503)


def _not_taken(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotTaken)
    return PlainTextResponse(error.text, 422)


def _no_lab_book(request: Request, error: Exception) -> Response:
    assert isinstance(error, LabBookUnavailable)
    return PlainTextResponse(error.text, 503)


def _fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse(http_error(500), 500)
