"""Kinds of numbers that several answers have."""

Number = float | None  # None where there is none, or none that is finite
Pair = tuple[float, float]
Box = tuple[float, float, float, float]  # left, right, bottom, top
