"""The lab book over HTTP: a browser's rows by its secret id, renamed, deleted, taken home as CSV,
opened and run again.
"""

import base64
from contextlib import suppress
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import AfterValidator, Field
from starlette.responses import Response

from glassbox.labbook.book import DamagedRow, LabBook, Row, RunRecord, SortBy
from glassbox.labbook.records import MOST_PER_PAGE
from glassbox.labbook.words import DAMAGED_ROW
from glassbox.protocol.refusals import Refusal
from glassbox.run.checkpoint import PackedCheckpoint
from glassbox.run.orders import MOST_LANES, Resume
from glassbox.session.registry import Registry
from glassbox.settings import Settings
from glassbox.study.opening import from_row, lined_up, where_it_was
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body
from glassbox.web.json_answer import JSONAnswer
from glassbox.web.questions import CURVE_POINTS, as_json
from glassbox.web.take_home import owner_of, put_in


def _column(name: str) -> str:
    """A fact or a setting, by which rows can be sorted."""
    if name not in Settings.model_fields:
        SortBy(name)
    return name


Offset = Annotated[int, Query(ge=0, le=1_000_000)]


Most = Annotated[int, Query(ge=1, le=MOST_PER_PAGE)]
Column = Annotated[str, AfterValidator(_column)]


class Chosen(Body):
    """Several rows, by their keys."""

    keys: list[str] = Field(min_length=2, max_length=MOST_LANES)


class NewName(Body):
    """What a row is to be called."""

    name: str


def lab_book(registry: Registry, background: Background, book: LabBook) -> APIRouter:
    """The routes under /api/sessions/{session}: a session knows whose browser it is,
    so no address holds that secret.
    """
    router = APIRouter(prefix="/api/sessions/{session}")

    @router.get("/lab-book")
    async def read_rows(
        session: str,
        by: Column = SortBy.UPDATED,
        descending: bool = True,
        offset: Offset = 0,
        most: Most = MOST_PER_PAGE,
    ) -> JSONAnswer:
        listing = await book.rows(owner_of(registry, session), by, descending=descending, offset=offset, most=most)
        rows = [_plain(row) for row in listing.rows]
        return JSONAnswer({"rows": rows, "total": listing.total, "trouble": book.trouble, "notice": book.notice})

    @router.get("/lab-book/csv")
    async def read_table(session: str) -> Response:
        headers = {"Content-Disposition": 'attachment; filename="lab-book.csv"'}
        table = await book.table(owner_of(registry, session))
        return Response(table, media_type="text/csv; charset=utf-8", headers=headers)

    @router.post("/lab-book/{key}/name")
    async def rename(session: str, key: str, request: Request) -> JSONAnswer:
        name = (await read_body(request, NewName)).name
        return _found(await book.rename(owner_of(registry, session), key, name))

    @router.post("/lab-book/{key}/delete")
    async def delete(session: str, key: str) -> JSONAnswer:
        return _found(await book.delete(owner_of(registry, session), key))

    @router.get("/lab-book/{key}/curves")
    async def read_curves(session: str, key: str) -> Response:
        _, checkpoint = await found(session, key)
        return as_json(await background.run(lambda: _curves(_kept(checkpoint))))

    @router.post("/lab-book/lanes")
    async def open_in_lanes(session: str, request: Request) -> JSONAnswer:
        keys = (await read_body(request, Chosen)).keys
        runs = [await left(session, key) for key in keys]
        return put_in(registry, session, lined_up(runs))

    async def left(session: str, key: str) -> Resume:
        """A row's run where it was."""
        row, checkpoint = await found(session, key)
        packed = await background.run(lambda: PackedCheckpoint(_kept(checkpoint)))
        settings = registry.own_data_store.returned(row.settings, packed)
        return await background.run(lambda: where_it_was(settings, packed, key))

    async def found(session: str, key: str) -> tuple[RunRecord, bytes | None]:
        opened = await book.to_open(owner_of(registry, session), key)
        if opened is None:
            raise Refusal(words.NO_SUCH_ROW)
        row, checkpoint = opened
        if isinstance(row, DamagedRow):
            raise Refusal(DAMAGED_ROW)
        return row, checkpoint

    @router.post("/lab-book/{key}/open")
    async def open_where_it_was(session: str, key: str) -> JSONAnswer:
        return put_in(registry, session, await left(session, key))

    @router.post("/lab-book/{key}/again")
    async def run_again(session: str, key: str) -> JSONAnswer:
        row, checkpoint = await found(session, key)
        packed = await background.run(lambda: _packed_if_sound(checkpoint))
        settings = registry.own_data_store.returned(row.settings, packed)
        return put_in(registry, session, await background.run(lambda: from_row(settings, row.version)))

    return router


def _found(was_there: bool) -> JSONAnswer:
    if not was_there:
        raise Refusal(words.NO_SUCH_ROW)
    return JSONAnswer({})


def _plain(row: Row) -> dict[str, Any]:
    if isinstance(row, DamagedRow):
        return {**asdict(row), "damage": DAMAGED_ROW}
    facts = {name: getattr(row, name) for name in RunRecord.__dataclass_fields__ if name != "checkpoint"}
    return facts | {"picture": base64.b64encode(row.picture).decode() if row.picture else None}


def _kept(checkpoint: bytes | None) -> bytes:
    if checkpoint is None:
        raise Refusal(words.NOT_KEPT)
    return checkpoint


def _curves(checkpoint: bytes) -> dict[str, Any]:
    return PackedCheckpoint(checkpoint).curves.outline(CURVE_POINTS)


def _packed_if_sound(checkpoint: bytes | None) -> PackedCheckpoint | None:
    """A run's beginning needs no more of this than its own data; if those are missing, that is said later."""
    with suppress(Refusal):
        return None if checkpoint is None else PackedCheckpoint(checkpoint)
    return None
