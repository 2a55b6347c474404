"""The computational graph of a live network, under /api/sessions/{session}/graph, and its gradient check."""

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body
from glassbox.web.snapshot_cache import Moments
from glassbox.words.formulas import NoFormula
from glassbox.words.plain import set_plain

MOST_FORMULAS = 50  # at once; a step shows a handful
MOST_SIGNS = 500
SampleNumber = Annotated[int, Field(ge=0, le=1_000_000)]
Name = Annotated[str, Field(max_length=40)]


class GraphWish(Body):
    """For which sample, counted from 0 (None: the next mini-batch), how finely, and which box is looked at how.

    `moment` is a name out of an earlier answer: that moment again, while the run has gone on. The last five are those of
    `study.graph.opened.Opened`.
    """

    sample: SampleNumber | None = None
    detail: Literal["layer", "operation"] = "layer"
    moment: Name | None = None
    open: Name | None = None
    place: tuple[SampleNumber, SampleNumber] = (0, 0)
    start: Name | None = None
    of: SampleNumber = 0
    by: SampleNumber = 0


class FormulasWish(Body):
    """Formulas in plain Unicode, to be set."""

    texts: Annotated[list[Annotated[str, Field(max_length=MOST_SIGNS)]], Field(max_length=MOST_FORMULAS)]


class CheckWish(Body):
    """For which sample's loss, or the next mini-batch's; `moment` as in `GraphWish`."""

    sample: SampleNumber | None = None
    moment: Name | None = None


def graph(registry: Registry, aside: Background) -> APIRouter:
    """The routes of the drawer's graph."""
    router, moments = APIRouter(prefix="/api/sessions/{session}/graph"), Moments()

    async def find(session: str, moment: str | None) -> tuple[str, Snapshot]:
        """The moment that is asked for, if it is still kept; else the present one."""
        kept = moments.find(session, moment)
        return kept or moments.keep(session, await registry.snapshot(session))

    @router.post("")
    async def read_graph(session: str, request: Request) -> Response:
        wish = await read_body(request, GraphWish)
        name, specimen = await find(session, wish.moment)
        return await aside.run(lambda: _as_json({"moment": name, **_graph(specimen, wish)}))

    @router.post("/check")
    async def read_check(session: str, request: Request) -> Response:
        wish = await read_body(request, CheckWish)
        _, specimen = await find(session, wish.moment)
        return await aside.run(lambda: _as_json(_check(specimen, wish)))

    @router.post("/formulas")
    async def read_formulas(session: str, request: Request) -> Response:
        wish = await read_body(request, FormulasWish)
        return await aside.run(lambda: _as_json({"formulas": [_set(text) for text in wish.texts]}))

    return router


def _set(text: str) -> str | None:
    """As MathML; None for what is no formula, which then stays plain."""
    try:
        return set_plain(text)
    except NoFormula:
        return None


def _as_json(found: Any) -> Response:
    """Many numbers, fast; one that is infinite or none at all becomes null."""
    return Response(msgspec.json.encode(found), media_type="application/json")


def _graph(specimen: Snapshot, wish: GraphWish) -> dict[str, Any]:
    """Imported when first asked: NumPy must not keep the server from starting."""
    from glassbox.study.graph.answer import graph
    from glassbox.study.graph.opened import Opened

    row, column = wish.place
    return graph(specimen, wish.sample, wish.detail, Opened(wish.open, row, column, wish.start, wish.of, wish.by))


def _check(specimen: Snapshot, wish: CheckWish) -> Any:
    from glassbox.study.graph.answer import check

    return check(specimen, wish.sample)
