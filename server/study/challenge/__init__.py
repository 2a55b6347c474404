"""Scores live networks of a challenge on points that no page gets, and trains them again, so that a record counts."""
