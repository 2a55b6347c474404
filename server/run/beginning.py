"""The numbers that a run, its revisions, its branches and its lanes are counted from."""

FIRST_RUN = 1
FIRST_REVISION = 0
FIRST_BRANCH = 1
FIRST_LANE = 1
