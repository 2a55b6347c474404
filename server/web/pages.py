"""The playground's page: its template with the catalogue in it, and a policy that lets only our own scripts run."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from starlette.types import Receive, Scope, Send

from glassbox.build_id import build_id
from glassbox.catalogue import catalogue
from glassbox.classroom.codes import PATTERN
from glassbox.exports.formats import Format
from glassbox.web.bundle import Bundle
from glassbox.web.documents import documents
from glassbox.web.menu import ELSEWHERE, PATHS, PLACES
from glassbox.web.resource import Resource, compressed
from glassbox.web.slider import share
from glassbox.words.current import spoken
from glassbox.words.languages import ENGLISH, Language

PLAYGROUND, PROJECTOR = "playground.html", "projector.html"

_INLINE = re.compile(r'<script(?: type="importmap")?>(.*?)</script>', re.DOTALL)


class Page:
    """The ASGI application of a document: rendered once for each language, in a checkout again when a template changed.

    `template` is that of every place, unless it is another's.
    """

    def __init__(self, templates: Path, bundle: Bundle | None, template: str = PLAYGROUND) -> None:
        self._templates = templates
        self._bundle = bundle
        self._template = template
        self._rendered: dict[Language, tuple[float, _Document]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the document."""
        document = self._document()
        host = next(value for name, value in scope["headers"] if name == b"host")
        policy = content_security_policy(document.scripts, host.decode("latin-1"))
        await document.resource.answer(scope, send, [(b"content-security-policy", policy.encode("latin-1"))])

    def _document(self) -> "_Document":
        written = 0.0 if self._bundle else max(file.stat().st_mtime for file in self._templates.rglob("*.html"))
        language = spoken()
        known = self._rendered.get(language)
        if known is None or known[0] != written:
            document = _Document(render(self._templates, self._bundle, self._template, language))
            known = self._rendered[language] = written, document
        return known[1]


class _Document:
    """The finished page. `scripts`: what the policy calls those that stand in it."""

    def __init__(self, html: str) -> None:
        self.resource = Resource("text/html; charset=utf-8", compressed(html.encode()))
        self.scripts = fingerprints(html)


def render(templates: Path, bundle: Bundle | None, template: str = PLAYGROUND, language: Language = ENGLISH) -> str:
    """The page's HTML, with the files of the bundle or with the plain ones."""
    environment = documents(language, templates)
    environment.filters["share"] = share
    return environment.get_template(template).render(
        build=build_id(),
        bundle=bundle,
        catalogue=catalogue(),
        formats=list(Format),
        places=PLACES,
        elsewhere=ELSEWHERE,
        paths=PATHS,
        code=PATTERN,
        catalogue_json=htmlsafe_json_dumps(language.worded(catalogue()), dumps=_dumps),
    )


def fingerprints(html: str) -> str:
    """The scripts and the import map that stand in a page, as a policy names them."""
    return " ".join(fingerprint(script) for script in _INLINE.findall(html))


def content_security_policy(scripts: str, host: str) -> str:
    """What the page may load: our own files, the `scripts` that stand in it, and the socket of `host`.

    `host` has passed the origin check, so it holds nothing but a name and a port.
    """
    own = f"'self' {scripts}".rstrip()
    return (
        f"default-src 'self'; script-src {own}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"connect-src 'self' ws://{host} wss://{host}; object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def fingerprint(script: str) -> str:
    """A script or a style sheet that stands in a page, as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _dumps(data: Any, **_: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
