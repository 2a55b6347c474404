"""What programs and pages may ask for over plain HTTP: how busy the server is, and by which address others reach it."""

from fastapi import APIRouter, Request

from glassbox.session.registry import Registry


def api(registry: Registry) -> APIRouter:
    """The routes under /api."""
    router = APIRouter(prefix="/api")

    @router.get("/status")
    async def read_status() -> dict[str, int]:
        return registry.counts()

    @router.get("/reach")
    async def read_reach(request: Request) -> dict[str, str | None]:
        return {"address": request.app.state.for_class}

    return router
