"""What the operator chooses: limits and times, from the command line's options or the environment."""

import os
from dataclasses import dataclass, field


def training_threads() -> int:
    """Threads that train, for all sessions together: one core stays free for the sockets."""
    return max(1, (os.cpu_count() or 1) - 1)


@dataclass(frozen=True)
class Config:
    """The operator's choices; times in seconds, sizes in bytes or counts."""

    host: str = "127.0.0.1"
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ()  # further names this server is reached by, beside its own addresses
    most_sessions: int = 200
    most_parameters: int = 200_000  # of one network
    pause_after: float = 300.0  # a session nobody watches pauses …
    forget_after: float = 3600.0  # … and is let go after a longer while
    not_reading_after: float = 30.0  # a viewer that acknowledges nothing for so long is let go
    threads: int = field(default_factory=training_threads)
    longest_message: int = 64 * 1024
    most_messages_a_second: float = 120.0
    largest_burst: int = 240
