"""Puts the application together: doorkeeper, pages, API and socket around one registry of sessions."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from server.config import Config
from server.labbook.book import LabBook
from server.session.registry import Registry
from server.web.anatomy import anatomy
from server.web.api import api
from server.web.aside import Aside
from server.web.descent import descent
from server.web.doorkeeper import Doorkeeper
from server.web.errors import answer_errors_in_words
from server.web.explanations import explanations
from server.web.graph import graph
from server.web.headers import SafeHeaders
from server.web.lab_book import entry_of, lab_book
from server.web.lanes import lanes
from server.web.lessons import lessons
from server.web.lifetime import Lifetime, Report
from server.web.own_data import own_data
from server.web.pages import pages
from server.web.seeds import Seeds
from server.web.socket import LiveSockets
from server.web.static_files import serve_static_files
from server.web.study import study
from server.web.take_home import take_home
from server.web.turnstile import Turnstile


def compile_kernels(report: Report) -> None:
    """Numba takes a while to import: it must not keep the page waiting, so the thread does it."""
    from server.engine.warm_up import warm_up

    warm_up(report)
    gc.collect()
    gc.freeze()  # compiling leaves half a million objects that stay: no need to look through them ever again


def create_app(
    config: Config, registry: Registry | None = None, warm_up: Callable[[Report], None] = compile_kernels
) -> FastAPI:
    """The application. Its `state.lifetime` and `state.sockets` let whoever runs it end it politely."""
    book = LabBook(config.data_folder, config.database_url)
    registry = registry or Registry(config)
    registry.account_to(lambda account: book.record(*entry_of(account)))
    lifetime = Lifetime(registry, warm_up)
    sockets = LiveSockets(registry, config)
    aside = Aside()
    seeds = Seeds(registry, aside)
    files = Turnstile(config.most_files_a_second, config.largest_burst_of_files)
    drawings = Turnstile(config.most_drawings_a_second, config.largest_burst_of_drawings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        lifetime.begin()
        yield
        await lifetime.end()
        seeds.close()
        aside.close()
        await book.close()

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.lifetime, app.state.sockets = lifetime, sockets
    routers = (
        pages(), api(registry), study(registry, aside), anatomy(registry, aside), graph(registry, aside),
        descent(registry, aside), own_data(registry, aside, files, drawings),
        take_home(registry, aside, book, files), lab_book(registry, aside, book),
        lanes(registry), seeds.router(), explanations(), lessons(),
    )  # fmt: skip
    for router in (*routers, sockets.router()):
        app.include_router(router)
    serve_static_files(app)
    answer_errors_in_words(app)
    app.add_middleware(SafeHeaders)
    app.add_middleware(Doorkeeper, config=config)  # added last, so it stands outermost
    return app
