"""Questions about descent, under /api/sessions/{session}: the loss around a live network, and races on test functions."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import JSONResponse

from glassbox.session.registry import Registry
from glassbox.settings import MOST_SEED
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body

Place = tuple[int, int, int | None]


class LandscapeBody(Body):
    """Which picture of the loss is wanted; see `study.landscape.View`."""

    kind: Literal["random", "path", "weights"] = "random"
    size: Literal[9, 21, 61] = 21
    seed: int = Field(default=0, ge=0, le=MOST_SEED)
    weights: tuple[Place, Place] | None = Field(default=None, strict=False)
    zoom: float = Field(default=1.0, ge=0.05, le=20)
    penalty: bool = False


Coordinate = Annotated[float, Field(ge=-1000, le=1000)]
Start = Annotated[tuple[Coordinate, Coordinate], Field(strict=False)]
Rate = Annotated[float, Field(gt=0, le=100)]
Share = Annotated[float, Field(ge=0, le=0.9999)]


class RaceBody(Body):
    """Which race is wanted; see `study.race.Rules`."""

    hill: Literal["bowl", "ravine", "saddle", "rosenbrock", "himmelblau"] = "ravine"
    steps: int = Field(default=300, ge=1, le=1000)
    shape: Annotated[float, Field(ge=1, le=1000)] | None = None
    rate: Rate | None = None
    adaptive_rate: Rate | None = None
    momentum: Share = 0.9
    decay: Share = 0.99
    beta1: Share = 0.9
    beta2: Share = 0.999
    start: Start | None = None
    starts: dict[Literal["sgd", "momentum", "nesterov", "rmsprop", "adam"], Start] = Field(default_factory=dict)


def descent(registry: Registry, aside: Background) -> APIRouter:
    """The routes of the tab on descent."""
    router = APIRouter(prefix="/api/sessions/{session}")

    @router.post("/landscape")
    async def landscape(session: str, request: Request) -> JSONResponse:
        body = await read_body(request, LandscapeBody)
        journey = await registry.ask(session, "trajectory")

        def look() -> dict[str, Any]:
            from glassbox.study import landscape  # only now: NumPy must not keep the server from starting

            return landscape.landscape(journey, landscape.View(**body.model_dump()))

        return JSONResponse(await aside.run(look))

    @router.post("/race")
    async def race(session: str, request: Request) -> JSONResponse:
        body = await read_body(request, RaceBody)
        await registry.ask(session, "presence")  # a race is no part of the run, but needs the engine's kernels

        def look() -> dict[str, Any]:
            from glassbox.study import race

            return race.race(race.Rules(**body.model_dump()))

        return JSONResponse(await aside.run(look))

    return router
