"""The explanations of the page's parts, under /api/explanations: title and HTML with MathML, the same for everybody."""

from fastapi import APIRouter, HTTPException

from glassbox.web.resource import ForEverybody
from glassbox.words.wire import worded_json


def explanations() -> APIRouter:
    """The route of the explanations. What sets formulas is imported when first asked for."""
    router = APIRouter(prefix="/api/explanations")

    @router.get("/{name}")
    def read(name: str) -> ForEverybody:
        from glassbox.words.explanations import NoExplanation, explanation

        try:
            found = explanation(name)
        except NoExplanation:
            raise HTTPException(404) from None
        return ForEverybody(worded_json({"title": found.title, "html": found.html}))

    return router
