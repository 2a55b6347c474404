"""The addresses of rooms, such as /k7px: every code shows the one document, whether there is such a room or not."""

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from glassbox.classroom.codes import PATTERN
from glassbox.web.behind_proxy import to_document


class Code(Convertor[str]):
    """A part of an address that a room's code may be."""

    regex = PATTERN

    def convert(self, value: str) -> str:
        """As it is."""
        return value

    def to_string(self, value: str) -> str:
        """As it is."""
        return value


register_url_convertor("code", Code())


def room_pages(document: ASGIApp) -> list[BaseRoute]:
    """The routes; an address with a slash too many leads to the one without."""
    return [
        Route("/{code:code}", document, methods=["GET"]),
        Route("/{code:code}/", _without_slash, methods=["GET"]),
    ]


def _without_slash(request: Request) -> RedirectResponse:
    query = request.scope["query_string"].decode("latin-1")
    room = to_document(request.scope["path"], "") + request.path_params["code"]
    return RedirectResponse(room + (f"?{query}" if query else ""))
