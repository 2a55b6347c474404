"""Words of the class's file, which the server makes, and of the flag on the shown network's chart."""

from typing import Final

from glassbox.words.sentence import say, say_as

ROUND: Final = say("{question} (round {round})")
RECORD: Final = "challenge"  # a column's name, as the others are
STOPPED: Final = {"not_finite": say("diverged"), "criterion": say("stopped as set"), "unwatched": ""}
NO_VALUE: Final = say_as("no number", "none")
BEGUN_ANEW: Final = say("begun anew for a challenge")
