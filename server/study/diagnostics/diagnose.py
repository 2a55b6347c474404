"""Puts the checks together: all findings of a check-up, causes first, without what only follows from them."""

from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.depth import exploding_gradients, vanishing_gradients, vanishing_signals
from glassbox.study.diagnostics.finding import Check, Finding
from glassbox.study.diagnostics.fitting import memorised_noise, overfitting, underfitting
from glassbox.study.diagnostics.given import small_batches, unscaled_inputs, unseen_classes
from glassbox.study.diagnostics.pace import rate_too_high, rate_too_low, updates_too_large
from glassbox.study.diagnostics.plateau import asleep
from glassbox.study.diagnostics.units import dead_units, identical_units, saturated_units, stuck_steps

NO_GRADIENT = {Ailment.IDENTICAL, Ailment.STUCK, Ailment.DEAD, Ailment.SATURATED}
NO_MEASURE = {Ailment.UNSCALED, Ailment.EXPLODING}

# Each with what explains it: a finding that is only a consequence of another would point to the wrong remedy.
CHECKS: tuple[tuple[Check, set[Ailment]], ...] = (
    (unscaled_inputs, set()),
    (identical_units, set()),
    (small_batches, set()),
    (unseen_classes, set()),
    (exploding_gradients, {Ailment.UNSCALED}),
    (rate_too_high, NO_MEASURE | {Ailment.IDENTICAL, Ailment.SMALL_BATCHES}),
    (updates_too_large, NO_MEASURE | {Ailment.IDENTICAL}),
    (stuck_steps, {Ailment.IDENTICAL}),
    (dead_units, {Ailment.IDENTICAL}),
    (saturated_units, {Ailment.IDENTICAL}),
    (vanishing_gradients, NO_GRADIENT | {Ailment.EXPLODING}),
    (vanishing_signals, NO_GRADIENT | {Ailment.VANISHING}),
    (rate_too_low, NO_GRADIENT | {Ailment.VANISHING, Ailment.FADING, Ailment.UNSCALED}),
    (memorised_noise, set()),
    (overfitting, set()),
    (underfitting, set(Ailment)),
    (asleep, set(Ailment)),
)


def diagnose(checkup: Checkup) -> list[Finding]:
    """What ails the network, in the order of `CHECKS`."""
    found = list[Finding]()
    for check, explained_by in CHECKS:
        if explained_by.isdisjoint(finding.ailment for finding in found):
            found += check(checkup)
    return found
