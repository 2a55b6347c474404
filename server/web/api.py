"""What programs and the page may ask for over plain HTTP: the data sets' thumbnails, and how busy the server is."""

from fastapi import APIRouter
from starlette.responses import JSONResponse

from glassbox.session.registry import Registry
from glassbox.thumbnails import thumbnails


def api(registry: Registry) -> APIRouter:
    """The routes under /api."""
    router = APIRouter(prefix="/api")

    @router.get("/thumbnails")
    def read_thumbnails() -> JSONResponse:
        return JSONResponse(thumbnails())

    @router.get("/status")
    async def read_status() -> dict[str, int]:
        return registry.counts()

    return router
