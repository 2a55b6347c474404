"""A finding: one thing that ails a network, where, and what helps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from glassbox.study.answers.of_diagnostics import ToldFinding
from glassbox.study.diagnostics.checkup import Checkup


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


@dataclass(frozen=True)
class Finding:
    """`layer` is counted from 1; None: it is about the whole network."""

    ailment: Ailment
    text: str
    remedy: str
    layer: int | None = None

    def told(self) -> ToldFinding:
        """As the page is told it."""
        return ToldFinding(
            ailment=self.ailment.value,
            layer=self.layer,
            text=self.text,
            remedy=self.remedy,
        )


Check = Callable[[Checkup], Iterator[Finding]]
