"""What the operator chooses: limits, times and places, from the command line's options or the environment."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from glassbox.cluster.address import Address
from glassbox.front import Front


def training_threads() -> int:
    """Threads that train, for all sessions together: one core stays free for the sockets."""
    return max(1, (os.cpu_count() or 1) - 1)


def own_data_folder() -> Path | None:
    """Where this system keeps a user's data; None for a user without a home."""
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "glassbox"
    if (chosen := os.environ.get("XDG_DATA_HOME")) and Path(chosen).is_absolute():
        return Path(chosen) / "glassbox"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Application Support" if sys.platform == "darwin" else ".local/share") / "glassbox"


@dataclass(frozen=True)
class Config:
    """The operator's choices; times in seconds, sizes in bytes or counts."""

    host: str = "127.0.0.1"
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ()  # further names this server is reached by, beside its own addresses
    root_path: str = ""  # the path of a site below which a proxy shows the playground, such as /glassbox
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")  # addresses and networks whose X-Forwarded-… counts
    most_sessions: int = 200
    most_sockets_a_session: int = 5  # pages that look on, and such as have not said yet what they open
    most_parameters: int = 200_000  # of one network
    pause_after: float = 240.0  # a session nobody watches pauses, and takes little room from then on …
    forget_after: float = 3600.0  # … and is let go after a longer while
    timeline_bytes: int = 16 * 2**20  # of one network's past, for the timeline, and as much again for undoing changes
    not_reading_after: float = 30.0  # a viewer that acknowledges nothing for so long is let go
    threads: int = field(default_factory=training_threads)
    processes: int = 0  # that carry the live networks; 0: the threads of the server's own
    experiment_workers: int = field(default_factory=lambda: os.cpu_count() or 1)  # processes, which give way to threads
    most_own_bytes: int = 128 * 1024 * 1024  # of people's own data, and as much again of tables being looked at
    longest_message: int = 64 * 1024
    most_messages_a_second: float = 120.0
    largest_burst: int = 240
    most_files_a_second: float = 2.0  # tables and networks, from one address: a class may share one …
    largest_burst_of_files: int = 100
    most_drawings_a_second: float = 60.0  # … and a page that is drawn on sends some each second
    largest_burst_of_drawings: int = 600
    data_folder: Path | None = field(default_factory=own_data_folder)
    database_url: str = field(default="", repr=False)  # it may hold a password
    rooms: Literal["here", "key", "anyone"] = "here"  # who may open a room for a class: only this machine's browser …
    room_key: str = field(default="", repr=False)  # … or whoever has this
    most_rooms: int = 50
    most_members: int = 300  # of one room
    front: Front = field(default_factory=Front)  # which of several servers in front of one site this is
    metrics: Literal["here", "anyone", "nobody"] = "here"  # who may read how busy the server is
    log: Literal["text", "json"] = "text"
    lessons_folder: Path | None = None  # of lessons beside those that come along
    cluster: Address | None = None  # whose workers train the experiments; None: this machine

    @property
    def listens_for_others(self) -> bool:
        """Whether it listens on every address of the machine, which may be on no network all the same."""
        return self.host in ("0.0.0.0", "::")
