"""Short addresses for lessons, to be put on the board: each opens the playground itself, set up for the lesson."""

from collections.abc import Callable
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse

# What a lesson begins with, as the page's own address has it; its text is `lesson_<name>` among the explanations.
LESSONS: dict[str, dict[str, str]] = {
    "neuron": {
        "dataset": "gauss", "hidden": "none", "speed": "step_20", "tab": "neuron", "full": "1", "lesson": "neuron",
    },
}  # fmt: skip


def lessons() -> APIRouter:
    """The routes of the lessons. What their address adds, such as ?dataset=xor or ?hide=network, counts more."""
    router = APIRouter()

    for name, address in LESSONS.items():
        router.add_api_route(f"/{name}", _opening(address), methods=["GET", "HEAD"])
    return router


def _opening(address: dict[str, str]) -> Callable[[Request], RedirectResponse]:
    def begin(request: Request) -> RedirectResponse:
        return RedirectResponse(f"/?{urlencode(address | dict(request.query_params))}", 307)

    return begin
