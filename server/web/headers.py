"""Puts the same safe headers on every HTTP answer: no guessed types, nothing kept without asking again, no scripts
where there is no page.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Being shown in another page's frame is allowed on purpose: teachers embed the playground in their course pages.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",  # ask again whether it changed: after an update no old file meets a new one
    "Referrer-Policy": "same-origin",  # the address holds the set-up
    # The page says itself what it may load (pages.py); whatever else is opened as one loads and runs nothing.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
}
SAFE_HEADERS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
ANSWERS = frozenset({"http.response.start", "websocket.http.response.start"})  # the second: a refused handshake


class SafeHeaders:
    """ASGI middleware; a header that an answer sets itself is left alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and add the headers to what comes back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ANSWERS:
                own = list(message.get("headers", ()))
                named = {name.lower() for name, _ in own}
                message = {**message, "headers": [*own, *(each for each in SAFE_HEADERS if each[0] not in named)]}
            await send(message)

        await self._app(scope, receive, send if scope["type"] == "lifespan" else send_with_headers)
