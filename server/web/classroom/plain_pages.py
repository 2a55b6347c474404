"""Two small plain pages around a class, which need nothing of the playground: /check, which tells on a phone whether it
gets through, and /privacy, which tells what is kept.
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from glassbox.web.behind_proxy import to_document
from glassbox.web.documents import documents
from glassbox.web.language import ASKED
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
        self._rendered: dict[tuple[Language, bool], tuple[Resource, str]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, whose policy names the socket of the host that it was asked of."""
        host = next(value for name, value in scope["headers"] if name == b"host")  # has passed the origin check
        asked = spoken(), f"{ASKED}=".encode() in scope["query_string"]
        if asked not in self._rendered:
            self._rendered[asked] = _rendered(self._name, *asked)
        resource, policy = self._rendered[asked]
        policy = policy.replace("{host}", host.decode("latin-1"))
        await resource.answer(scope, send, [(b"content-security-policy", policy.encode("latin-1"))])


def _rendered(name: str, language: Language, is_asked: bool) -> tuple[Resource, str]:
    """The page, and its policy but for the host; its links ask for the language if its own address did."""
    environment = documents(language)
    files = ("plain/plain.css", "plain/check.js", "language.js")
    style, script, choosing = (environment.get_template(file).render() for file in files)
    kept = f"?{ASKED}={language.tag}" if is_asked else ""
    page = environment.get_template(f"plain/{name}.html")
    html = page.render(style=style, script=script, choosing=choosing, kept=kept)
    scripts = f"{fingerprint(script)} {fingerprint(choosing)}"
    policy = POLICY.replace("{style}", fingerprint(style)).replace("{script}", scripts)
    return Resource("text/html; charset=utf-8", compressed(html.encode())), policy


def plain_pages() -> list[BaseRoute]:
    """The routes; an address with a slash too many leads to the one without."""
    return [
        *(Route(f"/{name}", PlainPage(name), methods=["GET"]) for name in NAMES),
        *(Route(f"/{name}/", _without_slash, methods=["GET"]) for name in NAMES),
    ]


def _without_slash(request: Request) -> RedirectResponse:
    path, query = request.scope["path"], request.scope["query_string"].decode("latin-1")
    page = to_document(path, "") + path.strip("/").rpartition("/")[2]
    return RedirectResponse(page + (f"?{query}" if query else ""))
