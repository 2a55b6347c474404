"""What a run does at a moment: exactly one of three things, or nothing any more, for a reason that the page is told."""

from enum import Enum

from glassbox.protocol.server_messages import Stop


class Phase(Enum):
    """Of a run that has not stopped by itself."""

    RESTING = "resting"  # trains nothing, or to the end of the epochs that were asked for
    STEPPING = "stepping"  # trains the mini-batches that are asked for one by one, and rests after them
    PLAYING = "playing"  # trains until told otherwise


Standing = Phase | Stop
