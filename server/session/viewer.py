"""A page's place at a session: what the web room holds, and what it takes letters and frames from."""

from dataclasses import dataclass

from glassbox.session.mailbox import Mailbox


@dataclass(frozen=True, eq=False)
class Viewer:
    """One connected page: the name of its session, and its mailbox."""

    session: str
    mailbox: Mailbox
