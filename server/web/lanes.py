"""The curves of all lanes that a session compares, under /api/sessions/{session}/lanes."""

from fastapi import APIRouter
from starlette.responses import JSONResponse

from glassbox.session.registry import Registry


def lanes(registry: Registry) -> APIRouter:
    """The route of the drawer's chart."""
    router = APIRouter(prefix="/api/sessions/{session}")

    @router.get("/lanes")
    async def read(session: str) -> JSONResponse:
        from glassbox.run.lanes import take_curves  # when first asked: it brings Numba along

        return JSONResponse({"lanes": await registry.ask(session, take_curves)})

    return router
