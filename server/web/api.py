"""What programs may ask for over plain HTTP: how busy the server is."""

from fastapi import APIRouter

from glassbox.session.registry import Registry


def api(registry: Registry) -> APIRouter:
    """The routes under /api."""
    router = APIRouter(prefix="/api")

    @router.get("/status")
    async def read_status() -> dict[str, int]:
        return registry.counts()

    return router
