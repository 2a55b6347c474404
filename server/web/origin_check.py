"""Stands before every HTTP and WebSocket route: lets in only requests for this server, from its own pages.

The Host check stops DNS rebinding (a foreign name that is made to point here); the Origin check stops foreign pages
from opening sockets or changing anything. Programs that are no browsers send no Origin, and are let in.
"""

import logging
import re
import socket
import time
from ipaddress import ip_address
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from glassbox.config import Config
from glassbox.protocol.refusals import echo_text
from glassbox.web import words
from glassbox.web.rate_limit import LimitedLog
from glassbox.words.current import word

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
DEFAULT_PORTS = {"http": 80, "https": 443}
HTTP_SCHEMES = {"ws": "http", "wss": "https"}
NEVER_ACCEPTED = 4403  # the close code for servers that cannot answer a handshake with a sentence

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>.+)", re.ASCII)


class Origin(NamedTuple):
    """What two addresses must share for a browser to let one page act on the other."""

    scheme: str
    host: str
    port: int


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


def _read_only_host(headers: Headers, scope: Scope) -> Origin | Refused:
    hosts = headers.getlist("host")
    if len(hosts) != 1:
        return Refused(400, words.HOST_MISSING)
    scheme = str(scope.get("scheme", "http"))
    return read_host(hosts[0], HTTP_SCHEMES.get(scheme, scheme)) or Refused(400, words.HOST_MALFORMED)


def _judge_origin(origins: list[str], here: Origin) -> Refused | None:
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
    await PlainTextResponse(word(refused.text), refused.status)(scope, receive, send)


def _line(scope: Scope, refused: Refused) -> str:
    headers = Headers(scope=scope)
    host, origin = (echo_text(headers.get(name, "none")) for name in ("host", "origin"))
    asked = f"{scope['type']} {echo_text(scope['path'])}"
    return f"Refused {asked} (host {host}, origin {origin}): {refused.text}"


# ---- reading the headers, strictly


def read_host(header: str, scheme: str) -> Origin | None:
    """The origin a Host header names, with the scheme's default port; None if it is malformed."""
    match = _HOST.fullmatch(header.lower())
    if match is None:
        return None
    port = int(match["port"] or DEFAULT_PORTS[scheme])
    name = match["name"]
    if not 0 < port < 65536 or (name.startswith("[") and not is_address(name)):
        return None
    return Origin(scheme, _canonical(name), port)


def read_origin(header: str) -> Origin | None:
    """The origin an Origin header names; None if it is malformed, of another scheme, or "null"."""
    match = _ORIGIN.fullmatch(header.lower())
    return read_host(match["host"], match["scheme"]) if match else None


def is_address(name: str) -> bool:
    """Whether a host is an IP address in its usual spelling, brackets or not."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _canonical(name: str) -> str:
    """An IPv6 address has many spellings; a name has one."""
    return str(ip_address(name.strip("[]"))) if is_address(name) else name
