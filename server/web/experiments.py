"""Experiments over HTTP: what there is to ask, what it costs, an experiment begun, watched, steered and taken home.

Its id lets everybody read it who has it, as a link does. Whoever changes it says from which session, which knows whose
browser it is, so that no address holds that secret.
"""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from glassbox.experiments.answers import Cost, Guess, NoCost
from glassbox.experiments.catalogue import catalogue
from glassbox.experiments.definition import LONGEST_NAME, MOST_VALUES, Experiment
from glassbox.experiments.notebook import notebook_copy
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import ready
from glassbox.experiments.report import About, titled
from glassbox.experiments.table import as_csv, point_rows, trial_rows
from glassbox.experiments.tally import Tally
from glassbox.exports.experiment_notebook import ExperimentCopy, write_notebook, write_program
from glassbox.exports.formats import Download
from glassbox.protocol.refusals import Refusal
from glassbox.run.orders import LineUp, Resume
from glassbox.session.registry import Registry
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.bodies import Body, read_body
from glassbox.web.experiment_job import Job
from glassbox.web.experiment_jobs import ExperimentJobs
from glassbox.web.guesses import NotThere
from glassbox.web.json_answer import JSONAnswer
from glassbox.web.questions import as_json
from glassbox.web.resource import ForEverybody
from glassbox.web.take_home import owner_of, put_in
from glassbox.words.wire import worded_json

LATEST = 2**53

Since = Annotated[int, Query(ge=0, le=LATEST)]
Name = Annotated[str, Field(max_length=LONGEST_NAME)]


class Guessed(Body):
    """What was drawn before it ran: a value for each value of the first axis; null where nothing was drawn."""

    measure: Name
    values: list[float | None] = Field(max_length=MOST_VALUES)


class Asked(Body):
    """An experiment of one's own, or a ready question."""

    experiment: Experiment | None = None
    question: Name = ""
    variant: Name = ""
    form: Literal["quick", "full"] = "quick"
    guess: Guessed | None = None


class Opened(Body):
    """Which dots to open, in which session; where epochs are an axis, after how many of them."""

    session: Annotated[str, Field(max_length=64)]
    trials: list[Annotated[int, Field(ge=0)]] = Field(min_length=1, max_length=2)
    epoch: int | None = Field(None, ge=0, le=LATEST)


