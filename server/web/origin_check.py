"""Stands before every HTTP and WebSocket route: lets in only requests for this server, from its own pages.

The Host check stops DNS rebinding (a foreign name that is made to point here); the Origin check stops foreign pages
from opening sockets or changing anything. Programs that are no browsers send no Origin, and are let in.
"""

import logging
import socket
import time
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from glassbox.config import Config
from glassbox.protocol.refusals import echo_text
from glassbox.web import words
from glassbox.web.address import Place, is_address, read_host, read_origin
from glassbox.web.quiet_log import LimitedLog

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HTTP_SCHEMES = {"ws": "http", "wss": "https"}
NEVER_ACCEPTED = 4403  # the close code for servers that cannot answer a handshake with a sentence


class Refused(NamedTuple):
    """Why a request is not let in."""

    status: int
    text: str


class OriginCheck:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, config: Config) -> None:
        self._app = app
        self._known_hosts = known_hosts(config)
        self._log = LimitedLog(logging.getLogger(__name__), time.monotonic)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer it with a refusal."""
        refused = self._judge(scope) if scope["type"] in ("http", "websocket") else None
        if refused is None:
            await self._app(scope, receive, send)
            return
        self._log.note(_line(scope, refused))
        await _answer(refused, scope, receive, send)

    def _judge(self, scope: Scope) -> Refused | None:
        headers = Headers(scope=scope)
        here = _read_only_host(headers, scope)
        if isinstance(here, Refused):
            return here
        if not (is_address(here.host) or here.host in self._known_hosts):
            return Refused(403, words.HOST_FOREIGN)
        if scope["type"] == "http" and scope["method"] in SAFE_METHODS:
            return None
        return _judge_origin(headers.getlist("origin"), here)


def known_hosts(config: Config) -> frozenset[str]:
    """The names, beside IP addresses, by which this server may be called."""
    own = socket.gethostname().lower()
    names = {"localhost", own, f"{own}.local", config.host, *config.allowed_hosts}
    return frozenset(name.lower() for name in names if name)


def _read_only_host(headers: Headers, scope: Scope) -> Place | Refused:
    hosts = headers.getlist("host")
    if len(hosts) != 1:
        return Refused(400, words.HOST_MISSING)
    scheme = str(scope.get("scheme", "http"))
    return read_host(hosts[0], HTTP_SCHEMES.get(scheme, scheme)) or Refused(400, words.HOST_MALFORMED)


def _judge_origin(origins: list[str], here: Place) -> Refused | None:
    if not origins:
        return None
    if len(origins) > 1:
        return Refused(403, words.ORIGIN_REPEATED)
    if origins[0] == "null":
        return Refused(403, words.ORIGIN_OPAQUE)
    return None if read_origin(origins[0]) == here else Refused(403, words.ORIGIN_FOREIGN)


async def _answer(refused: Refused, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": NEVER_ACCEPTED, "reason": refused.text[:120]})
        return
    await PlainTextResponse(refused.text, refused.status)(scope, receive, send)


def _line(scope: Scope, refused: Refused) -> str:
    headers = Headers(scope=scope)
    client = scope.get("client")
    host, origin = (echo_text(headers.get(name, "none")) for name in ("host", "origin"))
    asked = f"{scope['type']} {echo_text(scope['path'])}"
    return f"Refused {asked} from {client[0] if client else 'unknown'} (host {host}, origin {origin}): {refused.text}"
