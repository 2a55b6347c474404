"""Two small plain pages around a class, which need nothing of the playground: /check, which tells on a phone whether it
gets through, and /privacy, which tells what is kept.
"""

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from glassbox.paths import template_folder
from glassbox.web.behind_proxy import to_document
from glassbox.web.pages import fingerprint
from glassbox.web.resource import Resource, compressed

NAMES = ("check", "privacy")
POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; connect-src 'self' ws://{host} wss://{host}; "
    "base-uri 'none'; form-action 'none'"
)


class PlainPage:
    """The ASGI application of one of the pages, rendered once."""

    def __init__(self, name: str) -> None:
        environment = Environment(loader=FileSystemLoader(template_folder()), autoescape=select_autoescape())
        style, script = (environment.get_template(f"plain/{file}").render() for file in ("plain.css", "check.js"))
        html = environment.get_template(f"plain/{name}.html").render(style=style, script=script)
        self._resource = Resource("text/html; charset=utf-8", compressed(html.encode()))
        self._policy = POLICY.replace("{style}", fingerprint(style)).replace("{script}", fingerprint(script))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, whose policy names the socket of the host that it was asked of."""
        host = next(value for name, value in scope["headers"] if name == b"host")  # has passed the origin check
        policy = self._policy.replace("{host}", host.decode("latin-1"))
        await self._resource.answer(scope, send, [(b"content-security-policy", policy.encode("latin-1"))])


def plain_pages() -> list[BaseRoute]:
    """The routes; an address with a slash too many leads to the one without."""
    return [
        *(Route(f"/{name}", PlainPage(name), methods=["GET"]) for name in NAMES),
        *(Route(f"/{name}/", _without_slash, methods=["GET"]) for name in NAMES),
    ]


def _without_slash(request: Request) -> RedirectResponse:
    path = request.scope["path"]
    return RedirectResponse(to_document(path, "") + path.strip("/").rpartition("/")[2])
