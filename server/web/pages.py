"""The playground's page: its template with the catalogue in it, and a policy that lets only our own scripts run."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, select_autoescape
from jinja2.utils import htmlsafe_json_dumps
from starlette.responses import HTMLResponse

from glassbox.build_id import build_id
from glassbox.catalogue import catalogue
from glassbox.exports.formats import Format
from glassbox.paths import template_folder
from glassbox.web.slider import share

_IMPORT_MAP = re.compile(r'<script type="importmap">(.*?)</script>', re.DOTALL)


def pages() -> APIRouter:
    """The route of the page."""
    router = APIRouter()
    templates = Environment(loader=FileSystemLoader(template_folder()), autoescape=select_autoescape())
    templates.filters["share"] = share

    @router.api_route("/", methods=["GET", "HEAD"])
    def playground(request: Request) -> Response:
        html = templates.get_template("playground.html").render(
            build=build_id(),
            catalogue=catalogue(),
            formats=list(Format),
            catalogue_json=htmlsafe_json_dumps(catalogue(), dumps=_dumps),
        )
        policy = content_security_policy(html, request.headers["host"])
        return HTMLResponse(html, headers={"Content-Security-Policy": policy})

    return router


def content_security_policy(html: str, host: str) -> str:
    """What the page may load: our own files, the import map as it stands in the page, and the socket of `host`.

    `host` has passed the doorkeeper, so it holds nothing but a name and a port.
    """
    scripts = " ".join(["'self'", *map(_fingerprint, _IMPORT_MAP.findall(html))])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"connect-src 'self' ws://{host} wss://{host}; object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def _fingerprint(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _dumps(data: Any, **_: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
