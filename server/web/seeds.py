"""Many seeds of one network's settings, trained in the background: one job for each session, begun,
watched and cancelled.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from glassbox.protocol.refusals import Refusal
from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.study.answers.of_training import NoSeeds, SeedsAnswer
from glassbox.study.questions import SeedsQuestion
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.bodies import read_body
from glassbox.web.questions import as_json

if TYPE_CHECKING:  # not at run time: it brings NumPy and Numba along
    from glassbox.study.seeds import Trials

SLICE = 0.1  # seconds of training, then others have their turn

logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Job:
    """One session's seeds: how far they are, and whether they still go on."""

    report: SeedsAnswer | None = None
    state: str = "running"  # or done, cancelled, failed
    task: asyncio.Task[None] | None = None


class Seeds:
    """All jobs of this server. They take turns, so that of the background threads one always
    stays free for short answers.
    """

    def __init__(self, registry: Registry, background: Background) -> None:
        self._registry = registry
        self._background = background
        self._turn = asyncio.Semaphore(1)
        self._jobs: dict[str, Job] = {}

    def router(self) -> APIRouter:
        """The routes under /api/sessions/{session}/seeds."""
        router = APIRouter(prefix="/api/sessions/{session}/seeds")
        router.add_api_route("", self.begin, methods=["POST"], response_model=None)
        router.add_api_route("", self.read, methods=["GET"], response_model=None)
        router.add_api_route("/cancel", self.cancel, methods=["POST"], response_model=None)
        return router

    async def begin(self, session: str, request: Request) -> Response:
        """Train the settings as they are now, in place of earlier seeds."""
        question = await read_body(request, SeedsQuestion)
        snapshot = await self._registry.snapshot(session)
        self._let_go()
        known = self._jobs.get(session)
        if known is not None and known.state == "running":
            raise Refusal(words.SEEDS_RUNNING)
        job = self._jobs[session] = Job()
        try:
            trials = await self._background.run(lambda: _trials(snapshot, question))
        except Exception:
            job.state = "failed"
            raise
        job.report = trials.report()
        job.task = asyncio.create_task(self._run(session, job, trials), name="seeds")
        return _told(job)

    async def read(self, session: str) -> Response:
        """How far the seeds are."""
        self._let_go()
        job = self._jobs.get(session)
        return _told(job) if job is not None else as_json(NoSeeds())

    async def cancel(self, session: str) -> Response:
        """Train no further; what is known stays."""
        job = self._jobs.get(session)
        if job is not None and job.state == "running":
            job.state = "cancelled"
        return await self.read(session)

    def close(self) -> None:
        """The server stops."""
        for job in self._jobs.values():
            if job.task is not None:
                job.task.cancel()

    async def _run(self, session: str, job: Job, trials: "Trials") -> None:
        def slice_of_work() -> SeedsAnswer:
            trials.work(SLICE)
            return trials.report()

        try:
            while job.state == "running" and not trials.is_done and self._registry.knows(session):
                async with self._turn:
                    job.report = await self._background.run(slice_of_work)
            if job.state == "running":
                job.state = "done"
        except Exception:
            job.state = "failed"
            logger.exception("Many seeds could not be trained")

    def _let_go(self) -> None:
        """Of sessions that were let go, nothing is kept."""
        for session in [name for name in self._jobs if not self._registry.knows(name)]:
            del self._jobs[session]


def _told(job: Job) -> Response:
    report = job.report
    return as_json(NoSeeds(job.state) if report is None else msgspec.structs.replace(report, state=job.state))


def _trials(snapshot: Snapshot, question: SeedsQuestion) -> "Trials":
    """Imported when first asked: Numba must not keep the server from starting."""
    from glassbox.study.seeds import Trials

    return Trials(snapshot, question)
