"""The tables of the lab book, alike in SQLite and PostgreSQL. Whoever changes them raises `SCHEMA_VERSION`."""

from sqlalchemy import JSON, BigInteger, Column, Double, Index, Integer, LargeBinary, MetaData, String, Table, Text

from glassbox.labbook.ids import SHARE_LENGTH
from glassbox.labbook.records import LONGEST_NAME

# 1 had no moments, 2 did not say what was changed in a run, 3 not how old a shared network was, 4 nothing of a goal,
# 5 had no experiments, 6 none about a person's own data,
# 7 had no rooms of classes, 8 did not say which front has one
SCHEMA_VERSION = 9
LONGEST_ROOM = 16
LONGEST_CODE = 40
LONGEST_SENTENCE = 500

metadata = MetaData()

version = Table(
    "glassbox_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1: there is one version
    Column("version", Integer, nullable=False),
)

runs = Table(
    "glassbox_runs",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("owner", LargeBinary(32), nullable=False),  # SHA-256 of the owner's id
    Column("created", Double, nullable=False),  # seconds since 1970, as `updated`
    Column("updated", Double, nullable=False),
    Column("version", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),  # bytes it counts for against the limits
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("problem", String(LONGEST_CODE), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("epochs", Double, nullable=False),
    Column("steps", BigInteger, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("train_loss", Double),
    Column("test_loss", Double),
    Column("train_score", Double),
    Column("test_score", Double),
    Column("stop", String(LONGEST_CODE), nullable=False),
    Column("stop_text", Text, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("picture", LargeBinary),
    Column("data", String(LONGEST_NAME)),
    Column("began", Double),
    Column("best_epoch", BigInteger),
    Column("goal_epoch", BigInteger),
    Column("parameters", BigInteger),
    Column("changed", JSON(none_as_null=True)),
    Index("glassbox_runs_of_owner", "owner", "updated"),
    Index("glassbox_runs_by_age", "updated", "key", "size"),
)

moments = Table(
    "glassbox_moments",  # each run's checkpoint, beside its row: large, and let go before that
    metadata,
    Column("key", String(32), primary_key=True),
    Column("owner", LargeBinary(32), nullable=False),
    Column("updated", Double, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("moment", LargeBinary, nullable=False),
    Index("glassbox_moments_of_owner", "owner", "updated", "size"),
    Index("glassbox_moments_by_age", "updated", "key", "size"),
)

shares = Table(
    "glassbox_shares",
    metadata,
    Column("key", String(SHARE_LENGTH), primary_key=True),
    Column("owner", LargeBinary(32), nullable=False),
    Column("created", Double, nullable=False),
    Column("version", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("weights", LargeBinary, nullable=False),
    Column("epochs", Integer),
    Column("samples", Integer),
    Column("steps", BigInteger),
    Index("glassbox_shares_of_owner", "owner", "created"),
    Index("glassbox_shares_by_age", "created", "key", "size"),
)

experiments = Table(
    "glassbox_experiments",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("owner", LargeBinary(32), nullable=False),
    Column("created", Double, nullable=False),
    Column("updated", Double, nullable=False),
    Column("version", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("state", String(LONGEST_CODE), nullable=False),
    Column("held", Double, nullable=False),
    Column("title", String(LONGEST_NAME), nullable=False),
    Column("sentence", String(LONGEST_SENTENCE), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("definition", JSON, nullable=False),
    Column("about", JSON, nullable=False),
    Column("own", LargeBinary),
    Index("glassbox_experiments_of_owner", "owner", "created"),
    Index("glassbox_experiments_by_age", "updated", "key", "size"),
)

trials = Table(
    "glassbox_trials",  # the trainings of experiments, a row each
    metadata,
    Column("experiment", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("result", JSON, nullable=False),
)

rooms = Table(
    "glassbox_rooms",  # of classes, as they stand; with all that is theirs they are deleted once they are over
    metadata,
    Column("code", String(LONGEST_ROOM), primary_key=True),
    Column("updated", Double, nullable=False),
    Column("state", LargeBinary, nullable=False),
)

room_members = Table(
    "glassbox_room_members",
    metadata,
    Column("room", String(LONGEST_ROOM), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("owner", LargeBinary(32), nullable=False),  # whose rows of the other tables are the room's
    Column("state", LargeBinary, nullable=False),  # empty for one who has left
)

room_answers = Table(
    "glassbox_room_answers",
    metadata,
    Column("room", String(LONGEST_ROOM), primary_key=True),
    Column("question", Integer, primary_key=True, autoincrement=False),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("member", Integer, primary_key=True, autoincrement=False),
    Column("state", LargeBinary, nullable=False),
)

room_leases = Table(
    "glassbox_room_leases",  # which of several fronts has a room, as long as it says so again and again
    metadata,
    Column("code", String(LONGEST_ROOM), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("front", Integer, nullable=False),
    Column("until", Double, nullable=False),  # by the database's own clock
)
