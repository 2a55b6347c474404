"""Data of one's own over plain HTTP: a table that is uploaded, the columns chosen in it, points that were drawn.

A page then names what it got in its settings, over its socket. What cannot be used is answered in one sentence.
"""

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import Field, FiniteFloat, PositiveFloat, TypeAdapter, ValidationError
from starlette.responses import Response

from glassbox.protocol.refusals import Refusal, sentence
from glassbox.session.own_data_store import as_csv, choose, draw, read
from glassbox.session.registry import Registry
from glassbox.tables.limits import MOST_BYTES, MOST_CLASSES, MOST_COLUMNS, MOST_ROWS
from glassbox.tables.target_kind import TargetKind
from glassbox.tables.wishes import Wishes
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body, read_bytes
from glassbox.web.json_answer import JSONAnswer
from glassbox.web.rate_limit import RateLimit

MOST_READ_BYTES = 4 * MOST_BYTES  # of a file: one that is somewhat too large is told how large it is
MOST_DRAWING_BYTES = 100 * MOST_ROWS  # of JSON: three numbers of full length for each point, and its own number
MOST_AXES = 3  # of a drawing: two inputs, and the target
MOST_NAME = 256  # letters of a data set's name, of own data's, or of a formula

ATTACHMENT = 'attachment; filename="glassbox-data.csv"'

ColumnNumber = Annotated[int, Field(ge=0, lt=MOST_COLUMNS)]


class Choice(Body):
    """The columns chosen in a table, counted from 0, and how the target is taken (None: in the likelier way).

    `title` is what the data are to be called: the file's name.
    """

    target: ColumnNumber
    inputs: tuple[ColumnNumber, ...] = Field(max_length=MOST_COLUMNS)
    reading: TargetKind | None = None
    title: str = Field(default="", max_length=MOST_NAME)


class Drawing(Body):
    """Points that were drawn: x₁, x₂ and the target of each, and a number that stays its own; 0 classes: values.

    With one input they are of a curve, and x₂ does not count. `like` names the data that the drawing began with, and
    `axes` says how its inputs and its target were measured there: a mean, and how much 1 in here is.
    """

    classes: int = Field(ge=0, le=MOST_CLASSES)
    points: tuple[tuple[float, float, float], ...]
    numbers: tuple[int, ...]
    inputs: Literal[1, 2] = 2
    like: str | None = Field(default=None, max_length=MOST_NAME)
    axes: tuple[tuple[FiniteFloat, PositiveFloat], ...] = Field(default=(), max_length=MOST_AXES)


_WISHES = TypeAdapter(Wishes)


def _asked(wishes: str) -> Wishes:
    """The JSON text of wishes.

    Raises:
        Refusal: it is none.
    """
    try:
        return _WISHES.validate_json(wishes, extra="forbid")
    except ValidationError as error:
        raise Refusal(sentence(error)) from None


def own_data(registry: Registry, background: Background, files: RateLimit, drawings: RateLimit) -> APIRouter:
    """The routes under /api/own, and the way home for any session's data. What is `Refused` is answered in words."""
    router, kept = APIRouter(prefix="/api"), registry.own_data_store

    @router.post("/own/tables", dependencies=[Depends(files)])
    async def upload(request: Request, wishes: str = "{}") -> JSONAnswer:
        asked, data = _asked(wishes), await read_bytes(request, MOST_READ_BYTES)
        table, seen = await background.run(lambda: read(data, asked))
        return JSONAnswer({"table": kept.keep_table(table), **asdict(seen)})

    @router.post("/own/tables/{name}", dependencies=[Depends(files)])
    async def choose_columns(request: Request, name: str) -> JSONAnswer:
        choice, table = await read_body(request, Choice), kept.find_table(name)
        own = await background.run(lambda: choose(table, choice.target, choice.inputs, choice.reading, choice.title))
        return JSONAnswer({"dataset": kept.keep_data(own.observations), "notes": own.notes})

    @router.post("/own/points", dependencies=[Depends(drawings)])
    async def take_points(request: Request) -> JSONAnswer:
        asked = await read_body(request, Drawing, MOST_DRAWING_BYTES)
        like = kept.about(asked.like, asked.axes)
        drawn = await background.run(lambda: draw(asked.points, asked.classes, asked.numbers, asked.inputs, like))
        return JSONAnswer({"dataset": kept.keep_data(drawn)})

    @router.get("/sessions/{session}/data.csv")
    async def download(session: str) -> Response:
        snapshot = await registry.snapshot(session)
        table = await background.run(lambda: as_csv(snapshot))
        return Response(table, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": ATTACHMENT})

    return router
