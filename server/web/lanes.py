"""The curves of all lanes that a session compares, under /api/sessions/{session}/lanes."""

from fastapi import APIRouter
from starlette.responses import JSONResponse

from glassbox.session.registry import Registry

CURVE_POINTS = 200  # of each lane


def lanes(registry: Registry) -> APIRouter:
    """The route of the drawer's chart."""
    router = APIRouter(prefix="/api/sessions/{session}")

    @router.get("/lanes")
    async def read(session: str) -> JSONResponse:
        return JSONResponse({"lanes": await registry.ask(session, "curves", points=CURVE_POINTS)})

    return router
