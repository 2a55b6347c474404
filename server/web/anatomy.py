"""StoredCurves, sums and single units over HTTP: what the drawer's tabs on activations and on the neuron ask."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import JSONResponse

from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body

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


def anatomy(registry: Registry, aside: Background) -> APIRouter:
    """The routes."""
    router = APIRouter(prefix="/api")

    @router.get("/activations")
    async def read_activations() -> JSONResponse:
        return JSONResponse(await aside.run(_curves))

    @router.get("/sessions/{session}/sums")
    async def read_sums(session: str) -> JSONResponse:
        specimen = await registry.snapshot(session)
        return JSONResponse(await aside.run(lambda: _sums(specimen)))

    @router.post("/sessions/{session}/neuron")
    async def read_neuron(session: str, request: Request) -> JSONResponse:
        asked = await read_body(request, NeuronQuestion)
        specimen = await registry.snapshot(session)
        return JSONResponse(await aside.run(lambda: _neuron(specimen, asked)))

    return router


# What follows runs aside, and imports when first asked: NumPy must not keep the server from starting.


def _curves() -> Any:
    from glassbox.study.activations import activation_curves

    return activation_curves()


def _sums(specimen: Snapshot) -> Any:
    from glassbox.study.sums import sums

    return sums(specimen)


def _neuron(specimen: Snapshot, asked: NeuronQuestion) -> Any:
    from glassbox.study.neuron import Wanted, neuron

    return neuron(specimen, Wanted(**asked.model_dump()))
