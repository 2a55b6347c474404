"""Serves the questions of the drawer (`study.questions`): each has an address,
and is answered from a copy of the run.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from glassbox.session.registry import Registry
from glassbox.study.answers.of_graph import GraphAnswer
from glassbox.study.questions import QUESTIONS, CheckQuestion, Entry, GraphQuestion, Of, StudyQuestion, answer
from glassbox.web.background import Background
from glassbox.web.bodies import read_body
from glassbox.web.heavy_lane import HeavyLane
from glassbox.web.resource import ForEverybody
from glassbox.web.snapshot_cache import SnapshotCache
from glassbox.words.wire import worded_json

CURVE_POINTS = 200  # of each lane that is compared

Route = Callable[..., Awaitable[Response]]


def questions(registry: Registry, background: Background, heavy: HeavyLane) -> APIRouter:
    """The routes: those about a network under /api/sessions/{session}, the others under /api."""
    router, snapshots = APIRouter(prefix="/api"), SnapshotCache()
    registry.tell_when_gone(snapshots.drop)

    async def needed(entry: Entry, session: str, question: StudyQuestion | None) -> tuple[str, Any]:
        """What is taken of the run; and its name, by which a follow-up question finds it again."""
        if entry.of is Of.NOTHING:
            return "", None
        if not isinstance(question, GraphQuestion | CheckQuestion):
            return "", await registry.ask(session, entry.of)
        return snapshots.find(session, question.moment) or snapshots.keep(session, await registry.snapshot(session))

    def route(name: str, entry: Entry) -> Route:
        async def of_session(session: str, request: Request) -> Response:
            question = await read_body(request, entry.question) if entry.question else None

            async def prepared() -> Callable[[], Response]:
                moment, taken = await needed(entry, session, question)
                return lambda: as_json(_named(answer(name, taken, question), moment))

            if not entry.is_heavy:
                return await background.run(await prepared())
            await registry.ask(session, "presence")  # what does not exist does not wait
            return await heavy.run(session, request, prepared)

        async def of_all() -> Response:
            return await background.run(lambda: ForEverybody(worded_json(answer(name, None, None))))

        return of_session if entry.is_of_session else of_all

    for name, entry in QUESTIONS.items():
        path = f"/sessions/{{session}}/{name}" if entry.is_of_session else f"/{name}"
        methods = ["POST" if entry.question else "GET"]
        router.add_api_route(path, route(name, entry), methods=methods, response_model=None)

    @router.get("/sessions/{session}/lanes", response_model=None)
    async def read_lanes(session: str) -> Response:
        return as_json({"lanes": await registry.ask(session, "curves", points=CURVE_POINTS)})

    return router


def as_json(found: Any) -> Response:
    """Many numbers, fast; one that is infinite or none at all becomes null."""
    return Response(worded_json(found), media_type="application/json")


def _named(found: Any, moment: str) -> Any:
    """An answer that can be asked about again says what its moment is called."""
    return msgspec.structs.replace(found, moment=moment) if isinstance(found, GraphAnswer) else found
