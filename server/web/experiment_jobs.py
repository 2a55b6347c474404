"""The experiments that this server goes on with: one task for each, all over the same workers, kept in the lab book as
they come.

What is written down belongs to whoever holds it: a server renews that every few seconds, so that after a crash another
one, or itself started anew, goes on where it was.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import asdict
from functools import partial

from glassbox.data import Own
from glassbox.experiments.answers import Listed
from glassbox.experiments.definition import Experiment
from glassbox.experiments.executors import at_once, let_go
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import questions, variants_of
from glassbox.experiments.report import About
from glassbox.experiments.runner import Lost, Runner
from glassbox.experiments.trials import TrialResult
from glassbox.labbook.book import LabBook, LabBookUnavailable, Owner, new_run_key
from glassbox.protocol.refusals import Refusal
from glassbox.run.packed_own import pack_own
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.experiment_job import Job, job_of, listed_of, new_tally, record_of

AT_ONCE = 4  # experiments that have workers at the same time; the others wait
MOST_UNFINISHED = 20  # of one owner
MOST_HERE = 200  # unfinished ones of all owners
MOST_IN_MEMORY = 100
MOST_LOOKED_AT = 10  # of one question, to find its variant
GRACE = 0.7  # seconds that a bundle may go on after its experiment was cancelled
SAVE_EVERY = 1.0  # seconds
LEASE = 15.0  # seconds that an experiment is held by the server that goes on with it

logger = logging.getLogger(__name__)


class ExperimentJobs:
    """All of this server. For the event loop's thread.

    Args:
        make_workers: what trains, made when the first experiment runs.
        workers: how many trainings at once.
    """

    def __init__(
        self,
        book: LabBook,
        background: Background,
        make_workers: Callable[[], Executor],
        workers: int,
        most_parameters: int,
    ) -> None:
        self._book = book
        self._background = background
        self._make_workers = make_workers
        self._executor: Executor | None = None
        self._workers = workers
        self._most_parameters = most_parameters
        self._jobs: dict[str, Job] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._keeper: asyncio.Task[None] | None = None
        self._going_on: asyncio.Task[None] | None = None
        self._is_ready = asyncio.Event()
        self.trials = 0  # that were trained since the start

    @property
    def workers(self) -> int:
        """How many trainings at once."""
        return at_once(self._executor, self._workers) if self._executor else self._workers

    @property
    def unfinished(self) -> int:
        """How many experiments are to be gone on with."""
        return sum(job.is_unfinished for job in self._jobs.values())

    async def plan(self, experiment: Experiment, own: Own | None = None) -> Plan:
        """The experiment laid out.

        Args:
            own: the person's own data, where its base names such.

        Raises:
            Refusal: it cannot be run, with one sentence why.
        """
        return await self._background.run(lambda: Plan(experiment, self._most_parameters, own))

    async def begin(self, owner: Owner, experiment: Experiment, about: About, own: Own | None = None) -> str:
        """Run an experiment; its id. What the owner has asked for already, and is still running, is not begun again."""
        plan = await self.plan(experiment, own)
        packed = await self._background.run(partial(pack_own, own)) if own else None
        mine = [job for job in self._jobs.values() if job.owner == owner and job.is_unfinished]
        same = next((job for job in mine if job.plan.experiment.key() == experiment.key()), None)
        if same is not None:
            return same.about.key
        if len(mine) >= MOST_UNFINISHED:
            raise Refusal(words.TOO_MANY_EXPERIMENTS.format(most=MOST_UNFINISHED))
        if self.unfinished >= MOST_HERE:
            raise Refusal(words.NO_PLACE_FOR_EXPERIMENTS)
        about.key, about.created, about.state = new_run_key(), time.time(), "waiting"
        job = self._remember(Job(plan, new_tally(plan), about, owner, packed))
        self._start(job)
        await self._save(job)
        return about.key

    async def find(self, key: str) -> Job | None:
        """An experiment, of this server's memory or of the lab book; None if there is none of this id (any more)."""
        if key in self._jobs:
            return self._jobs[key]
        read = await self._read(key)
        is_ours = read is not None and (not read.is_unfinished or await self._hold(key))
        if read is None or key in self._jobs or not is_ours:
            return self._jobs.get(key, read)  # another server may go on with it
        if read.is_unfinished:
            read.become("waiting")
            self._start(read)
        return self._remember(read)

    async def listing(self, owner: Owner) -> list[Listed]:
        """The owner's experiments, the newest first."""
        try:
            kept = {record.key: listed_of(record) for record in await self._book.experiments.listing(owner)}
        except LabBookUnavailable:
            kept = {}
        own = [job for job in self._jobs.values() if job.owner == owner]
        here = {job.about.key: job.listed for job in own}
        return sorted((kept | here).values(), key=lambda each: -each.created)

    async def latest(self, owner: Owner, asked: str) -> Job | None:
        """The owner's newest experiment of a ready question, “width” or with its variant “width/numbers”."""
        question, _, variant = asked.partition("/")
        first = next(iter(variants_of(questions()[question].settings))).name
        for line in [each for each in await self.listing(owner) if each.question == question][:MOST_LOOKED_AT]:
            job = await self.find(line.id)
            if job is not None and (job.about.variant or first) == (variant or first):
                return job
        return None

    def pause(self, job: Job) -> None:
        """Begin nothing more of it; what is being trained still counts."""
        if job.is_unfinished:
            job.become("paused")
            self.look_after()

    def resume(self, job: Job) -> None:
        """Go on where it was: also with one that was cancelled."""
        if job.about.state in ("paused", "cancelled", "failed"):
            job.about.trouble = ""
            job.become("waiting")
            self._start(job)

    def cancel(self, job: Job) -> None:
        """Train no further; what is known stays."""
        if job.is_unfinished or job.about.state == "paused":
            job.become("cancelled")
            self.look_after()

    async def remove(self, owner: Owner, key: str) -> bool:
        """Delete one for good, also one that cannot be read any more; whether the owner had it.

        Raises:
            Refusal: it is somebody else's.
        """
        job = self._jobs.get(key)
        if job is None:
            return await self._book.experiments.remove(owner, key)
        if job.owner != owner:
            raise Refusal(words.NOT_YOUR_EXPERIMENT)
        job.become("cancelled")
        if job.task is not None:
            await asyncio.wait([job.task])
        self._jobs.pop(key, None)
        with suppress(LabBookUnavailable):  # then it was in memory only
            await self._book.experiments.remove(owner, key)
        return True

    async def remove_all_of(self, owners: Collection[Owner]) -> None:
        """Delete all that are in hand of these owners."""
        for key in [key for key, job in self._jobs.items() if job.owner in owners]:
            await self.remove(self._jobs[key].owner, key)

    def ready(self) -> None:
        """The kernels are compiled, so workers need not do so: trainings may begin, and what was left goes on."""
        self._is_ready.set()
        self._going_on = asyncio.create_task(self._go_on(), name="experiments go on")

    async def _go_on(self) -> None:
        """At once, and once more when what a server held that has died is free."""
        for wait in (0.0, LEASE + 1) if self._book.is_there else ():
            await asyncio.sleep(wait)
            with suppress(LabBookUnavailable):
                for key in await self._book.experiments.unfinished(time.time()):
                    await self._find_if_sound(key)

    async def _find_if_sound(self, key: str) -> None:
        try:
            await self.find(key)
        except Refusal as refused:
            logger.warning("An experiment of an earlier version cannot go on: %s", refused.text)

    async def close(self) -> None:
        """Write down what has come, and hold nothing any more."""
        tasks = [job.task for job in self._jobs.values() if job.task is not None]
        tasks += [task for task in (self._keeper, self._going_on) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for job in self._jobs.values():
            job.held = 0.0
            if job.is_news or job.is_unfinished:
                await self._save(job)
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def look_after(self) -> None:
        """Something is new that is to be written down."""
        if self._keeper is None or self._keeper.done():
            self._keeper = asyncio.create_task(self._keep(), name="experiments are kept")

    # ---- going on

    def _start(self, job: Job) -> None:
        job.held = time.time() + LEASE
        if job.task is None or job.task.done():
            job.task = asyncio.create_task(self._run(job), name="experiment")
        self.look_after()

    async def _run(self, job: Job) -> None:
        await self._is_ready.wait()
        try:
            async with self._turns:
                await self._train(job)
        except Lost:
            self._fail(job, words.WORKERS_LOST)
        except Exception:
            logger.exception("An experiment could not go on")
            self._fail(job, words.EXPERIMENT_FAILED)
        finally:
            self._drop(job)

    def _fail(self, job: Job, text: str) -> None:
        job.about.trouble = text
        job.become("failed")
        self.look_after()

    async def _train(self, job: Job) -> None:
        if not job.is_unfinished:
            return
        executor = self._executor = self._executor or self._make_workers()
        runner = job.runner = Runner(job.plan, executor, self._workers, job.tally.results)
        while not runner.is_done:
            job.changed.clear()
            self._fill(job, runner)
            if job.about.state == "cancelled":
                await self._let_finish(job, runner)
                return
            if not runner.in_flight:
                return
            await job.changed.wait()
            self._take(job, runner.take())
        job.become("done")

    def _fill(self, job: Job, runner: Runner) -> None:
        if job.about.state == "waiting":
            job.become("running")
        if job.about.state == "running":
            loop = asyncio.get_running_loop()
            for promise in runner.fill():
                promise.add_done_callback(lambda _: _wake(loop, job.changed))

    async def _let_finish(self, job: Job, runner: Runner) -> None:
        """What has been begun: short bundles end by themselves."""
        runner.withdraw()
        end = time.monotonic() + GRACE
        while runner.in_flight and time.monotonic() < end:
            with suppress(TimeoutError):
                job.changed.clear()
                await asyncio.wait_for(job.changed.wait(), end - time.monotonic())
            self._take(job, runner.take())

    def _drop(self, job: Job) -> None:
        """What is still being trained is not wanted any more."""
        runner, job.runner = job.runner, None
        if runner is not None:
            runner.withdraw()
            for promise in runner.in_flight:
                let_go(runner.executor, promise)

    def _take(self, job: Job, results: Iterable[TrialResult]) -> None:
        new = job.tally.add(results)
        job.unsaved += new
        self.trials += len(new)
        job.is_news = job.is_news or bool(new)

    # ---- keeping

    async def _keep(self) -> None:
        """While anything goes on: write down what is new, and hold what goes on."""
        while any(job.is_news or job.is_unfinished for job in self._jobs.values()):
            await asyncio.sleep(SAVE_EVERY)
            for job in list(self._jobs.values()):
                is_to_be_held = job.is_unfinished and job.held < time.time() + LEASE / 2
                if job.is_news or is_to_be_held:
                    job.held = time.time() + LEASE if job.is_unfinished else 0.0
                    await self._save(job)

    async def _save(self, job: Job) -> None:
        """What cannot be written waits, and is tried again; the experiment goes on meanwhile."""
        results, job.unsaved, job.is_news = job.unsaved, [], False
        try:
            await self._book.experiments.keep(record_of(job), {each.number: asdict(each) for each in results})
        except LabBookUnavailable as reason:
            job.unsaved, job.is_news = results + job.unsaved, True
            self._tell_trouble(job, reason.text)
        else:
            self._tell_trouble(job, "")

    def _tell_trouble(self, job: Job, text: str) -> None:
        if job.about.state != "failed" and job.about.trouble != text:
            job.about.trouble = text
            job.tally.touch()

    async def _read(self, key: str) -> Job | None:
        try:
            found = await self._book.experiments.find(key)
        except LabBookUnavailable:
            return None
        if found is None:
            return None
        record, results = found
        return await self._background.run(lambda: job_of(record, results, self._most_parameters))

    async def _hold(self, key: str) -> bool:
        """Take over what no server goes on with; whether nobody was quicker."""
        now = time.time()
        return await self._book.experiments.hold(key, now, now + LEASE)

    def _remember(self, job: Job) -> Job:
        """And forget those that have ended, and were found longest ago."""
        self._jobs[job.about.key] = job
        ended = [key for key, each in self._jobs.items() if not (each.is_news or each.is_unfinished or each is job)]
        for key in ended[: max(len(self._jobs) - MOST_IN_MEMORY, 0)]:
            del self._jobs[key]
        return job


def _wake(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(event.set)
