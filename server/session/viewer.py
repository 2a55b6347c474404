"""A page's place at a session: what the web room holds, and what it takes messages and frames from."""

from dataclasses import dataclass

from glassbox.session.mailbox import Mailbox


@dataclass(frozen=True, eq=False)
class Viewer:
    """One connected page: the name of its session, its number among those that have watched it, and its mailbox."""

    session: str
    number: int
    mailbox: Mailbox
