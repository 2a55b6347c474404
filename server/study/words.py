"""What the study says where it cannot answer. One clear sentence each."""

from glassbox.words.sentence import say

NOT_FINITE = say("The weights have run away: they are no longer finite numbers. Lower the learning rate, then reset.")
OVERFLOW = say(
    "The weights are so large that what is computed from them is beyond the numbers a computer holds. "
    "Choose smaller ones, or reset."
)
