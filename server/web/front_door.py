"""The routes that every visitor comes by: the document, the page's files, the data sets' thumbnails.
All are made ready once.
"""

import json
from functools import cache

from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from glassbox.paths import static_folder, template_folder
from glassbox.thumbnails import thumbnails
from glassbox.web.bundle import read_bundle
from glassbox.web.classroom.plain_pages import plain_pages
from glassbox.web.classroom.room_pages import room_pages
from glassbox.web.language import catalogues
from glassbox.web.menu import places
from glassbox.web.pages import PROJECTOR, Page
from glassbox.web.resource import Resource, compressed
from glassbox.web.static_files import StaticFiles, files_in


def front_door() -> list[BaseRoute]:
    """The routes; they are to be asked first."""
    folder = static_folder()
    bundle = read_bundle(folder)
    document = Page(template_folder(), bundle)
    icon = f"static/{bundle.icon if bundle else 'icon.svg'}"
    return [
        *places(document),
        *room_pages(document),
        Route("/projector", Page(template_folder(), bundle, PROJECTOR), methods=["GET"]),
        *plain_pages(),
        Route("/favicon.ico", RedirectResponse(icon), methods=["GET"]),  # asked for where no document names an icon
        catalogues(),
        Mount("/static", StaticFiles(files_in(folder)), name="static"),
        Route("/api/thumbnails", Thumbnails(), methods=["GET"]),
    ]


class Thumbnails:
    """A few points of every data set, made when first asked for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with all of them, as JSON."""
        await _thumbnails()(scope, receive, send)


@cache
def _thumbnails() -> Resource:
    return Resource("application/json", compressed(json.dumps(thumbnails(), separators=(",", ":")).encode()))