def experiments(registry: Registry, background: Background, jobs: ExperimentJobs, most_parameters: int) -> APIRouter:
    """The routes under /api/experiments."""
    router = APIRouter(prefix="/api/experiments")

    @router.get("/catalogue")
    async def read_catalogue() -> Response:
        return ForEverybody(await background.run(catalogue))

    @router.post("/cost")
    async def read_cost(request: Request) -> Response:
        """Half a form is no failed request: what is wrong with it is an answer, too."""
        try:
            asked = await read_body(request, Asked)
            experiment, _ = await background.run(lambda: _experiment(asked))
            plan = await jobs.plan(experiment, registry.own_data_store.given_to(experiment.base))
        except Refusal as refusal:
            return as_json(NoCost(refusal.text))
        return as_json(Cost(plan.total, plan.seconds / jobs.workers, len(plan.points)))

    @router.post("")
    async def begin(session: str, request: Request) -> JSONAnswer:
        asked = await read_body(request, Asked)
        owner = owner_of(registry, session)
        experiment, shown = await background.run(lambda: _experiment(asked))
        is_ready = asked.experiment is None
        about = About(key="", shown=shown)
        if is_ready:
            about.question, about.variant, about.form = asked.question, asked.variant, asked.form
        about.guess = _guess(asked.guess, experiment)
        own = registry.own_data_store.given_to(experiment.base)
        return JSONAnswer({"id": await jobs.begin(owner, experiment, about, own)})

    @router.get("")
    async def read_list(session: str) -> Response:
        return as_json({"experiments": await jobs.listing(owner_of(registry, session))})

    @router.get("/{key}")
    async def read(key: str, since: Since = 0) -> Response:
        return Response((await found(key)).told(since), media_type="application/json")

    @router.post("/{key}/pause")
    async def pause(key: str, session: str) -> Response:
        jobs.pause(job := await own(key, session))
        return _state(job)

    @router.post("/{key}/resume")
    async def resume(key: str, session: str) -> Response:
        jobs.resume(job := await own(key, session))
        return _state(job)

    @router.post("/{key}/cancel")
    async def cancel(key: str, session: str) -> Response:
        jobs.cancel(job := await own(key, session))
        return _state(job)

    @router.delete("/{key}")
    async def delete(key: str, session: str) -> JSONAnswer:
        if not await jobs.remove(owner_of(registry, session), key):
            raise NotThere(words.NO_SUCH_EXPERIMENT)
        return JSONAnswer({})

    @router.put("/{key}/guess")
    async def guess(key: str, session: str, request: Request) -> Response:
        drawn = await read_body(request, Guessed)
        job = await own(key, session)
        job.about.guess = _guess(drawn, job.plan.experiment)
        job.news()
        jobs.look_after()
        return _state(job)

    @router.post("/{key}/open")
    async def open_dots(key: str, request: Request) -> JSONAnswer:
        asked = await read_body(request, Opened)
        job = await found(key)
        registry.owner(asked.session)
        return put_in(registry, asked.session, await background.run(lambda: _opened(job, asked, most_parameters)))

    @router.get("/{key}/{file}")
    async def read_file(key: str, file: str) -> Response:
        job, make = await found(key), FILES.get(file)
        if make is None:
            raise Refusal(words.NO_SUCH_TABLE)
        download = await background.run(lambda: make(job))
        headers = {"Content-Disposition": f'attachment; filename="{download.name}"'}
        return Response(download.content, media_type=download.media_type, headers=headers)

    async def found(key: str) -> Job:
        job = await jobs.find(key)
        if job is None:
            raise NotThere(words.NO_SUCH_EXPERIMENT)
        if job.plan.own is not None:
            registry.own_data_store.come_back(job.plan.own)  # whoever reads on may open or change it
        return job

    async def own(key: str, session: str) -> Job:
        job = await found(key)
        if job.owner != owner_of(registry, session):
            raise Refusal(words.NOT_YOUR_EXPERIMENT)
        return job

    return router


def _table(name: str, rows: Callable[[Plan, Tally], list[dict[str, Any]]]) -> Callable[[Job], Download]:
    return lambda job: Download(name, "text/csv; charset=utf-8", as_csv(rows(job.plan, job.tally)))


def _copy(job: Job) -> ExperimentCopy:
    if job.plan.own is not None:
        raise Refusal(words.NO_NOTEBOOK_OF_OWN)
    return notebook_copy(job.plan, job.tally, job.about.shown)


FILES: dict[str, Callable[[Job], Download]] = {
    "trials.csv": _table("experiment-trials.csv", trial_rows),
    "points.csv": _table("experiment-points.csv", point_rows),
    "notebook.ipynb": lambda job: write_notebook(_copy(job)),
    "notebook.py": lambda job: write_program(_copy(job)),
}


def _experiment(asked: Asked) -> tuple[Experiment, tuple[str, ...]]:
    """What is asked, and which of its measures are drawn first."""
    if (asked.experiment is None) == (not asked.question):
        raise Refusal(words.NO_EXPERIMENT)
    if asked.experiment is not None:
        return asked.experiment, ()
    made = ready(asked.question, asked.variant, asked.form)
    return made.experiment, made.shown


def _guess(guessed: Guessed | None, experiment: Experiment) -> Guess | None:
    if guessed is None:
        return None
    count = len(experiment.axes[0].values) if experiment.axes else 1
    if guessed.measure not in experiment.measures or len(guessed.values) != count:
        raise Refusal(words.NO_GUESS.format(count=count, names=", ".join(experiment.measures)))
    return Guess(guessed.measure, list(guessed.values))


def _state(job: Job) -> Response:
    return Response(worded_json({"state": job.about.state}), media_type="application/json")


def _opened(job: Job, asked: Opened, most_parameters: int) -> Resume | LineUp:
    """One dot, or two as lanes. Here and not above, since training brings Numba along."""
    from glassbox.experiments.open_dot import open_dots

    title = titled(job.about.question, job.plan.experiment.title)
    return open_dots(job.plan, asked.trials, asked.epoch, job.tally.results, most_parameters, title)
