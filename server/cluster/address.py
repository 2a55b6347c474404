"""Where a cluster's scheduler is, and whether one may speak with it there: certificates, or nobody else on the way."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from glassbox.cluster import words

ADDRESS = re.compile(r"(tls|tcp)://(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9][A-Za-z0-9._-]*):(\d{1,5})", re.ASCII)
MOST_PORT = 65535


class NotUsed(Exception):
    """Why a cluster cannot be used, in one sentence."""


@dataclass(frozen=True)
class Address:
    """A scheduler's address, checked.

    Attributes:
        text: as it was written, such as "tls://scheduler.example:8786".
        ca, cert, key: PEM files: whom to trust, who we are, and the key to it; None: as Dask's configuration has them.
        trust_network: whether plain connections may leave this machine.
    Raises:
        NotUsed: it is no address, or plain and open to others.
    """

    text: str
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None
    trust_network: bool = False

    def __post_init__(self) -> None:
        found = ADDRESS.fullmatch(self.text)
        if not found or int(found[3]) > MOST_PORT:
            raise NotUsed(words.NO_ADDRESS.format(text=repr(self.text)))
        if self.is_exposed and not self.trust_network:
            raise NotUsed(words.PLAIN.format(text=self.text))

    @property
    def protocol(self) -> str:
        """Of the connections: "tls" or "tcp"."""
        return self.text.partition("://")[0]

    @property
    def host(self) -> str:
        """Its name or number, without brackets."""
        return self.text.partition("://")[2].rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """Where the scheduler listens."""
        return int(self.text.rpartition(":")[2])

    @property
    def is_exposed(self) -> bool:
        """Whether others may listen in or step between: plain, and not within this machine."""
        return self.protocol == "tcp" and not _is_this_machine(self.host)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
