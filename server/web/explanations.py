"""The explanations of the page's parts, under /api/explanations: title and HTML with MathML, the same for everybody."""

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse


def explanations() -> APIRouter:
    """The route of the explanations. What sets formulas is imported when first asked for."""
    router = APIRouter(prefix="/api/explanations")

    @router.get("/{name}")
    def read(name: str) -> JSONResponse:
        from glassbox.words.explanations import NoExplanation, explanation

        try:
            found = explanation(name)
        except NoExplanation:
            raise HTTPException(404) from None
        return JSONResponse({"title": found.title, "html": found.html}, headers={"Cache-Control": "no-cache"})

    return router
