"""What the study says where it cannot answer. One clear sentence each."""

NOT_FINITE = "The weights have run away: they are no longer finite numbers. Lower the learning rate, then reset."
OVERFLOW = (
    "The weights are so large that what is computed from them is beyond the numbers a computer holds. "
    "Choose smaller ones, or reset."
)
