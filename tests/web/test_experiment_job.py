"""One experiment in memory: told to any number of readers, and the same when it was written down and read again."""

import json
from contextvars import copy_context
from dataclasses import asdict

from glassbox.experiments.plan import Plan
from glassbox.experiments.report import About, report
from glassbox.experiments.train import train
from glassbox.labbook.book import new_owner_id
from glassbox.labbook.ids import Owner
from glassbox.run.packed_own import pack_own
from glassbox.web import experiment_job
from glassbox.web.experiment_job import MOST_ENCODED, Job, job_of, listed_of, new_tally, record_of
from glassbox.words.current import speak
from glassbox.words.languages import language_of
from glassbox.words.sentence import say
from glassbox.words.wire import worded_json
from tests.experiments.an_experiment import an_experiment
from tests.run.own import some_own

ME = Owner.of(new_owner_id())
TRIALS = 6


def a_job(trained=TRIALS):
    plan = Plan(an_experiment())
    job = Job(plan, new_tally(plan), About(key="k" * 22, created=1.0, question="width", state="running"), ME)
    job.tally.add([train(plan.trial(number)) for number in range(trained)])
    return job


def test_thirty_readers_cost_one():
    job = a_job()
    first = job.told(0)
    assert all(job.told(0) is first for _ in range(30))
    revision = json.loads(first)["revision"]
    assert json.loads(job.told(revision)) == {"revision": revision}
    assert len(json.loads(job.told(revision + 10))["points"]) == 3, "that of an earlier server"


def test_readers_who_asked_at_different_moments_cost_one_report_too(monkeypatch):
    """A page asks for what is new since its own last answer: thirty pages have thirty of them."""
    made = []

    def counted(*arguments):
        made.append(arguments)
        return report(*arguments)

    monkeypatch.setattr(experiment_job, "report", counted)
    job = a_job(trained=3)
    first = job.tally.revision
    for number in range(3, TRIALS):
        job.tally.add([train(job.plan.trial(number))])
        told = [json.loads(job.told(since)) for since in range(first - 1, job.tally.revision)]
        assert len(made) == number - 2 and {each["done"] for each in told} == {number + 1}
    assert job.listed.done == TRIALS and len(made) == 3
    changed = [len(json.loads(job.told(since))["points"]) for since in range(first - 1, job.tally.revision)]
    assert changed == sorted(changed, reverse=True) and changed[0] == 3 and changed[-1] == 1


def test_readers_at_many_revisions_take_bounded_memory():
    job = a_job()
    for since in range(100):
        job.told(since)
    assert len(job.encoded) == MOST_ENCODED


def test_written_down_and_read_again_it_tells_the_same():
    job = a_job(trained=4)
    rows = {number: asdict(result) for number, result in job.tally.results.items()}
    again = job_of(record_of(job), json.loads(json.dumps(rows)), 200_000)
    said, before = (json.loads(each.told(0)) for each in (again, job))
    assert said | {"revision": 0} == before | {"revision": 0}
    assert again.owner.digest == ME.digest and not again.is_news


def test_in_its_owners_list_a_row_reads_as_the_experiment_does():
    job = a_job()
    assert listed_of(record_of(job)) == job.listed


def test_data_of_ones_own_are_written_down_with_it():
    base = {"dataset": "own.a-name", "hidden": [{"units": 2}]}
    own, asked = some_own(), an_experiment(base=base, measures=["test_error"])
    plan = Plan(asked, own=own)
    job = Job(plan, new_tally(plan), About(key="k" * 22, state="running"), ME, pack_own(own))
    again = job_of(record_of(job), {}, 200_000)
    assert again.plan.own == own and again.own == job.own
    assert train(again.plan.trial(2)) == train(plan.trial(2))


def test_it_is_kept_in_no_language_and_told_in_each():
    job = a_job()
    job.about.variant, job.about.trouble = "width", say("The server is full.")
    record = record_of(job)
    assert json.dumps(record.about), "as the lab book writes it"

    def asked():
        speak(language_of("ar-XB"))
        report = json.loads(job.told(0))
        return report, json.loads(worded_json(listed_of(record)))

    (report, line), english = copy_context().run(asked), json.loads(job.told(0))
    assert report["sentences"][0].startswith("⟦") and not english["sentences"][0].startswith("⟦")
    assert report["trouble"].startswith("⟦") and line["sentence"].startswith("⟦") and line["title"].startswith("⟦")
    assert job_of(record, {}, 200_000).about.trouble == "The server is full."
