"""An experiment as the lab book keeps it: plain values, for the web room and the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from glassbox.engine.scheme import SCHEME

UNFINISHED = ("waiting", "running")  # states in which a server goes on with it after a restart


@dataclass(frozen=True, kw_only=True, slots=True)
class ExperimentRecord:
    """One experiment, without its trainings.

    Attributes:
        key: its id, which lets everybody read it who has it.
        owner: SHA-256 of its owner's id: who may change it.
        created, updated: seconds since 1970.
        version: `SCHEME` of the Glassbox that began it.
        state: waiting, running, paused, done, cancelled or failed.
        held: until when (seconds since 1970) a server goes on with it; another one takes it over only after that.
        title, sentence: for lists.
        done, total: how many of its trainings have ended, and how many there are.
        definition: what was asked, as JSON.
        about: what else is to be told of it, as JSON: which ready question, the guess.
        own: the person's own data that it is about, packed; None: it is about none, or this is a line of a list.
    """

    key: str
    owner: bytes
    created: float
    updated: float = 0.0
    version: int = SCHEME
    state: str
    held: float = 0.0
    title: str = ""
    sentence: str = ""
    done: int = 0
    total: int = 0
    definition: Mapping[str, Any]
    about: Mapping[str, Any]
    own: bytes | None = None
