"""What is the same for everybody, made ready once: its bytes in each content coding,
and the headers they go out with.
"""

import gzip
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from glassbox.web.content_coding import chosen_coding

TAG_DIGITS = 20  # hexadecimal
MOST_KEPT = 600  # texts: all lessons, explanations and lists there are in some languages, of a few kilobytes each
Headers = list[tuple[bytes, bytes]]


class _Representation(NamedTuple):
    """The bytes in one coding; `etag` and `shared` go with an answer that says "not modified", too."""

    body: bytes
    etag: bytes
    shared: Headers
    own: Headers


class Resource:
    """An ASGI application for GET and HEAD: negotiates the coding, and sends nothing that the client has already."""

    def __init__(self, media_type: str, bodies: Mapping[str, bytes], cache_control: str = "no-cache") -> None:
        """`bodies`: by coding, "identity" among them."""
        tag = sha256(bodies["identity"]).hexdigest()[:TAG_DIGITS]
        self._offered = frozenset(bodies)
        self._representations = {
            coding: _represent(coding, body, f'"{tag}-{coding}"', media_type, cache_control)
            for coding, body in bodies.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self.answer(scope, send)

    async def answer(self, scope: Scope, send: Send, more: Iterable[tuple[bytes, bytes]] = ()) -> None:
        """Answer a request, with `more` headers."""
        accept_encoding, if_none_match = _asked(scope)
        found = self._representations[chosen_coding(accept_encoding, self._offered)]
        if _has_already(if_none_match, found.etag):
            await _send(send, 304, [*found.shared, *more], b"")
        else:
            body = b"" if scope["method"] == "HEAD" else found.body
            await _send(send, 200, [*found.shared, *found.own, *more], body)


class ForEverybody(Response):
    """What a route answers everybody with: a resource, made when such a body goes out first, and kept."""

    media_type = "application/json"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        more = [header for header in self.raw_headers if header[0] not in (b"content-type", b"content-length")]
        await _kept(bytes(self.body), self.headers["content-type"]).answer(scope, send, more)


@lru_cache(MOST_KEPT)
def _kept(body: bytes, media_type: str) -> Resource:
    return Resource(media_type, compressed(body))


def compressed(body: bytes) -> dict[str, bytes]:
    """A body as it is, and gzipped if that is shorter."""
    shorter = gzip.compress(body, 9, mtime=0)
    return {"identity": body} | ({"gzip": shorter} if len(shorter) < len(body) else {})


def _represent(coding: str, body: bytes, etag: str, media_type: str, cache_control: str) -> _Representation:
    shared = [
        (b"etag", etag.encode()),
        (b"vary", b"Accept-Encoding, Accept-Language"),
        (b"cache-control", cache_control.encode()),
    ]
    own = [(b"content-type", media_type.encode()), (b"content-length", str(len(body)).encode())]
    if coding != "identity":
        own.append((b"content-encoding", coding.encode()))
    return _Representation(body, etag.encode(), shared, own)


def _asked(scope: Scope) -> tuple[str | None, bytes]:
    """Its Accept-Encoding, None where it has none, and its If-None-Match; a list may come in several lines."""
    encodings, tags = [], []
    for name, value in scope["headers"]:
        if name == b"accept-encoding":
            encodings.append(value.decode("latin-1"))
        elif name == b"if-none-match":
            tags.append(value)
    return ",".join(encodings) if encodings else None, b",".join(tags)


def _has_already(if_none_match: bytes, etag: bytes) -> bool:
    """By the weak comparison: proxies that compress make a tag weak."""
    tags = (tag.strip() for tag in if_none_match.split(b","))
    return any(tag.removeprefix(b"W/") == etag or tag == b"*" for tag in tags)


async def _send(send: Send, status: int, headers: Headers, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
