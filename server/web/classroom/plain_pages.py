"""Two small plain pages around a class, which need nothing of the playground: /check, which tells on a phone whether it
gets through, and /privacy, which tells what is kept.
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from glassbox.web.behind_proxy import to_document
from glassbox.web.documents import documents
from glassbox.web.pages import fingerprint
from glassbox.web.resource import Resource, compressed
from glassbox.words.current import spoken
from glassbox.words.languages import Language

NAMES = ("check", "privacy")
POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; connect-src 'self' ws://{host} wss://{host}; "
    "base-uri 'none'; form-action 'none'"
)


class PlainPage:
    """The ASGI application of one of the pages, rendered once for each language."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rendered: dict[Language, tuple[Resource, str]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, whose policy names the socket of the host that it was asked of."""
        host = next(value for name, value in scope["headers"] if name == b"host")  # has passed the origin check
        language = spoken()
        if language not in self._rendered:
            self._rendered[language] = _rendered(self._name, language)
        resource, policy = self._rendered[language]
        policy = policy.replace("{host}", host.decode("latin-1"))
        await resource.answer(scope, send, [(b"content-security-policy", policy.encode("latin-1"))])


def _rendered(name: str, language: Language) -> tuple[Resource, str]:
    """The page, and its policy but for the host."""
    environment = documents(language)
    style, script = (environment.get_template(f"plain/{file}").render() for file in ("plain.css", "check.js"))
    html = environment.get_template(f"plain/{name}.html").render(style=style, script=script)
    policy = POLICY.replace("{style}", fingerprint(style)).replace("{script}", fingerprint(script))
    return Resource("text/html; charset=utf-8", compressed(html.encode())), policy


def plain_pages() -> list[BaseRoute]:
    """The routes; an address with a slash too many leads to the one without."""
    return [
        *(Route(f"/{name}", PlainPage(name), methods=["GET"]) for name in NAMES),
        *(Route(f"/{name}/", _without_slash, methods=["GET"]) for name in NAMES),
    ]


def _without_slash(request: Request) -> RedirectResponse:
    path = request.scope["path"]
    return RedirectResponse(to_document(path, "") + path.strip("/").rpartition("/")[2])
