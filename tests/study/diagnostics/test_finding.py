"""A finding as the page is told it."""

from glassbox.study.answers.of_diagnostics import ToldFinding
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.finding import Finding


def test_a_finding_is_told_with_its_name_its_place_and_its_remedy():
    told = Finding(Ailment.DEAD, "Two units are dead.", "Lower the rate.", 2).told()
    assert told == ToldFinding("dead_units", 2, "Two units are dead.", "Lower the rate.")


def test_causes_come_before_what_follows_from_them():
    order = list(Ailment)
    assert order.index(Ailment.UNSCALED) < order.index(Ailment.EXPLODING) < order.index(Ailment.ASLEEP)
