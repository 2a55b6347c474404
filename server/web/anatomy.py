"""Curves, sums and single units over HTTP: what the drawer's tabs on activations and on the neuron ask."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import JSONResponse

from server.session.registry import Registry
from server.web.aside import Aside
from server.web.bodies import Body, read_body

Axis = Annotated[int, Field(ge=0)]


class NeuronQuestion(Body):
    """Which unit, for which sample or place."""

    layer: int = Field(ge=1)
    unit: int = Field(ge=0)
    sample: int = Field(0, ge=0)
    place: tuple[float, float] | None = None
    spans: tuple[Axis, Axis] = (0, 1)
    ranges: tuple[tuple[float, float], tuple[float, float]] = ((-6.0, 6.0), (-6.0, 6.0))
    axes: tuple[Axis, Axis] = (0, 1)


def anatomy(registry: Registry, aside: Aside) -> APIRouter:
    """The routes. What needs NumPy is imported when first asked: it must not keep the server from starting."""
    router = APIRouter(prefix="/api")

    @router.get("/activations")
    async def read_activations() -> JSONResponse:
        return JSONResponse(await aside.run(_curves))

    @router.get("/sessions/{session}/sums")
    async def read_sums(session: str) -> JSONResponse:
        from server.study.sums import sums

        specimen = await registry.specimen(session)
        return JSONResponse(await aside.run(lambda: sums(specimen)))

    @router.post("/sessions/{session}/neuron")
    async def read_neuron(session: str, request: Request) -> JSONResponse:
        asked = await read_body(request, NeuronQuestion)
        from server.study.neuron import Wanted, neuron

        specimen = await registry.specimen(session)
        wanted = Wanted(**asked.model_dump())
        return JSONResponse(await aside.run(lambda: neuron(specimen, wanted)))

    return router


def _curves() -> object:
    from server.study.activations import activation_curves

    return activation_curves()
