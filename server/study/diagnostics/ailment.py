"""What can ail a network, by the names that findings have; free of what finds it."""

from enum import StrEnum


class Ailment(StrEnum):
    """What can be wrong. The order is that of the report: causes before what follows from them."""

    UNSCALED = "unscaled_inputs"
    IDENTICAL = "identical_units"
    SMALL_BATCHES = "small_batches"
    UNSEEN_CLASSES = "unseen_classes"
    RATE_HIGH = "rate_too_high"
    UPDATES_LARGE = "updates_too_large"
    EXPLODING = "exploding_gradients"
    STUCK = "stuck_steps"
    DEAD = "dead_units"
    SATURATED = "saturated_units"
    VANISHING = "vanishing_gradients"
    FADING = "fading_signals"
    RATE_LOW = "rate_too_low"
    MEMORISING = "memorised_noise"
    OVERFITTING = "overfitting"
    UNDERFITTING = "underfitting"
    ASLEEP = "asleep"
