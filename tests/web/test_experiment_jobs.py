"""Experiments that a server goes on with: paused, cancelled, resumed, and after a crash gone on with where they were."""

import asyncio
import json
import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from glassbox.experiments import runner
from glassbox.experiments.plan import Plan
from glassbox.experiments.report import About
from glassbox.experiments.train import train
from glassbox.labbook.book import LabBook, new_owner_id
from glassbox.labbook.experiment_record import ExperimentRecord
from glassbox.labbook.ids import Owner
from glassbox.protocol.refusals import Refusal
from glassbox.web import experiment_jobs as room
from glassbox.web.background import Background
from glassbox.web.experiment_jobs import ExperimentJobs
from tests.experiments.an_experiment import CURVE, an_experiment, axis
from tests.experiments.running import AtOnce, Stubborn, finished

ME, OTHER = Owner.of(new_owner_id()), Owner.of(new_owner_id())
LONG = an_experiment(axes=[axis("width", 1, 2, 4, 8)], seeds=4)
PATIENCE = 30.0
ROOT = Path(__file__).parents[2]


@pytest.fixture
def one_by_one(monkeypatch):
    """Every bundle is one training."""
    monkeypatch.setattr(runner, "LEAST", 1e-9)


@asynccontextmanager
async def serving(folder, executor=None, workers=1, is_ready=True):
    """A server's jobs, over a lab book in this folder (None: it has none)."""
    book, background = LabBook(folder), Background()
    jobs = ExperimentJobs(book, background, lambda: executor or AtOnce(), workers, 200_000)
    if is_ready:
        jobs.ready()
    try:
        yield jobs
    finally:
        await jobs.close()
        background.close()
        await book.close()


async def until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.005)


async def come_to(jobs, key, *states):
    job = await jobs.find(key)
    await until(lambda: job.about.state in states)
    return job


def numbers(job):
    return sorted(job.tally.results)


def report(job, since=0):
    return json.loads(job.told(since))


def test_it_runs_to_its_end_and_is_kept(tmp_path):
    async def story():
        async with serving(tmp_path) as jobs:
            key = await jobs.begin(ME, an_experiment(), About(key="", question="width"))
            job = await come_to(jobs, key, "done")
            first = report(job)
        async with serving(tmp_path) as jobs:
            again = report(await jobs.find(key))
            [row] = await jobs.listing(ME)
            assert await jobs.listing(OTHER) == []
        assert {**again, "revision": 0} == {**first, "revision": 0}
        assert (row.id, row.state, row.done, row.question) == (key, "done", 6, "width")

    asyncio.run(story())


def test_without_a_lab_book_it_runs_all_the_same_and_says_so():
    async def story():
        async with serving(None) as jobs:
            key = await jobs.begin(ME, an_experiment(), About(key=""))
            job = await come_to(jobs, key, "done")
            await until(lambda: job.about.trouble)
            assert numbers(job) == list(range(6)) and [row.id for row in await jobs.listing(ME)] == [key]

    asyncio.run(story())


def test_nothing_is_trained_before_the_kernels_are_there(tmp_path):
    async def story():
        executor = AtOnce()
        async with serving(tmp_path, executor, is_ready=False) as jobs:
            key = await jobs.begin(ME, an_experiment(), About(key=""))
            await asyncio.sleep(0)
            assert report(await jobs.find(key))["state"] == "waiting" and executor.calls == []
            jobs.ready()
            await come_to(jobs, key, "done")

    asyncio.run(story())


def test_two_tabs_that_start_the_same_thing_share_it(tmp_path):
    async def story():
        async with serving(tmp_path, Stubborn()) as jobs:
            key = await jobs.begin(ME, an_experiment(title="one"), About(key=""))
            assert await jobs.begin(ME, an_experiment(title="other"), About(key="")) == key
            assert await jobs.begin(ME, an_experiment(seeds=3), About(key="")) != key
            assert await jobs.begin(OTHER, an_experiment(), About(key="")) != key

    asyncio.run(story())


