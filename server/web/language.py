"""Finds out which language a request is to be answered in, and serves the page the catalogue of its own.

An address may say it (`?lang=zh-Hans`); a page's script says it of its requests in their Accept-Language, where
browsers put what their people prefer. Nothing is kept of it.
"""

import json
from functools import cache
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from glassbox.web.resource import ForEverybody
from glassbox.words.current import speak
from glassbox.words.languages import Language, chosen_language, for_page, language_of

ASKED = "lang"  # in an address
LONGEST = 200  # of a header or a query that is looked into


class SpeakLanguage:
    """ASGI middleware: what is answered within it is worded for whoever asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, in its language."""
        if scope["type"] != "lifespan":
            speak(_wanted(scope))
        await self._app(scope, receive, send)


def _wanted(scope: Scope) -> Language:
    query = scope.get("query_string", b"").decode("latin-1")
    asked = parse_qs(query).get(ASKED, [""])[0] if f"{ASKED}=" in query else ""
    accepted = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
    return chosen_language(asked[:LONGEST], accepted.decode("latin-1")[:LONGEST])


def catalogues() -> BaseRoute:
    """The route of the catalogues for the page, each a script that only sets one name."""
    return Route("/api/words/{tag}.js", _catalogue, methods=["GET"])


async def _catalogue(request: Request) -> Response:
    language = language_of(request.path_params["tag"])
    if language is None:
        raise HTTPException(404)
    return ForEverybody(_script(language), media_type="text/javascript")


@cache
def _script(language: Language) -> bytes:
    told = json.dumps(for_page(language), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.glassboxWords={told};".encode()
