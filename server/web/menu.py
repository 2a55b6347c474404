"""The places of the page, each with an address: what the menu at the page's name offers, and where one document shows.

A place of its own beside the playground is an entry here, and its view in `static/views/places.js`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from glassbox.web.behind_proxy import to_document
from glassbox.words.sentence import say


@dataclass(frozen=True)
class Place:
    """One of the places.

    Attributes:
        path: its address beside the document's, "" for the playground.
        label: what it is called.
        title: the document's while one is there.
        about: what there is, in a sentence without its full stop.
    """

    path: str
    label: str
    title: str
    about: str


PLACES = (
    Place("", say("Playground"), say("glassbox: a neural network you can look into"), say("The network, live")),
    Place(
        "lessons",
        say("Lessons"),
        say("Lessons · glassbox"),
        say("The whole lecture, step by step: guess first, then see"),
    ),
    Place(
        "experiments",
        say("Experiments"),
        say("Experiments · glassbox"),
        say("One question, many trainings, an answer to open"),
    ),
    Place(
        "class",
        say("Class"),
        say("Class · glassbox"),
        say("A room for thirty phones: they look into your network, live"),
    ),
    Place(
        "labbook",
        say("Lab book"),
        say("Lab book · glassbox"),
        say("Every run of this browser: to compare, to open, to run again"),
    ),
)
ELSEWHERE = tuple(place for place in PLACES if place.path)
PATHS = json.dumps([place.path for place in ELSEWHERE])  # for the document's first script


def places(document: ASGIApp) -> list[BaseRoute]:
    """The routes: each place shows the one document, and an address with a slash too many leads there."""
    return [
        *(Route(f"/{place.path}", document, methods=["GET"]) for place in PLACES),
        *(Route(f"/{place.path}/", _leading_to(place), methods=["GET"]) for place in ELSEWHERE),
    ]


def _leading_to(place: Place) -> Callable[[Request], RedirectResponse]:
    def lead(request: Request) -> RedirectResponse:
        query = request.scope["query_string"].decode("latin-1")
        return RedirectResponse(to_document(request.scope["path"], "") + place.path + (f"?{query}" if query else ""))

    return lead