def test_nobody_fills_the_server(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST_UNFINISHED", 2)

    async def story():
        async with serving(tmp_path, Stubborn()) as jobs:
            for seeds in (1, 2):
                await jobs.begin(ME, an_experiment(seeds=seeds), About(key=""))
            with pytest.raises(Refusal, match="have not ended"):
                await jobs.begin(ME, an_experiment(seeds=3), About(key=""))

    asyncio.run(story())


def test_the_server_takes_only_so_many_of_all(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST_HERE", 1)

    async def story():
        async with serving(tmp_path, Stubborn()) as jobs:
            await jobs.begin(ME, an_experiment(), About(key=""))
            with pytest.raises(Refusal, match="as many experiments to run as it takes"):
                await jobs.begin(OTHER, an_experiment(), About(key=""))

    asyncio.run(story())


def kept(**facts):
    """An experiment as an earlier version may have written it down."""
    usual = {"key": "k" * 22, "owner": ME.digest, "created": 1.0, "state": "waiting", "total": 6}
    asked = {"definition": an_experiment().plain(), "about": {"key": "k" * 22}}
    return ExperimentRecord(**(usual | asked | facts))


def test_a_row_that_cannot_be_read_is_trained_again(tmp_path):
    async def story():
        async with serving(tmp_path) as jobs:
            sound = vars(train(Plan(an_experiment()).trial(2)))
            await jobs._book.experiments.keep(kept(), {0: {"number": "x"}, 1: {}, 2: sound})
            job = await come_to(jobs, "k" * 22, "done")
            assert numbers(job) == list(range(6))

    asyncio.run(story())


@pytest.mark.parametrize(
    "facts", [{"definition": {"seeds": -1}}, {"definition": {"axes": [axis("beauty", 1)]}}, {"about": {"key": 5}}]
)
def test_what_this_version_cannot_read_is_said_so(tmp_path, facts):
    async def story():
        async with serving(tmp_path) as jobs:
            await jobs._book.experiments.keep(kept(**facts), {})
            with pytest.raises(Refusal):
                await jobs.find("k" * 22)
            assert [row.id for row in await jobs.listing(ME)] == ["k" * 22]
            assert not await jobs.remove(OTHER, "k" * 22) and await jobs.remove(ME, "k" * 22)
            assert await jobs.listing(ME) == []

    asyncio.run(story())


def test_paused_it_begins_nothing_and_resumed_it_goes_on(tmp_path, one_by_one):
    async def story():
        executor = Stubborn()
        async with serving(tmp_path, executor) as jobs:
            job = await come_to(jobs, await jobs.begin(ME, LONG, About(key="")), "running")
            await until(lambda: executor.promised)
            jobs.pause(job)
            executor.do()
            await until(job.task.done)
            was = numbers(job)
            assert was and not executor.promised and report(job)["state"] == "paused"
            jobs.resume(job)
            await until(lambda: executor.promised)
            executor.do()
            await until(lambda: len(job.tally.results) > len(was))
            jobs.cancel(job)

    asyncio.run(story())


def test_paused_and_resumed_at_once_loses_nothing(tmp_path):
    async def story():
        executor = Stubborn()
        async with serving(tmp_path, executor) as jobs:
            job = await come_to(jobs, await jobs.begin(ME, an_experiment(), About(key="")), "running")
            await until(lambda: executor.promised)
            jobs.pause(job)
            jobs.resume(job)
            await until(lambda: job.about.state == "running")
            executor.do()
            await until(lambda: job.about.state == "done")
            assert numbers(job) == list(range(6))

    asyncio.run(story())


def test_cancelled_it_ends_within_a_second_and_keeps_what_is_known(tmp_path, one_by_one):
    async def story():
        executor = Stubborn()
        async with serving(tmp_path, executor) as jobs:
            job = await come_to(jobs, await jobs.begin(ME, LONG, About(key="")), "running")
            await until(lambda: executor.promised)
            executor.do()
            await until(lambda: job.tally.results and executor.promised)
            known = numbers(job)
            began = time.monotonic()
            jobs.cancel(job)
            assert report(job)["state"] == "cancelled"
            promise = executor.promised[0][0]
            await job.task
            assert promise.cancelled() and numbers(job) == known
            assert time.monotonic() - began < room.GRACE + 5, "a grace, and what a busy machine adds"
            jobs.resume(job)
            await until(lambda: job.about.state == "running")
            jobs.cancel(job)

    asyncio.run(story())


def test_deleted_it_is_gone_for_good(tmp_path):
    async def story():
        async with serving(tmp_path, Stubborn()) as jobs:
            key = await jobs.begin(ME, an_experiment(), About(key=""))
            with pytest.raises(Refusal, match="another browser"):
                await jobs.remove(OTHER, key)
            assert await jobs.remove(ME, key) and not await jobs.remove(ME, key)
            assert await jobs.find(key) is None and await jobs.listing(ME) == []

    asyncio.run(story())


def test_all_that_some_owners_have_in_hand_is_deleted_and_nothing_of_others(tmp_path):
    async def story():
        async with serving(tmp_path, Stubborn()) as jobs:
            mine, other = [await jobs.begin(owner, an_experiment(), About(key="")) for owner in (ME, OTHER)]
            await jobs.remove_all_of({ME})
            assert await jobs.find(mine) is None and (await jobs.find(other)).is_unfinished

    asyncio.run(story())


def test_a_server_that_is_ended_leaves_it_for_the_next(tmp_path, one_by_one):
    async def story():
        executor = Stubborn()
        async with serving(tmp_path, executor) as jobs:
            key = await jobs.begin(ME, LONG, About(key=""))
            await until(lambda: executor.promised)
            executor.do()
            job = await jobs.find(key)
            await until(lambda: job.tally.results)
            known = dict(job.tally.results)
        trained = AtOnce()
        async with serving(tmp_path, trained) as jobs:
            job = await come_to(jobs, key, "done")
            assert numbers(job) == list(range(16))
            assert known.items() <= job.tally.results.items()
            sent = [trial.number for (trials,) in trained.calls for trial in trials]
            assert sorted([*sent, *known]) == list(range(16)), "none twice, none left out"

    asyncio.run(story())


A_SERVER = """
import asyncio, sys
from pathlib import Path
from glassbox.experiments import runner
from tests.web import test_experiment_jobs as here

async def story():
    async with here.serving(Path(sys.argv[1])) as jobs:
        key, written = await jobs.begin(here.ME, here.LONG, here.About(key="")), {}
        while len(written) < 5:
            written = (await jobs._book.experiments.find(key))[1]
            await asyncio.sleep(0.01)
        print(key, *written, flush=True)
        await asyncio.sleep(1000)

class Half(here.AtOnce):
    def submit(self, call, /, *arguments, **named):
        return super().submit(call, *arguments, **named) if len(self.calls) < 5 else here.Stubborn().submit(call, *arguments)

here.AtOnce, runner.LEAST, here.room.LEASE = Half, 1e-9, 1.0
asyncio.run(story())
"""


def test_a_server_that_is_killed_loses_no_training_and_counts_none_twice(tmp_path, one_by_one):
    """What it had begun is trained by the next server, once the dead one holds it no more."""
    command = [sys.executable, "-c", A_SERVER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        key, *known = server.stdout.readline().split()
        server.kill()

    async def story():
        trained = AtOnce()
        async with serving(tmp_path, trained) as jobs:
            while (await jobs.find(key)).task is None:
                await asyncio.sleep(0.05)
            job = await come_to(jobs, key, "done")
        sent = [trial.number for (trials,) in trained.calls for trial in trials]
        assert sorted([*sent, *map(int, known)]) == list(range(16)) == numbers(job)
        assert job.tally.results == finished(Plan(LONG), AtOnce()).results

    assert len(known) == 5
    asyncio.run(story())


def test_what_a_living_server_holds_is_not_taken_from_it(tmp_path):
    async def story():
        executor, other = Stubborn(), AtOnce()
        async with serving(tmp_path, executor) as jobs:
            key = await jobs.begin(ME, an_experiment(), About(key=""))
            job = await come_to(jobs, key, "running")
            await until(lambda: not job.is_news)
            async with serving(tmp_path, other) as second:
                seen = await second.find(key)
                assert report(seen)["state"] in ("waiting", "running")
                assert seen.task is None and other.calls == []

    asyncio.run(story())


class Killers(Stubborn):
    """Every worker dies of it."""

    def submit(self, call, /, *arguments, **named):
        future = super().submit(call, *arguments, **named)
        threading.Timer(0, lambda: self.lose(BrokenExecutor())).start()
        return future


def test_trainings_that_kill_every_worker_fail_in_a_sentence(tmp_path):
    async def story():
        async with serving(tmp_path, Killers()) as jobs:
            job = await come_to(jobs, await jobs.begin(ME, an_experiment(), About(key="")), "failed")
            assert report(job)["trouble"].startswith("The processes that train have died again and again")

    asyncio.run(story())


def test_a_base_that_diverges_says_so_at_its_dot(tmp_path):
    async def story():
        experiment = an_experiment(base=CURVE | {"optimizer": "sgd"}, epochs=100,
                                   axes=[axis("learning_rate", 0.01, 10.0)])  # fmt: skip
        async with serving(tmp_path) as jobs:
            job = await come_to(jobs, await jobs.begin(ME, experiment, About(key="")), "done")
            told = report(job)
            assert [point["diverged"] for point in told["points"]] == [0, 2]
            assert told["points"][1]["median"]["test_mse"] is None
            assert any("diverged" in each for each in told["sentences"])

    asyncio.run(story())


def test_over_threads_everything_is_as_trained_one_by_one(tmp_path):
    async def story():
        plan = Plan(an_experiment(seeds=3))
        with ThreadPoolExecutor(2) as threads:
            async with serving(tmp_path, threads, workers=2) as jobs:
                job = await come_to(jobs, await jobs.begin(ME, plan.experiment, About(key="")), "done")
        assert job.tally.results == {n: train(plan.trial(n)) for n in range(9)} == finished(plan, AtOnce()).results

    asyncio.run(story())


def test_the_latest_of_a_question_is_its_owners_and_of_the_variant_that_is_asked_for(tmp_path):
    asked = [(ME, "relu"), (ME, ""), (ME, "relu"), (OTHER, "classes")]

    async def story():
        async with serving(tmp_path, is_ready=False) as jobs:
            begun = [
                await jobs.begin(owner, an_experiment(seeds=seeds), About(key="", question="width", variant=variant))
                for seeds, (owner, variant) in enumerate(asked, start=1)
            ]
            assert (await jobs.latest(ME, "width/relu")).about.key == begun[2]
            for first in ("width", "width/numbers"):  # without a name it is the first variant
                assert (await jobs.latest(ME, first)).about.key == begun[1]
            assert await jobs.latest(ME, "width/classes") is None and await jobs.latest(ME, "depth") is None

    asyncio.run(story())
