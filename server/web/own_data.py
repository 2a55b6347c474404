"""Data of one's own over plain HTTP: a table that is uploaded, the columns chosen in it, points that were drawn.

A page then names what it got in its settings, over its socket. What cannot be used is answered in one sentence.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Annotated, TypeVar

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import JSONResponse, PlainTextResponse

from server.session import belongings
from server.session.registry import Registry
from server.tables import words as table_words
from server.tables.limits import MOST_BYTES, MOST_CLASSES, MOST_COLUMNS, MOST_ROWS
from server.tables.preview import Reading
from server.tables.refused import Refused
from server.web import words
from server.web.body import TooLong, body_of

MOST_CHOICE_BYTES = 4096
MOST_DRAWING_BYTES = 100 * MOST_ROWS  # of JSON: three numbers of full length for each point, and its own number
MOST_AT_ONCE = 2  # tables being read: each keeps a core busy for a moment
MEBIBYTE = 1024 * 1024
REFUSED = 422

Place = Annotated[int, Field(ge=0, lt=MOST_COLUMNS)]
Asked = TypeVar("Asked", bound=BaseModel)


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Choice(_Asked):
    """The columns chosen in a table, counted from 0, and how the target is taken (None: in the likelier way)."""

    target: Place
    inputs: tuple[Place, ...] = Field(max_length=MOST_COLUMNS)
    reading: Reading | None = None


class Drawing(_Asked):
    """Points that were drawn: x₁, x₂ and the target of each, and a number that stays its own; 0 classes: values."""

    classes: int = Field(ge=0, le=MOST_CLASSES)
    points: tuple[tuple[float, float, float], ...]
    numbers: tuple[int, ...]


def own_data(registry: Registry) -> APIRouter:
    """The routes under /api/own."""
    router = APIRouter(prefix="/api/own")
    kept, reading = registry.belongings, asyncio.Semaphore(MOST_AT_ONCE)

    @router.post("/tables")
    async def upload(request: Request, header: bool | None = None) -> Response:
        async def answer() -> Response:
            try:
                data = await body_of(request, MOST_BYTES)
            except TooLong as error:
                text = table_words.TOO_LARGE.format(size=error.size / MEBIBYTE, most=MOST_BYTES / MEBIBYTE)
                raise Refused(text) from None
            async with reading:
                table, seen = await asyncio.to_thread(belongings.read, data, header)
            return JSONResponse({"table": kept.keep_table(table), **asdict(seen)})

        return await _in_words(answer)

    @router.post("/tables/{name}")
    async def choose(request: Request, name: str) -> Response:
        async def answer() -> Response:
            choice = await _asked(request, Choice, MOST_CHOICE_BYTES)
            table = kept.find_table(name)
            own = await asyncio.to_thread(belongings.choose, table, choice.target, choice.inputs, choice.reading)
            return JSONResponse({"dataset": kept.keep_data(own.observations), "notes": own.notes})

        return await _in_words(answer)

    @router.post("/points")
    async def draw(request: Request) -> Response:
        async def answer() -> Response:
            asked = await _asked(request, Drawing, MOST_DRAWING_BYTES)
            drawn = await asyncio.to_thread(belongings.draw, asked.points, asked.classes, asked.numbers)
            return JSONResponse({"dataset": kept.keep_data(drawn)})

        return await _in_words(answer)

    return router


async def _in_words(answer: Callable[[], Awaitable[Response]]) -> Response:
    """The answer, or the sentence that says why there is none."""
    try:
        return await answer()
    except Refused as refused:
        return PlainTextResponse(refused.text, REFUSED)


async def _asked(request: Request, kind: type[Asked], most: int) -> Asked:
    try:
        return kind.model_validate_json(await body_of(request, most))
    except TooLong:
        raise Refused(words.TOO_LONG.format(most=most // 1024)) from None
    except ValidationError:
        raise Refused(words.WRONG_REQUEST) from None
