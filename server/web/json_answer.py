"""Answers in JSON, their sentences in the language of whoever asked."""

from typing import Any

from starlette.responses import JSONResponse

from glassbox.words.current import spoken


class JSONAnswer(JSONResponse):
    """Plain data as JSON."""

    def render(self, content: Any) -> bytes:
        """Its bytes."""
        return super().render(spoken().worded(content))
