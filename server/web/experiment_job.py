"""One experiment in a server's memory, and the row of the lab book that it is written down as and read from."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import msgspec
from pydantic import ValidationError

from glassbox.data import DATA
from glassbox.experiments.answers import Listed, Report, Unchanged
from glassbox.experiments.definition import Experiment
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import questions
from glassbox.experiments.report import About, listed, report, titled
from glassbox.experiments.runner import Runner
from glassbox.experiments.tally import Tally
from glassbox.experiments.trials import TrialResult
from glassbox.labbook.book import Owner
from glassbox.labbook.experiment_record import UNFINISHED, ExperimentRecord
from glassbox.protocol.refusals import Refusal
from glassbox.run.packed_own import unpack_own
from glassbox.web import words
from glassbox.words.current import spoken
from glassbox.words.languages import Language
from glassbox.words.wire import kept_sentence, plain, worded_json

MOST_ENCODED = 16  # reports kept as bytes, of one experiment
SENTENCE = "sentence"  # beside what is kept of it, so that it can be worded in any language


@dataclass(eq=False)
class Job:
    """One experiment in this server's memory.

    Attributes:
        own: the plan's own data, packed, if it has such.
        unsaved: results that are not in the lab book yet.
        changed: is set when there is something to do for its task.
        is_news: whether the lab book does not know yet how it stands.
    """

    plan: Plan
    tally: Tally
    about: About
    owner: Owner
    own: bytes | None = None
    unsaved: list[TrialResult] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    runner: Runner | None = None
    is_news: bool = True
    held: float = 0.0
    newest: Report | None = None
    encoded: dict[tuple[Language, int, int], bytes] = field(default_factory=dict)

    @property
    def is_unfinished(self) -> bool:
        """Whether a server is to go on with it."""
        return self.about.state in UNFINISHED

    def become(self, state: str) -> None:
        """Another state."""
        self.about.state = state
        self.news()

    def news(self) -> None:
        """Something is to be told and written down."""
        self.is_news = True
        self.tally.touch()
        self.changed.set()

    def told(self, since: int) -> bytes:
        """The report, or what has changed since a revision: the same bytes for everyone who asks for the same in the
        same language.
        """
        revision = self.tally.revision
        if since == revision:
            return worded_json(Unchanged(revision))
        key = (spoken(), revision, since if since < revision else 0)
        if key not in self.encoded:
            if len(self.encoded) >= MOST_ENCODED:
                del self.encoded[next(iter(self.encoded))]
            points = self.tally.points(key[2])
            self.encoded[key] = worded_json(msgspec.structs.replace(self.report, points=points))
        return self.encoded[key]

    @property
    def report(self) -> Report:
        """Without its points; made once for each revision, however many ask, and since when."""
        if self.newest is None or self.newest.revision != self.tally.revision:
            left = self.runner.seconds_left if self.runner and self.is_unfinished else None
            self.newest = report(self.plan, self.tally, self.about, left, self.tally.revision)
        return self.newest

    @property
    def listed(self) -> Listed:
        """Its line of its owner's list."""
        return listed(self.report, self.about.created)


def new_tally(plan: Plan) -> Tally:
    """Its revisions begin where those of an earlier server cannot have come to."""
    return Tally(plan, first_revision=int(time.time() * 1000))


def job_of(record: ExperimentRecord, results: dict[int, Any], most_parameters: int) -> Job:
    """As it was written down.

    Raises:
        Refusal: this version cannot make the experiment any more.
    """
    try:
        experiment = Experiment.model_validate(record.definition)
        own = unpack_own(str(experiment.base.get(DATA)), record.own) if record.own else None
        plan = Plan(experiment, most_parameters, own)
        about = msgspec.convert(dict(record.about) | {"trouble": ""}, About)
        about.trouble = kept_sentence(record.about.get("trouble"))
    except (ValidationError, msgspec.ValidationError):
        raise Refusal(words.EXPERIMENT_OF_ANOTHER_VERSION) from None
    tally = new_tally(plan)
    tally.add(_results(results))
    about.key, about.created, about.state = record.key, record.created, record.state
    return Job(plan, tally, about, Owner(record.owner), record.own, is_news=False)


def _results(rows: dict[int, Any]) -> Iterator[TrialResult]:
    """Those that can be read; the others are trained again."""
    for row in rows.values():
        with suppress(msgspec.ValidationError):
            yield msgspec.convert(row, TrialResult)


def record_of(job: Job) -> ExperimentRecord:
    """The row that it is written down as."""
    row = job.listed
    return ExperimentRecord(
        key=row.id,
        owner=job.owner.digest,
        created=row.created,
        updated=time.time(),
        state=row.state,
        held=job.held,
        title=row.title,
        sentence=row.sentence,
        done=row.done,
        total=row.total,
        definition=job.plan.experiment.plain(),
        about=plain(job.about) | {SENTENCE: plain(row.sentence)},
        own=job.own,
    )


def listed_of(record: ExperimentRecord) -> Listed:
    """The line of its owner's list, of one that is not in memory."""
    named = record.about.get("question")
    question = named if isinstance(named, str) else ""
    return Listed(
        id=record.key,
        title=titled(question, str(record.definition.get("title"))) if question in questions() else record.title,
        question=question,
        state=record.state,
        created=record.created,
        done=record.done,
        total=record.total,
        sentence=kept_sentence(record.about.get(SENTENCE, record.sentence)),
    )
