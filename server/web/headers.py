"""Puts the same safe headers on every HTTP answer: no guessed types, nothing kept without asking again."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Being shown in another page's frame is allowed on purpose: teachers embed the playground in their course pages.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",  # ask again whether it changed: after an update no old file meets a new one
    "Referrer-Policy": "same-origin",  # the address holds the set-up
}


class SafeHeaders:
    """ASGI middleware; a header that an answer sets itself is left alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and add the headers to what comes back; a socket's many messages pass untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
