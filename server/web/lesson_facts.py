"""Gathers what a lesson's question is about: of the run, of the lane beside it, or of its owner's experiment."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from glassbox.lessons import words
from glassbox.lessons.answers import Verdict
from glassbox.lessons.checks import Answer, check, names_needed, points_of
from glassbox.lessons.facts import BESIDE, DONE, Facts, Value, is_of_experiment
from glassbox.lessons.lesson import Do, PredictCurve, Question, SetUp, Step
from glassbox.lessons.of_experiment import experiment_facts
from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.experiment_jobs import ExperimentJobs
from glassbox.web.lesson_asides import aside, is_on_other_data, reached_at
from glassbox.web.take_home import owner_of
from glassbox.words.joined import sentences


class LessonFacts:
    """Judges answers. For the event loop; what takes a moment is done in the background."""

    def __init__(self, registry: Registry, background: Background, jobs: ExperimentJobs) -> None:
        self._registry, self._background, self._jobs = registry, background, jobs

    async def judge(
        self, session: str, step: Step, begun: SetUp | None, part: Question, answer: Answer, hint: int
    ) -> Verdict:
        """What an answer to a part of the step is told.

        Args:
            begun: how the step, or one before it, set the network up.

        Raises:
            NoSuchSession, TooEarly: there is no such run, or not yet.
            Refusal: the answer is not of the kind that was asked for.
        """
        names = names_needed(part) | ({"epoch"} if isinstance(part, Do) else set())
        experiment = part.experiment if isinstance(part, Do) else part.until.experiment
        of_experiment = await self._of_experiment(session, experiment) if experiment else {}
        lanes = await self._lanes(session, names)
        judging = _judging(part, answer, hint, names, lanes, of_experiment)
        verdict, facts = await self._background.run(judging)
        if experiment or verdict.state == "waiting" or not names:
            return verdict
        if isinstance(part, Do):
            if verdict.state == "reached" and is_on_other_data(begun, lanes[0].settings):
                return Verdict(state="open", sentence=words.OTHER_DATA)
            more = reached_at(part, facts) if verdict.state == "reached" else ""
        else:
            more = aside(step, part, lanes[0].settings, facts)
        return msgspec.structs.replace(verdict, sentence=sentences(verdict.sentence, more))

    async def _lanes(self, session: str, names: Iterable[str]) -> Sequence[Snapshot]:
        """The run's own, and the one beside it where that is asked about."""
        if any(name.startswith(BESIDE) for name in names):
            lanes: list[Snapshot] = await self._registry.ask(session, "lanes")
            return lanes[:2]
        return [await self._registry.snapshot(session)]

    async def _of_experiment(self, session: str, asked: str) -> Facts:
        """Of the latest that the session's owner has begun."""
        job = await self._jobs.latest(owner_of(self._registry, session), asked)
        if job is None:
            return {DONE: 0.0}
        is_done = job.about.state == "done"
        return await self._background.run(lambda: experiment_facts(job.plan, job.tally, is_done=is_done))


def _judging(
    part: Question, answer: Answer, hint: int, names: frozenset[str], lanes: Sequence[Snapshot], more: Facts
) -> Callable[[], tuple[Verdict, Facts]]:
    """The verdict, and the facts that it is of. Here alone the engine comes in."""

    def judge() -> tuple[Verdict, Facts]:
        from glassbox.study.facts import curve_of, run_facts

        curve = []
        if isinstance(part, PredictCurve):
            curve = curve_of(lanes[0], part.measure, part.until.epochs, points_of(answer))
        facts: dict[str, Value] = dict(more)
        facts |= run_facts(lanes[0], [name for name in names if name not in more and _is_of_run(name)])
        if len(lanes) > 1:
            beside = [name.removeprefix(BESIDE) for name in names if name.startswith(BESIDE)]
            facts |= {BESIDE + name: value for name, value in run_facts(lanes[1], beside).items()}
        return check(part, answer, hint, facts, curve), facts

    return judge


def _is_of_run(name: str) -> bool:
    return not name.startswith(BESIDE) and not is_of_experiment(name)
