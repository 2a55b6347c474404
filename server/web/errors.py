"""Answers failed HTTP requests with one sentence. Nothing of the input is echoed, so no input can break the answer."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from server.web.words import http_error


def answer_errors_in_words(app: FastAPI) -> None:
    """Replace the framework's error answers, which repeat what came, by sentences."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(Exception, _fault)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(http_error(error.status_code), error.status_code, headers=error.headers)


def _wrong_request(request: Request, error: Exception) -> Response:
    return PlainTextResponse(http_error(422), 422)


def _fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse(http_error(500), 500)
