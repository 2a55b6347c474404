"""Puts the checks together: all findings of a check-up, causes first, without what only follows from them."""

from server.study.diagnostics.checkup import Checkup
from server.study.diagnostics.depth import exploding_gradients, vanishing_gradients, vanishing_signals
from server.study.diagnostics.finding import Ailment, Check, Finding
from server.study.diagnostics.fitting import memorised_noise, overfitting, underfitting
from server.study.diagnostics.given import small_batches, unscaled_inputs
from server.study.diagnostics.pace import rate_too_high, rate_too_low, updates_too_large
from server.study.diagnostics.units import dead_units, identical_units, saturated_units, stuck_steps

# Each with what explains it: a finding that is only a consequence of another would point to the wrong remedy.
CHECKS: tuple[tuple[Check, set[Ailment]], ...] = (
    (unscaled_inputs, set()),
    (identical_units, set()),
    (small_batches, set()),
    (exploding_gradients, {Ailment.UNSCALED}),
    (rate_too_high, {Ailment.UNSCALED, Ailment.EXPLODING, Ailment.SMALL_BATCHES, Ailment.IDENTICAL}),
    (updates_too_large, {Ailment.UNSCALED, Ailment.EXPLODING, Ailment.IDENTICAL}),
    (stuck_steps, {Ailment.IDENTICAL}),
    (dead_units, {Ailment.IDENTICAL}),
    (saturated_units, {Ailment.IDENTICAL}),
    (vanishing_gradients, {Ailment.IDENTICAL, Ailment.DEAD, Ailment.STUCK, Ailment.EXPLODING, Ailment.SATURATED}),
    (vanishing_signals, {Ailment.IDENTICAL, Ailment.DEAD, Ailment.STUCK, Ailment.SATURATED, Ailment.VANISHING}),
    (rate_too_low, {Ailment.IDENTICAL, Ailment.DEAD, Ailment.STUCK, Ailment.SATURATED, Ailment.VANISHING, Ailment.FADING}),
    (memorised_noise, set()),
    (overfitting, set()),
    (underfitting, set(Ailment)),
)


def diagnose(checkup: Checkup) -> list[Finding]:
    """What ails the network, in the order of `CHECKS`."""
    found = list[Finding]()
    for check, explained_by in CHECKS:
        if explained_by.isdisjoint(finding.ailment for finding in found):
            found += check(checkup)
    return found
