"""Words of the class's file, which the server makes, and of the flag on the shown network's chart."""

from typing import Final

ROUND: Final = "{text} (round {round})"
RECORD: Final = "challenge"
STOPPED: Final = {"not_finite": "diverged", "criterion": "stopped as set", "unwatched": ""}
NO_VALUE: Final = "none"
BEGUN_ANEW: Final = "begun anew for a challenge"
