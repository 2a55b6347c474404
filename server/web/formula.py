"""Looks at a formula while it is typed: what data it would make, or in one sentence why it makes none.

Half a formula is no failed request: it is answered like a whole one.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from glassbox.formula.data_set import from_formula
from glassbox.formula.wrong import WrongFormula
from glassbox.thumbnails import thumbnail
from glassbox.web.background import Background
from glassbox.web.rate_limit import RateLimit

LONGEST = 1000  # signs that are looked at: somewhat too long a formula is told how long it is

Text = Annotated[str, Query(max_length=LONGEST)]


def formula(background: Background, limit: RateLimit) -> APIRouter:
    """The route /api/formula."""
    router = APIRouter(prefix="/api")

    @router.get("/formula", dependencies=[Depends(limit)])
    async def look_at(text: Text = "") -> dict[str, Any]:
        return await background.run(lambda: _look_at(text))

    return router


def _look_at(text: str) -> dict[str, Any]:
    """The name of the data, how many inputs they have, a note and a `thumbnail`; or what is `wrong`."""
    try:
        made = from_formula(text)
    except WrongFormula as error:
        return {"wrong": error.text}
    return {"dataset": made.value, "inputs": len(made.about.inputs), "note": made.note, "sample": thumbnail(made)}
