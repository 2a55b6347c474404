"""Each broken set-up of the menu leads to its ailment, and the menu does not tell which."""

import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.cases import CASES, cases
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.diagnose import diagnose
from tests.run.tools import run_of, train_epochs


def train_to(run, epoch):
    """With a point of the curves for every epoch, as on the page; a run that blows up stops where it does."""
    while run.trainer.epoch < epoch and not run.stop:
        train_epochs(run, 1)
        run.evaluate()


def found_in(run):
    return diagnose(Checkup(take_snapshot(run)))


@pytest.mark.parametrize("case", CASES, ids=[case.ailment for case in CASES])
def test_each_case_of_the_menu_leads_to_its_finding_soon(case):
    """Within 200 epochs: a few seconds on the page. And it really does not work: it learns little,
    or what it should not.
    """
    run = run_of(**case.settings.model_dump(mode="json"))
    run.evaluate()
    train_to(run, 200)
    assert case.ailment in {finding.ailment for finding in found_in(run)}
    test = run.evaluate()[0].test
    assert test.accuracy < 0.85


def test_the_menu_is_told_settings_only():
    told = cases()
    assert len(told) == len({str(each) for each in told}) == 6
    for each, case in zip(told, CASES, strict=True):
        assert "speed" not in each and not set(map(str, Ailment)) & set(map(str, each.values()))
        assert run_of(**each).settings == case.settings
