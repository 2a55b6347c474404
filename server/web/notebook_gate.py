"""Stands before a server that a notebook started: only whoever holds its token comes in, and only notebooks frame it.

Others on the same machine can reach the server's port too. The token comes once, in the address that the notebook
opens, and then in a cookie, since the page's own files and its socket are asked for without it.
"""

import secrets
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassbox.web import words
from glassbox.web.behind_proxy import to_document
from glassbox.web.headers import HEADERS
from glassbox.words.current import word

TOKEN = "token"
NEVER_ACCEPTED = 4403  # the close code for servers that cannot answer a handshake with a sentence
# A frame in a notebook's page is of another site, so the cookie must say that it may go there; browsers take the
# machine itself for secure. Kept apart for each site that frames the page, where they can.
COOKIE = "{name}={token}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"


class NotebookGate:
    """ASGI middleware around the whole application.

    Args:
        port: of the server. Cookies do not tell ports apart, so the cookie's name does.
        frames: the origins that may show the page in a frame, as in `frame-ancestors`.
    """

    def __init__(self, app: ASGIApp, token: str, port: int, frames: str) -> None:
        self._app, self._token, self._frames = app, token, frames
        self._cookie = f"glassbox_{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, give a cookie for its token, or answer it with a refusal."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif scope["type"] == "http" and self._is_token(_token_in(scope)):
            await self._welcome(scope)(scope, receive, self._framed(send))
        elif self._is_token(HTTPConnection(scope).cookies.get(self._cookie, "")):
            await self._app(scope, receive, self._framed(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": NEVER_ACCEPTED, "reason": words.TOKEN_MISSING})
        else:
            await PlainTextResponse(word(words.TOKEN_MISSING), 403, HEADERS)(scope, receive, send)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())

    def _welcome(self, scope: Scope) -> RedirectResponse:
        """To the same address without the token, which is no part of the set-up."""
        query = urlencode([(name, value) for name, value in _query(scope) if name != TOKEN])
        answer = RedirectResponse(to_document(scope["path"], query), 303)
        answer.headers.append("Set-Cookie", COOKIE.format(name=self._cookie, token=self._token))
        return answer

    def _framed(self, send: Send) -> Send:
        """Says of every answer who may show it in a frame."""

        async def send_framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                policy = [headers.get("Content-Security-Policy", ""), f"frame-ancestors {self._frames}"]
                headers["Content-Security-Policy"] = "; ".join(filter(None, policy))
            await send(message)

        return send_framed


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _token_in(scope: Scope) -> str:
    return dict(_query(scope)).get(TOKEN, "")
