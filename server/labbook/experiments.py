"""The rows of experiments, and a row for each of their trainings: written as they come, each once."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, exists, select, update

from glassbox.labbook.experiment_record import UNFINISHED, ExperimentRecord
from glassbox.labbook.ids import Owner
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import LONGEST_NAME, Limits
from glassbox.labbook.sound import as_stored, sound
from glassbox.labbook.tables import LONGEST_CODE, LONGEST_SENTENCE, experiments, trials
from glassbox.labbook.text import one_line
from glassbox.labbook.upsert import insert_into

MOST_LISTED = 200
COLUMNS = [column for column in experiments.c if column.name in ExperimentRecord.__dataclass_fields__]
LISTED = [column for column in COLUMNS if column.name != "own"]
KEPT = {"key", "owner", "created", "version", "definition", "own", "size"}  # what a newer record leaves as it is

LONGEST = {"title": LONGEST_NAME, "sentence": LONGEST_SENTENCE, "state": LONGEST_CODE}

Results = Mapping[int, Mapping[str, Any]]  # by number


def keep(connection: Connection, record: ExperimentRecord, results: Results, limits: Limits) -> None:
    """Write an experiment as it stands, and results that have come since; a training that has a row keeps it."""
    is_new = not connection.scalar(select(exists().where(experiments.c.key == record.key)))
    statement = insert_into(connection, experiments)
    changed = {name: statement.excluded[name] for name in _values(record) if name not in KEPT}
    is_own = experiments.c.owner == statement.excluded.owner
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_=changed, where=is_own), [_values(record)]
    )
    _keep_results(connection, record.key, results)
    if is_new:
        _let_go(connection, record.owner, limits)


def _keep_results(connection: Connection, key: str, results: Results) -> None:
    if not results:
        return
    rows = [{"experiment": key, "number": number, "result": dict(result)} for number, result in results.items()]
    connection.execute(insert_into(connection, trials).on_conflict_do_nothing(), rows)
    size = sum(len(json.dumps(row["result"])) for row in rows)
    grown = update(experiments).where(experiments.c.key == key).values(size=experiments.c.size + size)
    connection.execute(grown)


def find(connection: Connection, key: str) -> ExperimentRecord | None:
    """The experiment with this id, if it is (still) there and can be read."""
    query = select(*map(as_stored, COLUMNS)).where(experiments.c.key == key)
    found = connection.execute(query).mappings().first()
    return _read(dict(found)) if found else None


def results(connection: Connection, key: str) -> dict[int, Any]:
    """The results of its trainings by number, but for damaged ones, which are trained again."""
    query = select(trials.c.number, as_stored(trials.c.result)).where(trials.c.experiment == key)
    read = ((number, _sound_or_none(text)) for number, text in connection.execute(query))
    return {number: result for number, result in read if result is not None}


def listing(connection: Connection, owner: Owner) -> list[ExperimentRecord]:
    """The owner's experiments, the newest first."""
    query = select(*map(as_stored, LISTED)).where(experiments.c.owner == owner.digest)
    newest = query.order_by(experiments.c.created.desc(), experiments.c.key).limit(MOST_LISTED)
    read = (_read(dict(found)) for found in connection.execute(newest).mappings())
    return [record for record in read if record is not None]


def unfinished(connection: Connection, now: float) -> list[str]:
    """The ids of those that no server goes on with, the oldest first."""
    left = experiments.c.state.in_(UNFINISHED) & (experiments.c.held < now)
    return list(connection.scalars(select(experiments.c.key).where(left).order_by(experiments.c.created)))


def hold(connection: Connection, key: str, now: float, until: float) -> bool:
    """Take one over that no server goes on with; whether nobody was quicker."""
    free = (experiments.c.key == key) & (experiments.c.held < now)
    return connection.execute(update(experiments).where(free).values(held=until)).rowcount == 1


def remove(connection: Connection, owner: Owner, key: str) -> bool:
    """Delete one with all its trainings; whether the owner had it."""
    own = (experiments.c.key == key) & (experiments.c.owner == owner.digest)
    was_there = connection.execute(delete(experiments).where(own)).rowcount == 1
    if was_there:
        connection.execute(delete(trials).where(trials.c.experiment == key))
    return was_there


def _let_go(connection: Connection, owner: bytes, limits: Limits) -> None:
    for each in crowded(connection, experiments, [owner], limits.experiments_of_owner):
        prune(connection, experiments, experiments.c.updated, limits.experiments_of_owner, each)
    prune(connection, experiments, experiments.c.updated, limits.experiments)
    connection.execute(delete(trials).where(~exists().where(experiments.c.key == trials.c.experiment)))


def _values(record: ExperimentRecord) -> dict[str, Any]:
    facts = {column.name: getattr(record, column.name) for column in COLUMNS}
    texts = {name: one_line(facts[name], longest) for name, longest in LONGEST.items()}
    size = len(json.dumps([facts["definition"], facts["about"]])) + len(facts["own"] or b"")
    return facts | texts | {"definition": dict(record.definition), "about": dict(record.about), "size": size}


def _read(found: dict[str, Any]) -> ExperimentRecord | None:
    try:
        facts = {column.name: sound(column, found[column.name]) for column in COLUMNS if column.name in found}
        are_objects = isinstance(facts["definition"], dict) and isinstance(facts["about"], dict)
        return ExperimentRecord(**facts) if are_objects else None
    except (ValueError, TypeError, RecursionError):
        return None


def _sound_or_none(text: Any) -> Any:
    try:
        return sound(trials.c.result, text)
    except (ValueError, TypeError, RecursionError):
        return None
