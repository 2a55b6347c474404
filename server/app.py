"""Puts the application together: origin check, pages, API and socket around one registry of sessions."""

import gc
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from contextlib import asynccontextmanager

from fastapi import FastAPI

from glassbox.config import Config
from glassbox.experiments.executors import Processes
from glassbox.hosts.fleet import Fleet
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.labbook.book import LabBook, Owner
from glassbox.lessons.shelf import Shelf
from glassbox.session.registry import Registry
from glassbox.web.api import api
from glassbox.web.background import Background
from glassbox.web.behind_proxy import BehindProxy
from glassbox.web.classroom.classroom import Classroom
from glassbox.web.errors import answer_errors_in_words
from glassbox.web.experiment_jobs import ExperimentJobs
from glassbox.web.experiments import experiments
from glassbox.web.explanations import explanations
from glassbox.web.formula import formula
from glassbox.web.front_door import front_door
from glassbox.web.headers import SafeHeaders
from glassbox.web.heavy_lane import HeavyLane
from glassbox.web.json_answer import JSONAnswer
from glassbox.web.lab_book import lab_book
from glassbox.web.language import SpeakLanguage
from glassbox.web.lessons import lessons
from glassbox.web.lifespan import Lifespan, ReportProgress
from glassbox.web.operating import operating
from glassbox.web.origin_check import OriginCheck
from glassbox.web.own_data import own_data
from glassbox.web.questions import questions
from glassbox.web.rate_limit import RateLimit
from glassbox.web.request_queue import RequestQueue
from glassbox.web.seeds import Seeds
from glassbox.web.socket import LiveSockets
from glassbox.web.take_home import take_home
from glassbox.web.taking_up import TakingUp


def compile_kernels(report: ReportProgress) -> None:
    """Numba takes a while to import: it must not keep the page waiting, so the thread does it."""
    from glassbox.engine.warm_up import warm_up

    warm_up(report)
    gc.collect()
    gc.freeze()  # compiling leaves half a million objects that stay: no need to look through them ever again


def create_app(
    config: Config,
    registry: Registry | None = None,
    warm_up: Callable[[ReportProgress], None] = compile_kernels,
    for_class: str | None = None,
    elsewhere: Executor | None = None,
) -> FastAPI:
    """The application. Its `state.lifespan`, `state.sockets` and `state.classroom` let whoever runs it end it politely.

    Args:
        for_class: the page's address for others on the same network, if they can reach it.
        elsewhere: what trains experiments in place of processes of this machine.
    """
    book = LabBook(config.data_folder, config.database_url)
    is_spread = config.processes > 0 or config.cluster is not None
    hosts = Several(Here(config)) if is_spread and registry is None else None
    fleet = None if hosts is None else Fleet(hosts, config)
    registry = registry or Registry(config, host=hosts)
    registry.record_to(lambda owner, record: book.record(Owner.of(owner), record))
    background, heavy = Background(), HeavyLane()
    seeds = Seeds(registry, background)
    workers = config.experiment_workers
    jobs = ExperimentJobs(book, background, lambda: elsewhere or Processes(workers), workers, config.most_parameters)
    shelf = Shelf(config.lessons_folder)
    classroom = Classroom(config, registry, book, jobs, background, shelf)
    taking_up = TakingUp(registry, background, book)
    registry.bring_back_by(taking_up.lanes)
    sockets = LiveSockets(registry, config, taking_up, classroom.opened)

    def ready() -> None:
        jobs.ready()
        if fleet is not None:
            fleet.begin()

    lifespan = Lifespan(registry, warm_up, ready)
    files = RateLimit(config.most_files_a_second, config.largest_burst_of_files)
    drawings = RateLimit(config.most_drawings_a_second, config.largest_burst_of_drawings)

    @asynccontextmanager
    async def while_serving(app: FastAPI) -> AsyncIterator[None]:
        lifespan.begin()
        classroom.begin()
        yield
        await lifespan.end()
        if fleet is not None:
            await fleet.close()
        seeds.close()
        await jobs.close()
        background.close()
        heavy.close()
        await book.close()

    app = FastAPI(
        lifespan=while_serving,
        docs_url=None,
        default_response_class=JSONAnswer,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.router.routes.extend(front_door())

    def counted() -> dict[str, int]:
        return classroom.counts() | {"experiments": jobs.unfinished, "trials": jobs.trials}

    app.router.routes.extend(operating(registry, lambda: lifespan.standing, counted, config.metrics))
    app.state.lifespan, app.state.sockets, app.state.classroom = lifespan, sockets, classroom
    app.state.for_class = for_class
    routers = (
        api(registry), questions(registry, background, heavy), own_data(registry, background, files, drawings),
        take_home(registry, background, book, files), lab_book(registry, background, book),
        experiments(registry, background, jobs, config.most_parameters),
        seeds.router(), explanations(), formula(background, drawings),
        lessons(registry, background, jobs, shelf),
    )  # fmt: skip
    classroom.join(app)
    for router in (*routers, sockets.router()):
        app.include_router(router)
    answer_errors_in_words(app)
    app.add_middleware(OriginCheck, config=config)
    app.add_middleware(SafeHeaders)
    app.add_middleware(BehindProxy, config=config)
    app.add_middleware(SpeakLanguage)
    app.add_middleware(RequestQueue)  # added last, so it stands outermost
    return app
