"""Questions about a live network, under /api/sessions/{session}: a frozen copy of it is taken, and looked at aside."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse

from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.web.background import Background

Look = Callable[[Snapshot], Any]


def study(registry: Registry, aside: Background) -> APIRouter:
    """The routes of the drawer's pictures."""
    router = APIRouter(prefix="/api/sessions/{session}")

    def answer(look: Callable[[], Look]) -> Callable[[str], Awaitable[JSONResponse]]:
        async def read(session: str) -> JSONResponse:
            specimen = await registry.snapshot(session)
            return JSONResponse(await aside.run(lambda: look()(specimen)))

        return read

    router.add_api_route("/weights", answer(_weights), methods=["GET"])
    router.add_api_route("/measures", answer(_measures), methods=["GET"])
    router.add_api_route("/diagnostics", answer(_diagnostics), methods=["GET"])
    router.add_api_route("/cases", answer(_cases), methods=["GET"])
    return router


def _weights() -> Look:
    """Imported when first asked: NumPy must not keep the server from starting."""
    from glassbox.study.weights import weights

    return weights


def _measures() -> Look:
    from glassbox.study.measures import measures

    return measures


def _diagnostics() -> Look:
    from glassbox.study.diagnostics.answer import diagnostics

    return diagnostics


def _cases() -> Look:
    from glassbox.study.diagnostics.cases import cases

    return lambda _: cases()
