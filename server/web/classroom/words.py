"""Words of the class's file, which the server makes."""

from typing import Final

ROUND: Final = "{text} (round {round})"
RECORD: Final = "challenge"
STOPPED: Final = {"not_finite": "diverged", "criterion": "stopped as set", "unwatched": ""}
NO_VALUE: Final = "none"
