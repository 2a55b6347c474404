"""Short addresses for lessons, to be put on the board: each opens the playground itself, set up for the lesson."""

from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
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

    @router.api_route("/{name}", methods=["GET", "HEAD"])
    def begin(name: str, request: Request) -> RedirectResponse:
        if name not in LESSONS:
            raise HTTPException(404)
        return RedirectResponse(f"/?{urlencode(LESSONS[name] | dict(request.query_params))}", 307)

    return router
