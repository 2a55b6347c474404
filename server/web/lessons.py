"""Lessons over HTTP: what there are, one of them, answers judged by the reader's own run, and short addresses."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from glassbox.lessons import words
from glassbox.lessons.answers import address
from glassbox.lessons.checks import MOST
from glassbox.lessons.lesson import Lesson, SetUp, Step
from glassbox.lessons.shelf import Shelf, Shelved
from glassbox.lessons.writing import writing
from glassbox.protocol.refusals import Refusal
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.behind_proxy import to_document
from glassbox.web.bodies import Body, read_body
from glassbox.web.experiment_jobs import ExperimentJobs
from glassbox.web.lesson_facts import LessonFacts
from glassbox.web.lesson_print import printed
from glassbox.web.resource import ForEverybody
from glassbox.web.shelved import shelved_in_spoken
from glassbox.words.wire import worded_json

READING = ["GET", "HEAD"]


class Answered(Body):
    """An answer to a question of a lesson, or None for the truth alone; or which hint is wanted."""

    answer: float | Annotated[list[float | None], Field(max_length=MOST)] | None = None
    hint: Literal[0, 1, 2] = 0


def lessons(registry: Registry, background: Background, jobs: ExperimentJobs, shelf: Shelf) -> APIRouter:
    """The routes. To be asked last: a short address may be any name."""
    router, facts = APIRouter(), LessonFacts(registry, background, jobs)

    async def shelved() -> Shelved:
        return await shelved_in_spoken(shelf, background)

    @router.get("/api/lessons")
    async def read_list() -> Response:
        return ForEverybody((await shelved()).listing)

    @router.get("/api/lessons/writing")
    async def read_writing() -> Response:
        page = await background.run(writing)
        return ForEverybody(worded_json({"title": page.title, "html": page.html}))

    @router.get("/lessons/{name}/print")
    async def read_print(name: str) -> Response:
        lesson = (await shelved()).lessons.get(name)
        if lesson is None:
            raise HTTPException(404)
        return await background.run(lambda: printed(lesson))

    @router.get("/api/lessons/{name}")
    async def read(name: str) -> Response:
        told = (await shelved()).told(name)
        if told is None:
            raise HTTPException(404)
        return ForEverybody(told)

    @router.post("/api/sessions/{session}/lessons/{name}/{step}/{number}")
    async def judge(session: str, name: str, step: int, number: int, request: Request) -> Response:
        body = await read_body(request, Answered)
        lesson = (await shelved()).lessons.get(name)
        if lesson is None:
            raise Refusal(words.NO_SUCH_LESSON)
        asked = _step(lesson, step)
        part = asked.question(number)
        if part is None:
            raise Refusal(words.NO_SUCH_PART)
        judged = await facts.judge(session, asked, _last_set_up(lesson, step), part, body.answer, body.hint)
        return Response(worded_json(judged), media_type="application/json")

    @router.api_route("/{name}", methods=READING, include_in_schema=False)
    @router.api_route("/{name}/", methods=READING, include_in_schema=False)
    async def begin(name: str, request: Request) -> Response:
        return await opened(name, 1, request)

    @router.api_route("/{name}/{step:int}", methods=READING, include_in_schema=False)
    @router.api_route("/{name}/{step:int}/", methods=READING, include_in_schema=False)
    async def begin_step(name: str, step: int, request: Request) -> Response:
        return await opened(name, step, request)

    async def opened(name: str, step: int, request: Request) -> Response:
        lesson = (await shelved()).lessons.get(name)
        if lesson is None or not 1 <= step <= len(lesson.steps):
            raise HTTPException(404)
        return _to_page(_begun(lesson, step), request)

    return router


def _step(lesson: Lesson, number: int) -> Step:
    if not 1 <= number <= len(lesson.steps):
        raise Refusal(words.NO_SUCH_STEP.format(count=len(lesson.steps)))
    return lesson.steps[number - 1]


def _last_set_up(lesson: Lesson, step: int) -> SetUp | None:
    """The step's own, or that of the last one before it that sets up."""
    before = (each.set_up for each in reversed(lesson.steps[:step]))
    return next((each for each in before if each is not None), None)


def _begun(lesson: Lesson, step: int) -> dict[str, str]:
    """The page's address at this step, set up by it or by the last one before it that sets up."""
    set_up = _last_set_up(lesson, step)
    return (address(set_up) if set_up else {}) | {"lesson": lesson.name if step == 1 else f"{lesson.name}-{step}"}


def _to_page(begun: dict[str, str], request: Request) -> RedirectResponse:
    """What the address adds, such as ?dataset=xor or ?hide=network, counts more."""
    query = urlencode(begun | dict(request.query_params))
    return RedirectResponse(to_document(request.scope["path"], query), 307)
