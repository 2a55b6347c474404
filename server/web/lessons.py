"""Short addresses for lessons, to be put on the board: each opens the playground itself, set up for the lesson."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse

from glassbox.settings import Settings
from glassbox.settings.address import address_of
from glassbox.web.behind_proxy import to_document


def _set_up(name: str, settings: dict[str, Any], **look: str) -> dict[str, str]:
    """A lesson's address: settings, which are checked here and now, and what the page shows of them."""
    return address_of(Settings().changed(settings)) | look | {"lesson": name}


# What a lesson begins with, as the page's own address has it; its text is `lesson_<name>` among the explanations.
LESSONS: dict[str, dict[str, str]] = {
    "neuron": _set_up("neuron", {"dataset": "gauss", "hidden": [], "speed": "step_20"}, tab="neuron", full="1"),
}


def lessons() -> APIRouter:
    """The routes of the lessons. What their address adds, such as ?dataset=xor or ?hide=network, counts more."""
    router = APIRouter()

    for name, address in LESSONS.items():
        for path in (f"/{name}", f"/{name}/"):
            router.add_api_route(path, _opening(address), methods=["GET", "HEAD"])
    return router


def _opening(address: dict[str, str]) -> Callable[[Request], RedirectResponse]:
    def begin(request: Request) -> RedirectResponse:
        query = urlencode(address | dict(request.query_params))
        return RedirectResponse(to_document(request.scope["path"], query), 307)

    return begin
